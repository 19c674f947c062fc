using System.CommandLine;
using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Rendering;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>expr "EXPRESSION"</c>: tries an expression of the rule language out on given values.</summary>
internal static class ExprCommand
{
    private const string File = "expr";

    public static Command Build(SharedOptions options, Shell shell, Speech speech)
    {
        var expression = new Argument<string?>("EXPRESSION") { Description = speech.Say(CommandPhrases.Expression), Arity = ArgumentArity.ZeroOrOne };
        var given = SharedOptions.Texts("--given", "NAME=VALUE", speech.Say(CommandPhrases.Given));
        var tree = new Option<bool>("--explain") { Description = speech.Say(CommandPhrases.ExplainTree) };
        var command = new DocumentedCommand("expr", speech.Say(CommandPhrases.Expr), speech.Say(CommandPhrases.ExprExits))
        {
            Arguments = { expression },
            Options = { given, options.AsOf, options.Rules, options.Benchmarks, tree, options.Width },
        };
        command.SetAction(parse => Run(new Request(parse, options, shell, speech)));
        return command;

        int Run(Request request)
        {
            var text = request.Needed(expression);
            var asOf = request.AsOf();
            var width = request.Width();
            var catalog = request.Catalog();
            if (request.Failed() is { } early)
            {
                return early;
            }

            var vocabulary = catalog.Vocabulary;
            var values = GivenValues.Read(request, request.Values(given), vocabulary.Units);
            var names = new ProgramNames(vocabulary, new Dictionary<string, BoundConstant>(StringComparer.Ordinal), values);
            var bound = Binder.Bind(new ExpressionText(text, new SourceSpan(File, 1, 1)), names, vocabulary.Units, BindingDomain.Factory, request.Bag);
            if (request.Failed() is { } failed)
            {
                return failed;
            }

            var step = Explain(bound!, names, catalog, values, asOf);
            var shown = step.Unit is null ? step.Value : Wording.WithUnit(step.Value, step.Unit);
            request.Shell.Output.Write(Printable.Line(shown) + "\n");
            if (request.IsSet(tree))
            {
                request.Shell.Output.Write(ExplanationText.Render(step, vocabulary, request.Language, width));
            }

            return step.Value switch
            {
                "false" when bound!.Type.Kind == ValueKind.Truth => ExitCode.Negative,
                "unknown" => ExitCode.Undetermined,
                _ => ExitCode.Positive,
            };
        }
    }

    /// <summary>Evaluates for a factory of which nothing is known but what was given; its year is that of the as-of date.</summary>
    private static ExplanationStep Explain(Bound bound, ProgramNames names, RulePackCatalog catalog, Dictionary<string, BoundConstant> given, DateOnly asOf)
    {
        var vocabulary = catalog.Vocabulary;
        var identity = new FactoryIdentity { Region = Text("factory.region"), Industry = Text("factory.industry") };
        var facts = new FactoryFacts(vocabulary, identity, new ReportingPeriod(asOf.Year), new FactCell[vocabulary.FactorySlots], null, new Dictionary<int, FactCell[]>(), []);
        var externals = names.Externals;
        var benchmarks = externals.Factory.Any(e => e.Series is not null) ? catalog.Benchmarks : new BenchmarkLibrary([], []);
        var frames = new FrameBuilder(vocabulary, benchmarks, externals);
        return DecidingParts.Mark(new ExplanationBuilder(frames.Build(facts, asOf), frames, externals).Explain(bound, ExplanationBuilder.Scope.Factory));

        string? Text(string name) => (given.GetValueOrDefault(name)?.Value as TextValue)?.Text;
    }
}
