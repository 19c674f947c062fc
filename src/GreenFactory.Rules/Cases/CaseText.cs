using System.Buffers;
using System.Text;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Cases;

/// <summary>Writes a case as an author would: YAML that the reader reads back as the same case.</summary>
internal static class CaseText
{
    /// <summary>Points are exact in the engine; a case writes six decimals and says so.</summary>
    public const int Decimals = 6;

    private static readonly SearchValues<char> Special = SearchValues.Create(",[]{}#:&*!|>'\"%@`\n\\?-");

    public static string Write(RuleCase item)
    {
        var text = new StringBuilder();
        text.Append("  - name: ").Append(Quoted(item.Name)).Append('\n');
        if (item.Rule is { } rule)
        {
            text.Append("    rule: ").Append(Scalar(rule.Text, quoted: rule.Quoted)).Append('\n');
        }

        var own = item.Own;
        Line("as-of", own.AsOf is { } date ? Scalars.Date(date) : null);
        Line("period", own.Period is { } period ? Of(period) : null);
        Map("factory", own.Factory);
        Map("given", own.Given);
        Line("products", own.Products is { } products ? Of(products) : null);
        Line("history", own.History is { } history ? Of(history) : null);
        Line("evidence", own.Evidence is { } evidence ? Of(evidence) : null);
        Map("parameters", own.Parameters);
        Line("facts-file", own.FactsFile is { } file ? Of(file) : null);
        List("overlays", own.Overlays);
        List("benchmarks", own.Benchmarks);
        return text.Append("    expect: ").Append(Expected(item.Expect)).Append('\n').ToString();

        void Line(string key, string? value)
        {
            if (value is not null)
            {
                text.Append("    ").Append(key).Append(": ").Append(value).Append('\n');
            }
        }

        void Map(string key, IReadOnlyList<MapEntry> entries) => Line(key, entries.Count == 0 ? null : Of(new MapNode(entries, item.Span)));

        void List(string key, IReadOnlyList<ScalarNode> items) => Line(key, items.Count == 0 ? null : Of(new ListNode([.. items], item.Span)));
    }

    /// <summary>What a verdict says of a rule, as a case would expect it; of the whole pack when there is no rule.</summary>
    public static Expectation Describe(Verdict verdict, ScalarNode? rule)
    {
        if (rule is null)
        {
            return new Expectation
            {
                Conclusion = Word(VerdictJson.Spell(verdict.Conclusion)),
                Score = verdict.Score.Full == 0 ? null : new ExpectedInterval(verdict.Score.Lower, verdict.Score.Upper),
                Tier = verdict.Tier is { } tier ? (tier.Lower ?? CaseReader.NoTier, tier.Upper ?? CaseReader.NoTier) : null,
                Gates = [.. verdict.Gates.Select(g => g.Id)],
                Warnings = [.. verdict.Warnings.Select(w => w.Code).Distinct(StringComparer.Ordinal)],
                Span = default,
            };
        }

        var finding = verdict.Find(rule.Text)!;
        var (lower, upper) = (Math.Round(finding.Points.Lower, Decimals), Math.Round(finding.Points.Upper, Decimals));
        var isExact = lower == finding.Points.Lower && upper == finding.Points.Upper;
        return new Expectation
        {
            Status = Word(VerdictJson.Spell(finding.Status)),
            Points = finding.Points.Full == 0 ? null : new ExpectedInterval(lower, upper, isExact ? null : 0.000001m),
            Missing = finding.Missing.Count == 0 ? null : finding.Missing,
            Span = default,
        };

        static ScalarNode Word(string text) => new(text, false, default);
    }

    private static string Expected(Expectation expect)
    {
        var parts = new List<string>();
        Add("status", expect.Status?.Text);
        Add("points", Interval(expect.Points));
        Add("conclusion", expect.Conclusion?.Text);
        Add("score", Interval(expect.Score));
        Add("tier", expect.Tier is { } tier ? tier.Lower == tier.Upper ? tier.Lower : $"[{tier.Lower}, {tier.Upper}]" : null);
        Add("gates", Texts(expect.Gates));
        Add("missing", Texts(expect.Missing));
        Add("warnings", Texts(expect.Warnings));
        return $"{{ {string.Join(", ", parts)} }}";

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                parts.Add($"{key}: {value}");
            }
        }

        static string? Texts(IReadOnlyList<string>? texts) => texts is null ? null : $"[{string.Join(", ", texts.Select(t => Scalar(t, quoted: false)))}]";
    }

    private static string? Interval(ExpectedInterval? interval)
    {
        if (interval is null)
        {
            return null;
        }

        var ends = interval.Lower == interval.Upper ? Scalars.Number(interval.Lower) : $"[{Scalars.Number(interval.Lower)}, {Scalars.Number(interval.Upper)}]";
        return interval.Tolerance is { } tolerance ? $"{{ value: {ends}, tolerance: {Scalars.Number(tolerance)} }}" : ends;
    }

    private static string Of(Node node) => node switch
    {
        MapNode map => $"{{ {string.Join(", ", map.Entries.Select(e => $"{Scalar(e.Key.Text, e.Key.Quoted)}: {Of(e.Value)}"))} }}",
        ListNode list => $"[{string.Join(", ", list.Items.Select(Of))}]",
        ScalarNode scalar => Scalar(scalar.Text, scalar.Quoted),
        _ => string.Empty,
    };

    private static string Scalar(string text, bool quoted) => quoted || text.Length == 0 || text.AsSpan().ContainsAny(Special) && text != "n/a" && !IsPlain(text) || text.Contains(' ', StringComparison.Ordinal) ? Quoted(text) : text;

    /// <summary>Rule ids, dates and negative numbers have hyphens inside and stay as they are.</summary>
    private static bool IsPlain(string text) => (char.IsAsciiLetterOrDigit(text[0]) || (text[0] == '-' && text.Length > 1 && char.IsAsciiDigit(text[1]))) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '/');

    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) + "\"";
}
