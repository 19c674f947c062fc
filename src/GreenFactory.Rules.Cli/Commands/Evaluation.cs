using System.CommandLine;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.NRules;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary>A pack, a factory, a date and an engine, ready to run.</summary>
internal sealed record Evaluation(RulePack Pack, FactoryFacts Facts, DateOnly AsOf, RuleEvaluatorOptions Engine)
{
    private static readonly string[] Engines = ["compiled", "reference", NRulesSwitch.EngineName];

    public Verdict Evaluate() => RuleEvaluator.Compile(Pack, Engine).Evaluate(Facts, AsOf);

    /// <summary>Reads what the command line names; null when something is wrong, and then all of it is in the request's bag.</summary>
    public static Evaluation? Read(Request request, Argument<string?> file, Option<string?>? engine)
    {
        var asOf = request.AsOf();
        var options = Options(request, engine);
        var named = request.Needed(file);
        request.NeedsPack();
        var catalog = request.Catalog();
        if (request.Bag.HasErrors)
        {
            return null;
        }

        var facts = request.Facts(named, catalog);
        var pack = request.Pack(catalog, asOf);
        return facts is null || pack is null || request.Bag.HasErrors ? null : new Evaluation(pack, facts, asOf, options);
    }

    /// <summary>The engine that is asked for; when there is none, that is in the request's bag.</summary>
    public static RuleEvaluatorOptions Options(Request request, Option<string?>? option)
    {
        // For one factory the interpreter answers sooner than the compiled engine is built; both give the same bytes.
        var name = (option is null ? null : request.Value(option)) ?? Engines[1];
        if (name == NRulesSwitch.EngineName)
        {
            if (NRulesSwitch.Options is { } other)
            {
                return other;
            }

            request.Bag.Add(DiagnosticCodes.EngineSwitchedOff, SourceSpan.WholeFile(Tool.Name), name, NRulesSwitch.Property);
        }
        else if (!Engines.Contains(name))
        {
            request.Bag.Add(DiagnosticCodes.UnknownEngine, SourceSpan.WholeFile(Tool.Name), name, NearestName.Hint(name, Engines));
        }

        return new RuleEvaluatorOptions { Engine = name == Engines[0] ? RuleEngineKind.Compiled : RuleEngineKind.Reference };
    }
}
