using System.Collections.Concurrent;
using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Programs;

/// <summary>A corrected limit of one product: what is computed, over what, and the row the printed value is from.</summary>
internal sealed record Adjustment(Bound Bound, EvaluationFrame Frame, BenchmarkRow Row, string Column);

/// <summary>What becomes of a printed value: a formula over it and the facts of a product.</summary>
internal sealed record Correction(Bound Bound, decimal Printed);

/// <summary>
/// Binds what benchmark rows say becomes of their printed values. An expression reads facts and <c>value</c>, the printed
/// number in its own unit, and nothing that is looked up: a limit cannot hang on another limit. Thread-safe.
/// </summary>
internal sealed class Adjustments(FactVocabulary vocabulary)
{
    /// <summary>The name of the printed value.</summary>
    public const string Printed = "value";

    private readonly ConcurrentDictionary<(ExpressionText Text, Unit Printed, string Series), Bound?> _bound = new();

    /// <summary>Says everything wrong with the adjustments of a library.</summary>
    public static void Check(BenchmarkLibrary library, FactVocabulary vocabulary, DiagnosticBag bag)
    {
        var seen = new HashSet<(ExpressionText, string)>();
        foreach (var row in library.Rows)
        {
            foreach (var text in row.Adjust.Values.Where(text => seen.Add((text, row.PrintedUnit.Symbol))))
            {
                Bind(text, row, vocabulary, bag);
            }
        }
    }

    /// <summary>The facts that corrections read, those that decide what applies included, by the path of the benchmark they correct.</summary>
    public static ILookup<string, BoundFact> FactsByPath(BenchmarkLibrary library, FactVocabulary vocabulary)
    {
        var found = new List<(string Path, BoundFact Fact)>();
        var seen = new HashSet<(ExpressionText, string)>();
        foreach (var row in library.Rows)
        {
            foreach (var (column, text) in row.Adjust.Where(a => seen.Add((a.Value, a.Key))))
            {
                found.AddRange(BoundTree.All([Bind(text, row, vocabulary, new DiagnosticBag())]).OfType<BoundFact>().Select(f => ($"benchmark.{row.Series.Id}.{column}", f)));
            }
        }

        return found.DistinctBy(p => (p.Path, p.Fact.Fact)).ToLookup(p => p.Path, p => p.Fact, StringComparer.Ordinal);
    }

    /// <summary>What becomes of a row's column; null where it holds as printed.</summary>
    public Correction? Of(BenchmarkRow row, string column)
    {
        if (!row.Adjust.TryGetValue(column, out var text) || row.PrintedValues.GetValueOrDefault(column) is not { } printed)
        {
            return null;
        }

        var bound = _bound.GetOrAdd((text, row.PrintedUnit, row.Series.Id), _ => Bind(text, row, vocabulary, new DiagnosticBag()));
        return bound is null ? null : new Correction(bound, printed);
    }

    /// <summary>The adjustment of a row's column for one product; null where the column holds as printed.</summary>
    public Adjustment? For(BenchmarkRow row, string column, FactoryFacts facts, DateOnly asOf, int product)
    {
        if (Of(row, column) is not { } correction)
        {
            return null;
        }

        var (frame, value) = Frame(facts, asOf, product);
        value[0] = FactCell.Of(correction.Printed);
        return new Adjustment(correction.Bound, frame, row, column);
    }

    /// <summary>
    /// Puts corrected values over those of a table, each in the unit of its series; unknown while a fact is missing. A limit never
    /// turns out not to apply.
    /// </summary>
    public static void Apply(IReadOnlyList<(int Index, Correction Correction)> corrections, FactCell[] cells, FactoryFacts facts, DateOnly asOf, int product)
    {
        var (frame, value) = Frame(facts, asOf, product);
        var interpreter = new Interpreter(frame);
        foreach (var (index, correction) in corrections)
        {
            value[0] = FactCell.Of(correction.Printed);
            cells[index] = interpreter.EvaluateProduct(correction.Bound, product) is NumberValue number ? FactCell.Of(number.Number) : default;
        }
    }

    /// <summary>A frame in which corrections of one product are read, and the place of the printed value.</summary>
    private static (EvaluationFrame Frame, FactCell[] Value) Frame(FactoryFacts facts, DateOnly asOf, int product)
    {
        var values = new FactCell[facts.Products!.Count][];
        values[product] = new FactCell[1];
        return (new EvaluationFrame { Facts = facts, AsOf = asOf, Externals = [], ProductExternals = values }, values[product]);
    }

    private static Bound? Bind(ExpressionText text, BenchmarkRow row, FactVocabulary vocabulary, DiagnosticBag bag)
    {
        var names = new Resolver(vocabulary, row.PrintedUnit);
        var bound = Binder.BindNumber(text, row.PrintedUnit, names, vocabulary.Units, BindingDomain.Product, bag);
        if (bound is not null && names.LooksUp is { } looked)
        {
            bag.Add(DiagnosticCodes.AdjustLooksUp, text.At(0), looked);
            return null;
        }

        return bound is null || row.ToSeries.Numerator == row.ToSeries.Denominator ? bound : new BoundConvert(bound, row.ToSeries, row.Series.Unit);
    }

    private sealed class Resolver(FactVocabulary vocabulary, Unit printed) : INameResolver
    {
        private readonly ProgramNames _names = new(vocabulary, new Dictionary<string, BoundConstant>(StringComparer.Ordinal));
        private readonly BoundExternal _value = new(Printed, ExternalKind.Benchmark, FactScope.Product, 0, ExpressionType.Number(printed));

        public string? LooksUp => _names.Externals.Factory.Concat(_names.Externals.Product).FirstOrDefault()?.Path;

        public Bound? Resolve(string path, BindingDomain domain, SourceSpan span, DiagnosticBag bag) =>
            path == Printed && domain == BindingDomain.Product ? _value : _names.Resolve(path, domain, span, bag);
    }
}
