using System.Globalization;
using System.Text.RegularExpressions;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Quantities;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Rendering;

/// <summary>Says things in one language: enumerations, values, quantities, names of paths and sources.</summary>
internal sealed partial class Wording(Language language, FactVocabulary? vocabulary = null, PackDefinition? pack = null, IReadOnlyList<FactoryProduct>? products = null)
{
    private const string BenchmarkPrefix = "benchmark.";
    private const string ParameterPrefix = "parameter.";

    /// <summary>Words for a verdict: parameters and documents of its pack, the vocabulary, the factory's products.</summary>
    public static Wording Of(VerdictContext context, Language language) => new(language, context.Program.Vocabulary, context.Program.Pack, context.Frame.Facts.Products);

    public Language Language { get; } = language;

    public string Say(LocalizedText template, params object?[] arguments) =>
        arguments.Length == 0 ? template.In(Language) : string.Format(CultureInfo.InvariantCulture, template.In(Language), arguments);

    public string Of(LocalizedText text) => Printable.Line(text.In(Language));

    public string Of(FindingStatus status) => Say(Phrases.Statuses[(int)status]);

    public string Of(FindingKind kind) => Say(Phrases.Kinds[(int)kind]);

    public string Of(Conclusion conclusion) => Say(Phrases.Conclusions[(int)conclusion]);

    public string Of(ProvenanceLabel label) => Say(Phrases.Labels[(int)label]);

    public string Join(IEnumerable<string> items, LocalizedText? separator = null) => string.Join(Say(separator ?? Phrases.ListComma), items);

    /// <summary>The first few of many, and how many there are.</summary>
    public string JoinFirst(IReadOnlyList<string> items, int most)
    {
        var text = Join(items.Take(most));
        return items.Count <= most ? text : text + Say(Phrases.ListComma) + Say(Phrases.AndMore, Count(Language == Language.Chinese ? items.Count : items.Count - most));
    }

    public static string Count(int count) => Scalars.Number(count);

    public static string WithUnit(string number, string? unit) => unit is null or "1" ? number : $"{number} {unit}";

    public static string Of(Quantity quantity) => WithUnit(ShownNumber.Of(quantity.Value), quantity.Unit.Symbol);

    /// <summary>A score for people: one number when it is settled, the interval otherwise. Numbers of one line are shown together.</summary>
    public string Of(Score score)
    {
        var shown = ShownNumber.Together(score.Lower, score.Upper, score.Full);
        return Say(Phrases.ScoreOf, score.Lower == score.Upper ? shown[0] : Say(Phrases.Interval, shown[0], shown[1]), shown[2]);
    }

    /// <summary>The result of a step as people read it, unit included.</summary>
    public string ValueOf(ExplanationStep step)
    {
        switch (step.Value)
        {
            case "true":
                return Say(Phrases.Yes);
            case "false":
                return Say(Phrases.No);
            case "unknown":
                return Say(Phrases.Unknown);
            case "not-applicable":
                return Say(Phrases.NotApplicable);
        }

        return step.Unit is not null && Scalars.TryDecimal(step.Value, out var number) ? WithUnit(ShownNumber.Of(number), step.Unit) : Printable.Line(step.Value);
    }

    /// <summary>Whether a condition holds.</summary>
    public string TruthOf(ExplanationStep step) => step.Value switch
    {
        "true" => Say(Phrases.Holds),
        "false" => Say(Phrases.Fails),
        _ => ValueOf(step),
    };

    /// <summary>Document and clause, then the label. Documents the pack names are called by their number.</summary>
    public string Of(Provenance source)
    {
        var parts = new[] { DocumentOf(source.Document), source.Clause, Of(source.Label) };
        return Join(parts.OfType<string>().Select(Printable.Line), Phrases.Comma);
    }

    public string? DocumentOf(string? id) => (pack?.Documents ?? []).Concat(vocabulary?.Documents ?? []).FirstOrDefault(d => d.Id == id)?.Number ?? id;

    /// <summary>A path with its name, as one says it to somebody who has to report it.</summary>
    public string PathWithName(string path) => NameOf(path) is { } name ? name + Say(Phrases.Parenthesis, Printable.Line(path)) : Printable.Line(path);

    /// <summary>The name of a fact, product fact, benchmark or coefficient; null where nothing is known but the path.</summary>
    public string? NameOf(string path)
    {
        if (Phrases.Names.TryGetValue(path, out var own))
        {
            return Say(own);
        }

        if (path.StartsWith(BenchmarkPrefix, StringComparison.Ordinal) && path.Split('.') is [_, var seriesId, var column])
        {
            return vocabulary?.Series.GetValueOrDefault(seriesId) is { } series ? $"{Of(series.Name)} {ColumnOf(column)}" : null;
        }

        if (path.StartsWith(ParameterPrefix, StringComparison.Ordinal))
        {
            return pack?.Parameters.FirstOrDefault(p => p.Id == path[ParameterPrefix.Length..]) is { } parameter ? Of(parameter.Name) : null;
        }

        if (vocabulary?.Coefficients.GetValueOrDefault(path) is { } coefficient)
        {
            return Of(coefficient.Name);
        }

        var (subject, plain) = Split(path);
        return vocabulary?.Find(plain) is not { } fact ? null : subject is null ? Of(fact.Name) : $"{NameOfSubject(subject)} {Of(fact.Name)}";
    }

    /// <summary>A product by its name, a year by itself.</summary>
    public string NameOfSubject(string subject) => Printable.Line(products?.FirstOrDefault(p => p.Id == subject)?.Name ?? subject);

    /// <summary>An expression with names in place of paths; what has no name stays as it is written.</summary>
    public string Named(string expression) => Printable.Line(PathPattern().Replace(expression, match => NameOf(match.Value) ?? match.Value));

    public string ColumnOf(string column) => Phrases.Names.TryGetValue(column, out var name) ? Say(name) : column;

    /// <summary>Takes <c>products[p1].x</c> and <c>history[2023].x</c> apart.</summary>
    public static (string? Subject, string Path) Split(string path)
    {
        var open = path.IndexOf('[', StringComparison.Ordinal);
        var close = path.IndexOf("].", StringComparison.Ordinal);
        return open > 0 && close > open ? (path[(open + 1)..close], path[(close + 2)..]) : (null, path);
    }

    [GeneratedRegex("[a-z][a-z0-9_]*(?:\\.[a-z0-9_]+)+")]
    private static partial Regex PathPattern();
}
