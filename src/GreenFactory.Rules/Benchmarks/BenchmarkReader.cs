using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Benchmarks;

/// <summary>Reads benchmark sets (<c>rules/benchmarks/*.yaml</c> or a file of the user's).</summary>
internal sealed class BenchmarkReader(FactVocabulary vocabulary, DiagnosticBag bag)
{
    public const string Folder = "benchmarks/";
    public const string Schema = "greenfactory.benchmarks/v1";

    private static readonly string[] Kinds = ["energy-quota", "water-quota", "land-index", "sector", BenchmarkSet.Illustrative];

    private readonly List<BenchmarkSet> _sets = [];
    private readonly Dictionary<string, BenchmarkRow> _rows = new(StringComparer.Ordinal);

    public BenchmarkLibrary Build() => new(_sets, _rows.Values);

    public void Read(Node? root)
    {
        var file = MapReader.OpenFile(root, Schema, bag);
        if (file is null)
        {
            return;
        }

        var id = file.Scalar("id", required: true);
        var title = file.Localized("title", required: true);
        var kind = file.Choice("kind", Kinds, required: true);
        var document = file.Map("document", required: true);
        var number = document?.Text("number", required: true);
        var documentTitle = document?.Localized("title", required: true);
        document?.Done();
        var from = file.Date("from", required: true);
        var until = file.Date("until");
        var source = Provenance.Read(file, null);
        var notes = file.List("notes").Select(file.AsLocalized).OfType<LocalizedText>().ToList();
        var rows = file.List("rows", required: true);
        file.Done();
        if (id is null || title is null || kind is null || number is null || documentTitle is null || from is null)
        {
            return;
        }

        if (_sets.Any(s => s.Id == id.Text))
        {
            bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
            return;
        }

        var set = new BenchmarkSet(id.Text, title, kind, number, documentTitle, notes);
        _sets.Add(set);
        foreach (var node in rows)
        {
            ReadRow(MapReader.Open(node, bag), set, from.Value, until, source);
        }
    }

    private void ReadRow(MapReader? item, BenchmarkSet set, DateOnly setFrom, DateOnly? setUntil, Provenance? inherited)
    {
        if (item is null)
        {
            return;
        }

        var id = item.Scalar("id", required: true);
        var seriesId = item.Scalar("series", required: true);
        var industries = item.ScalarList("industry").Select(i => i.Text).ToList();
        var product = item.Text("product");
        var region = item.Text("region");
        var from = item.Date("from") ?? setFrom;
        var until = item.Date("until") ?? setUntil;
        var unitNode = item.Scalar("unit", required: true);
        var table = item.Text("table");
        var source = Provenance.Read(item, inherited);
        var corrections = item.List("corrections").Select(item.AsLocalized).OfType<LocalizedText>().ToList();
        var entries = item.Entries("values");
        item.Done();
        if (id is null || seriesId is null || unitNode is null)
        {
            return;
        }

        if (source is null)
        {
            bag.Add(DiagnosticCodes.MissingSource, id.Span, id.Text);
            return;
        }

        if (until <= from)
        {
            bag.Add(DiagnosticCodes.EmptyInterval, id.Span, Scalars.Date(from), Scalars.Date(until!.Value));
        }

        if (!vocabulary.Series.TryGetValue(seriesId.Text, out var series))
        {
            bag.Add(DiagnosticCodes.UnknownReference, seriesId.Span, ReferenceKinds.Series, seriesId.Text, NearestName.Hint(seriesId.Text, vocabulary.Series.Keys));
            return;
        }

        var (conversion, dimension) = TowardsSeries(unitNode, series);
        if (conversion is null)
        {
            return;
        }

        var row = new BenchmarkRow(set, id.Text, series, industries, product, region, from, until, ReadValues(entries, series, conversion.Value, item), dimension, table, source, corrections);
        if (!_rows.TryAdd(id.Text, row))
        {
            bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
        }

        var rival = _rows.Values.FirstOrDefault(r => r != row && r.Id != row.Id && SameSelectors(r, row));
        if (rival is not null)
        {
            bag.Add(DiagnosticCodes.RivalBenchmarks, id.Span, id.Text, rival.Id);
        }
    }

    private static bool SameSelectors(BenchmarkRow a, BenchmarkRow b) =>
        a.Series.Id == b.Series.Id && a.Product == b.Product && a.Region == b.Region && a.From == b.From
        && (a.Set.Kind == BenchmarkSet.Illustrative) == (b.Set.Kind == BenchmarkSet.Illustrative)
        && a.Industries.Intersect(b.Industries, StringComparer.Ordinal).Any() | (a.Industries.Count + b.Industries.Count == 0);

    /// <summary>Brings the row's unit to the unit of the series; a product's own unit stands for t, m2, 件 and so on.</summary>
    private (Conversion? Conversion, string? Dimension) TowardsSeries(ScalarNode written, BenchmarkSeries series)
    {
        if (!vocabulary.Units.TryParse(written.Text, out var unit))
        {
            bag.Add(DiagnosticCodes.UnknownUnit, written.Span, written.Text, NearestName.Hint(written.Text, vocabulary.Units.Symbols));
            return (null, null);
        }

        if (unit.SameDimension(series.Unit))
        {
            return (unit.FactorTo(series.Unit).ToConversion(), null);
        }

        if (series.Unit.IsProduct && vocabulary.Units.TowardsProduct(unit, series.Unit) is { } turned)
        {
            return (turned.Factor.ToConversion(), turned.Canonical.Dimension.Id);
        }

        bag.Add(DiagnosticCodes.WrongDimension, written.Span, series.Id, unit.Symbol, series.Unit.Symbol);
        return (null, null);
    }

    private Dictionary<string, decimal?> ReadValues(IReadOnlyList<MapEntry> entries, BenchmarkSeries series, Conversion conversion, MapReader item)
    {
        var values = new Dictionary<string, decimal?>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!series.Columns.Contains(entry.Key.Text))
            {
                bag.Add(DiagnosticCodes.UnknownKey, entry.Key.Span, entry.Key.Text, NearestName.Hint(entry.Key.Text, series.Columns));
            }
            else if (entry.Value.IsNull)
            {
                values[entry.Key.Text] = null;
            }
            else if (entry.Value is ScalarNode scalar && item.AsNumber(scalar) is { } number)
            {
                values[entry.Key.Text] = conversion.Apply(number);
            }
        }

        return values;
    }
}
