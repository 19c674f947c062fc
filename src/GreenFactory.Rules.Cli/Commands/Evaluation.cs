using System.CommandLine;
using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary>A pack, a factory, a date and an engine, ready to run.</summary>
internal sealed record Evaluation(RulePack Pack, FactoryFacts Facts, DateOnly AsOf, RuleEngineKind Engine)
{
    /// <summary>An engine of another assembly, switched on by a build property.</summary>
    private const string OtherEngine = "nrules";
    private const string OtherEngineProperty = "UseNRules";

    private static readonly string[] Engines = ["compiled", "reference"];

    public Verdict Evaluate() => RuleEvaluator.Compile(Pack, new RuleEvaluatorOptions { Engine = Engine }).Evaluate(Facts, AsOf);

    /// <summary>Reads what the command line names; null when something is wrong, and then all of it is in the request's bag.</summary>
    public static Evaluation? Read(Request request, Argument<string?> file, Option<string?>? engine)
    {
        var asOf = request.AsOf();
        var kind = Kind(request, engine);
        var named = request.Needed(file);
        request.NeedsPack();
        var catalog = request.Catalog();
        if (request.Bag.HasErrors)
        {
            return null;
        }

        var facts = request.Facts(named, catalog);
        var pack = request.Pack(catalog, asOf);
        return facts is null || pack is null || request.Bag.HasErrors ? null : new Evaluation(pack, facts, asOf, kind);
    }

    private static RuleEngineKind Kind(Request request, Option<string?>? option)
    {
        // For one factory the interpreter answers sooner than the compiled engine is built; both give the same bytes.
        var name = option is null ? null : request.Value(option);
        if (name is null)
        {
            return RuleEngineKind.Reference;
        }

        var place = SourceSpan.WholeFile(Tool.Name);
        if (name == OtherEngine)
        {
            request.Bag.Add(DiagnosticCodes.EngineSwitchedOff, place, OtherEngine, OtherEngineProperty);
        }
        else if (!Engines.Contains(name))
        {
            request.Bag.Add(DiagnosticCodes.UnknownEngine, place, name, NearestName.Hint(name, Engines.Append(OtherEngine)));
        }

        return name == Engines[1] ? RuleEngineKind.Reference : RuleEngineKind.Compiled;
    }
}
