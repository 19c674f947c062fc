using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Quantities;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Cases;

/// <summary>Holds a verdict against what a case expects and says for everything expected what came out.</summary>
internal sealed class CaseComparison(Expectation expect, UnitCatalog units)
{
    private readonly List<CaseLine> _lines = [];

    public static IReadOnlyList<CaseLine> OfRule(Expectation expect, Finding finding, UnitCatalog units)
    {
        var comparison = new CaseComparison(expect, units);
        comparison.Text("status", expect.Status?.Text, VerdictJson.Spell(finding.Status));
        comparison.Interval("points", expect.Points, finding.Points);
        comparison.Measured(finding.Measured);
        comparison.Set("missing", expect.Missing, () => finding.Missing);
        return comparison._lines;
    }

    public static IReadOnlyList<CaseLine> OfPack(Expectation expect, Verdict verdict, UnitCatalog units)
    {
        var comparison = new CaseComparison(expect, units);
        comparison.Text("conclusion", expect.Conclusion?.Text, VerdictJson.Spell(verdict.Conclusion));
        comparison.Interval("score", expect.Score, verdict.Score);
        if (expect.Tier is { } tier)
        {
            comparison.Text("tier", $"[{tier.Lower}, {tier.Upper}]", $"[{verdict.Tier?.Lower ?? CaseReader.NoTier}, {verdict.Tier?.Upper ?? CaseReader.NoTier}]");
        }

        comparison.Set("gates", expect.Gates, () => [.. verdict.Gates.Select(g => g.Id)]);
        comparison.Set("missing", expect.Missing, () => verdict.Missing);
        comparison.Set("warnings", expect.Warnings, () => [.. verdict.Warnings.Select(w => w.Code)]);
        foreach (var entry in expect.Statuses)
        {
            comparison.Text($"statuses.{entry.Key.Text}", ((ScalarNode)entry.Value).Text, verdict.Find(entry.Key.Text) is { } finding ? VerdictJson.Spell(finding.Status) : "—");
        }

        comparison.LabelCounts(verdict);
        return comparison._lines;
    }

    public static IReadOnlyList<CaseLine> OfCodes(Expectation expect, IReadOnlyList<string> actual)
    {
        var comparison = new CaseComparison(expect, UnitCatalog.Empty);
        comparison.Set("diagnostics", expect.Diagnostics ?? [], () => actual);
        return comparison._lines;
    }

    private void Text(string what, string? expected, string actual)
    {
        if (expected is not null)
        {
            Say(what, expected, actual, expected == actual);
        }
    }

    private void Interval(string what, ExpectedInterval? expected, Score actual)
    {
        if (expected is not null)
        {
            var tolerance = expected.Tolerance ?? expect.Tolerance;
            var same = Near(expected.Lower, actual.Lower, tolerance) && Near(expected.Upper, actual.Upper, tolerance);
            Say(what, Show(expected.Lower, expected.Upper) + Within(tolerance), Show(actual.Lower, actual.Upper), same);
        }
    }

    private void Measured(Quantity? actual)
    {
        if (expect.Measured is not { } written)
        {
            return;
        }

        var tolerance = expect.MeasuredTolerance ?? expect.Tolerance;
        var same = actual is { } known
            && QuantityText.TrySplit(written.Text, out var value, out var unitText)
            && (unitText.Length == 0 ? Unit.One : units.TryParse(unitText, out var parsed) ? parsed : null) is { } unit
            && unit.SameDimension(known.Unit)
            && unit.FactorTo(known.Unit).ToConversion() is { } conversion
            && Near(conversion.Apply(value), known.Value, tolerance);
        Say("measured", written.Text + Within(tolerance), actual?.ToString() ?? "null", same);
    }

    /// <summary>What nobody expects is not worked out: the list of missing facts costs more than all the rest.</summary>
    private void Set(string what, IReadOnlyList<string>? expected, Func<IReadOnlyList<string>> given)
    {
        if (expected is not null)
        {
            var actual = given();
            Say(what, $"[{string.Join(", ", expected)}]", $"[{string.Join(", ", actual)}]", expected.ToHashSet(StringComparer.Ordinal).SetEquals(actual));
        }
    }

    /// <summary>A label that is not named is expected to be on no value.</summary>
    private void LabelCounts(Verdict verdict)
    {
        if (expect.Labels is not { } labels)
        {
            return;
        }

        var counts = PackValues.Of(verdict.Context.Program.Pack).CountBy(v => v.Source.Label).ToDictionary();
        foreach (var label in Enum.GetValues<ProvenanceLabel>())
        {
            Text($"labels.{Provenance.Spell(label)}", Scalars.Number(labels[label]), Scalars.Number(counts.GetValueOrDefault(label)));
        }
    }

    private static bool Near(decimal expected, decimal actual, decimal tolerance) => Math.Abs(expected - actual) <= tolerance;

    private static string Within(decimal tolerance) => tolerance == 0 ? string.Empty : $" ± {Scalars.Number(tolerance)}";

    private static string Show(decimal lower, decimal upper) => lower == upper ? Scalars.Number(lower) : $"[{Scalars.Number(lower)}, {Scalars.Number(upper)}]";

    private void Say(string what, string expected, string actual, bool same) => _lines.Add(new CaseLine(what, expected, actual, same));
}
