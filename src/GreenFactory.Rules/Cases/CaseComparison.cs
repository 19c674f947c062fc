using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Cases;

/// <summary>Holds a verdict against what a case expects and says every difference.</summary>
internal sealed class CaseComparison(Expectation expect, UnitCatalog units)
{
    private readonly List<LocalizedText> _differences = [];

    public static IReadOnlyList<LocalizedText> OfRule(Expectation expect, Finding finding, UnitCatalog units)
    {
        var comparison = new CaseComparison(expect, units);
        comparison.Text("status", expect.Status?.Text, VerdictJson.Spell(finding.Status));
        comparison.Interval("points", expect.Points, finding.Points);
        comparison.Measured(finding.Measured);
        comparison.Set("missing", expect.Missing, finding.Missing);
        return comparison._differences;
    }

    public static IReadOnlyList<LocalizedText> OfPack(Expectation expect, Verdict verdict, UnitCatalog units)
    {
        var comparison = new CaseComparison(expect, units);
        comparison.Text("conclusion", expect.Conclusion?.Text, VerdictJson.Spell(verdict.Conclusion));
        comparison.Interval("score", expect.Score, verdict.Score);
        if (expect.Tier is { } tier)
        {
            comparison.Text("tier", $"[{tier.Lower}, {tier.Upper}]", $"[{verdict.Tier?.Lower ?? CaseReader.NoTier}, {verdict.Tier?.Upper ?? CaseReader.NoTier}]");
        }

        comparison.Set("gates", expect.Gates, [.. verdict.Gates.Select(g => g.Id)]);
        comparison.Set("missing", expect.Missing, verdict.Missing);
        comparison.Set("warnings", expect.Warnings, [.. verdict.Warnings.Select(w => w.Code)]);
        foreach (var entry in expect.Statuses)
        {
            comparison.Text($"statuses.{entry.Key.Text}", ((ScalarNode)entry.Value).Text, verdict.Find(entry.Key.Text) is { } finding ? VerdictJson.Spell(finding.Status) : "—");
        }

        return comparison._differences;
    }

    public static IReadOnlyList<LocalizedText> OfCodes(Expectation expect, IReadOnlyList<string> actual)
    {
        var comparison = new CaseComparison(expect, UnitCatalog.Empty);
        comparison.Set("diagnostics", expect.Diagnostics ?? [], actual);
        return comparison._differences;
    }

    private void Text(string what, string? expected, string actual)
    {
        if (expected is not null && expected != actual)
        {
            Differ(what, expected, actual);
        }
    }

    private void Interval(string what, ExpectedInterval? expected, Score actual)
    {
        if (expected is not null && (Far(expected.Lower, actual.Lower) || Far(expected.Upper, actual.Upper)))
        {
            Differ(what, Show(expected.Lower, expected.Upper), Show(actual.Lower, actual.Upper));
        }
    }

    private void Measured(Quantity? actual)
    {
        if (expect.Measured is not { } written)
        {
            return;
        }

        var same = actual is { } known
            && QuantityText.TrySplit(written.Text, out var value, out var unitText)
            && (unitText.Length == 0 ? Unit.One : units.TryParse(unitText, out var parsed) ? parsed : null) is { } unit
            && unit.SameDimension(known.Unit)
            && unit.FactorTo(known.Unit).ToConversion() is { } conversion
            && !Far(conversion.Apply(value), known.Value);
        if (!same)
        {
            Differ("measured", written.Text, actual?.ToString() ?? "null");
        }
    }

    private void Set(string what, IReadOnlyList<string>? expected, IReadOnlyList<string> actual)
    {
        if (expected is not null && !expected.ToHashSet(StringComparer.Ordinal).SetEquals(actual))
        {
            Differ(what, $"[{string.Join(", ", expected)}]", $"[{string.Join(", ", actual)}]");
        }
    }

    private bool Far(decimal expected, decimal actual) => Math.Abs(expected - actual) > expect.Tolerance;

    private static string Show(decimal lower, decimal upper) => lower == upper ? Scalars.Number(lower) : $"[{Scalars.Number(lower)}, {Scalars.Number(upper)}]";

    private void Differ(string what, string expected, string actual) =>
        _differences.Add(new LocalizedText($"{what}：应为 {expected}，实为 {actual}", $"{what}: expected {expected}, got {actual}"));
}
