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

/// <summary>
/// The lists of named national factories: by batch, year, group and industry from <c>rules/policies/roster.csv</c>, by region from
/// the policies that print how many their region has.
/// </summary>
internal sealed class Roster
{
    public static readonly string[] Ways = ["region", "batch", "industry", "group", "year"];

    private const string File = RulesSource.PolicyFolder + "roster.csv";
    private const int Columns = 9;

    private readonly IReadOnlyList<(string By, RosterRow Row)> _rows;

    private Roster(IReadOnlyList<(string By, RosterRow Row)> rows) => _rows = rows;

    public static Roster Default { get; } = Read(RulesSource.Package, PolicyCatalog.Default);

    public IReadOnlyList<RosterRow> By(string way) => [.. _rows.Where(r => r.By == way).Select(r => r.Row)];

    private static Roster Read(RulesSource source, PolicyCatalog policies)
    {
        var bag = new DiagnosticBag();
        var text = source.ReadBytes(File, bag) is { } bytes ? DocumentReader.Decode(bytes, File, bag) ?? string.Empty : string.Empty;
        var rows = new List<(string, RosterRow)>();
        foreach (var (line, i) in text.Split('\n').Select((l, i) => (l.TrimEnd('\r'), i)).Skip(1).Where(l => l.Item1.Length > 0))
        {
            var cells = line.Split(',', Columns);
            if (cells.Length != Columns)
            {
                bag.Add(DiagnosticCodes.WrongShape, new SourceSpan(File, i + 1, 1), new LocalizedText($"{Columns} 个用逗号分隔的值", $"{Columns} values parted by commas"));
                continue;
            }

            rows.Add((cells[0], new RosterRow(new LocalizedText(cells[1], cells[2]), Whole(cells[3]), Whole(cells[4]), Whole(cells[5]), Whole(cells[6]), cells[7], cells[8])));
        }

        InvalidInputException.ThrowIfAny(bag);
        rows.AddRange(policies.Policies
            .Where(p => p.Count is not null && p.Jurisdiction != Facts.RegionCode.Country)
            .OrderBy(p => p.Jurisdiction, StringComparer.Ordinal)
            .Select(p => (Ways[0], new RosterRow(
                LocalizedText.Same(policies.Vocabulary.Regions.Name(p.Jurisdiction) ?? p.Jurisdiction), null, p.Count!.Count, null, null, Facts.Provenance.Spell(p.Source.Label), $"{p.Source.Document} {p.Source.Clause}"))));
        return new Roster(rows);
    }

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
