using System.Globalization;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Policies;

/// <summary>One row of the lists of named factories. Null where the source prints no number.</summary>
internal sealed record RosterRow(LocalizedText Key, int? Applied, int? Passed, int? Removed, int? PrintedTotal, string Label, string Source)
{
    /// <summary>Share of the applications that passed, in percent.</summary>
    public decimal? Rate => Applied is > 0 && Passed is { } passed ? Math.Round(passed * 100m / Applied.Value, 1, MidpointRounding.AwayFromZero) : null;
}

/// <summary>A place where the report contradicts itself, another source or good sense. What is printed is kept; the likely reading stands beside it.</summary>
/// <param name="Kind"><c>misprint</c>, <c>oddity</c>, <c>naming</c> or <c>outside</c> (against another source).</param>
/// <param name="Region">GB/T 2260 code; null for the whole country.</param>
/// <param name="What">What it is about.</param>
/// <param name="Printed">As it is printed.</param>
/// <param name="Reading">The likely reading.</param>
/// <param name="Basis">Why.</param>
/// <param name="Label">How sure the reading is.</param>
/// <param name="Source">Where both stand.</param>
internal sealed record Contradiction(string Kind, string? Region, LocalizedText What, string Printed, string Reading, LocalizedText Basis, string Label, string Source);

/// <summary>
/// The lists of named national factories: by batch, year, group and industry from <c>rules/policies/roster.csv</c>, by region from
/// the policies that print how many their region has, by macro-region as the sum over the regions of <c>macro-regions.csv</c>.
/// </summary>
internal sealed class Roster
{
    public static readonly string[] Ways = ["region", "macro-region", "batch", "industry", "group", "year", "target"];

    private const string File = RulesSource.PolicyFolder + "roster.csv";
    private const string Doubts = RulesSource.PolicyFolder + "contradictions.csv";
    private const string Parts = RulesSource.PolicyFolder + "macro-regions.csv";

    private readonly IReadOnlyList<(string By, RosterRow Row)> _rows;

    private Roster(IReadOnlyList<(string By, RosterRow Row)> rows, IReadOnlyList<Contradiction> contradictions)
    {
        _rows = rows;
        Contradictions = contradictions;
    }

    /// <summary>Everything in the report that is misprinted, odd or contradicted elsewhere, in its order.</summary>
    public IReadOnlyList<Contradiction> Contradictions { get; }

    public static Roster Default { get; } = Read(RulesSource.Package, PolicyCatalog.Default);

    public IReadOnlyList<RosterRow> By(string way) => [.. _rows.Where(r => r.By == way).Select(r => r.Row)];

    /// <summary>Reads the two tables and the counts of the policies.</summary>
    /// <exception cref="InvalidInputException">A row has too few values, a number cannot be read, or a region belongs to no or to several macro-regions.</exception>
    internal static Roster Read(RulesSource source, PolicyCatalog policies)
    {
        var bag = new DiagnosticBag();
        var rows = new List<(string, RosterRow)>();
        foreach (var (cells, span) in Lines(source, File, 9, bag))
        {
            rows.Add((cells[0], new RosterRow(new LocalizedText(cells[1], cells[2]), Whole(cells[3]), Whole(cells[4]), Whole(cells[5]), Whole(cells[6]), cells[7], cells[8])));

            int? Whole(string text)
            {
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    return number;
                }

                if (text.Length > 0)
                {
                    bag.Add(DiagnosticCodes.NotANumber, span, text);
                }

                return null;
            }
        }

        var counted = policies.Policies.Where(p => p.Count is not null && p.Jurisdiction != Facts.RegionCode.Country).OrderBy(p => p.Jurisdiction, StringComparer.Ordinal).ToList();
        rows.AddRange(counted.Select(p => (Ways[0], new RosterRow(
            LocalizedText.Same(policies.Vocabulary.Regions.Name(p.Jurisdiction) ?? p.Jurisdiction), null, p.Count!.Count, null, null, Facts.Provenance.Spell(p.Source.Label), $"{p.Source.Document} {p.Source.Clause}"))));
        rows.AddRange(MacroRegions(source, counted, bag).Select(r => (Ways[1], r)));
        rows.AddRange(counted.SelectMany(p => Targets(p, policies)).Select(r => (Ways[^1], r)));
        var contradictions = source.Paths.Contains(Doubts)
            ? Lines(source, Doubts, 10, bag).Select(l => l.Cells).Select(c => new Contradiction(c[0], c[1].Length == 0 ? null : c[1], new LocalizedText(c[2], c[3]), c[4], c[5], new LocalizedText(c[6], c[7]), c[8], c[9])).ToList()
            : [];
        InvalidInputException.ThrowIfAny(bag);
        return new Roster(rows, contradictions);
    }

    /// <summary>
    /// Targets of a whole province that are national or say no level, set against how many it has. The report marked the targets met
    /// in bold, which its text has lost: this is worked out, and labelled so.
    /// </summary>
    private static IEnumerable<RosterRow> Targets(PolicyDefinition policy, PolicyCatalog policies) => policy.Targets
        .Where(t => t.Area is null && t.Level is ("national" or "unspecified"))
        .Select(t => new RosterRow(
            LocalizedText.Same($"{policies.Vocabulary.Regions.Name(policy.Jurisdiction) ?? policy.Jurisdiction} {t.Year.ToString(CultureInfo.InvariantCulture)}"),
            t.Least,
            policy.Count!.Count,
            null,
            null,
            Facts.Provenance.Spell(Facts.ProvenanceLabel.Inferred),
            $"{policy.Source.Document} {policy.Source.Clause}"));

    private static List<RosterRow> MacroRegions(RulesSource source, List<PolicyDefinition> counted, DiagnosticBag bag)
    {
        var rows = new List<RosterRow>();
        var left = counted.ToDictionary(p => p.Jurisdiction, StringComparer.Ordinal);
        foreach (var (cells, span) in Lines(source, Parts, 5, bag))
        {
            var sum = 0;
            foreach (var code in cells[2].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (left.Remove(code, out var policy))
                {
                    sum += policy.Count!.Count;
                }
                else
                {
                    bag.Add(DiagnosticCodes.WrongShape, span, new LocalizedText($"有数量且只属于一个大区的地区，而不是 {code}", $"a region that has a count and belongs to one macro-region, not {code}"));
                }
            }

            rows.Add(new RosterRow(new LocalizedText(cells[0], cells[1]), null, sum, null, null, cells[3], cells[4]));
        }

        foreach (var code in left.Keys.Order(StringComparer.Ordinal))
        {
            bag.Add(DiagnosticCodes.WrongShape, new SourceSpan(source.ShownAs(Parts), 1, 1), new LocalizedText($"包括 {code} 的大区", $"a macro-region with {code} in it"));
        }

        return rows;
    }

    private static IEnumerable<(string[] Cells, SourceSpan Span)> Lines(RulesSource source, string file, int columns, DiagnosticBag bag)
    {
        var text = source.ReadBytes(file, bag) is { } bytes ? DocumentReader.Decode(bytes, file, bag) ?? string.Empty : string.Empty;
        foreach (var (line, i) in text.Split('\n').Select((l, i) => (l.TrimEnd('\r'), i)).Skip(1).Where(l => l.Item1.Length > 0))
        {
            var span = new SourceSpan(source.ShownAs(file), i + 1, 1);
            var cells = line.Split(',', columns);
            if (cells.Length == columns)
            {
                yield return (cells, span);
            }
            else
            {
                bag.Add(DiagnosticCodes.WrongShape, span, new LocalizedText($"{columns} 个用逗号分隔的值", $"{columns} values parted by commas"));
            }
        }
    }
}
