using System.Runtime.InteropServices;
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

    private const string Leading = "leading";
    private const string Baseline = "baseline";

    private readonly List<BenchmarkSet> _sets = [];
    private readonly HashSet<string> _setIds = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Series, string? Product, string? Region, DateOnly From, bool Illustrative), Dictionary<string, string>> _bySelectors = [];
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
        Names.CheckId(id, bag);
        if (id is not null && !_setIds.Add(id.Text))
        {
            bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
        }

        // Rows are read even when the head is wrong, so that all faults are told at once; such a set is never used.
        var nothing = LocalizedText.Same(string.Empty);
        var set = new BenchmarkSet(id?.Text ?? string.Empty, title ?? nothing, kind ?? Kinds[0], number ?? string.Empty, documentTitle ?? nothing, notes);
        _sets.Add(set);
        foreach (var node in rows)
        {
            ReadRow(MapReader.Open(node, bag), set, from ?? DateOnly.MinValue, until, source);
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
        var industries = ReadIndustries(item);
        var product = item.Text("product");
        var region = ReadRegion(item);
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

        Names.CheckId(id, bag);
        if (source is null)
        {
            bag.Add(DiagnosticCodes.MissingSource, id.Span, id.Text);
            return;
        }

        if (entries.Count == 0)
        {
            bag.Add(DiagnosticCodes.MissingKey, id.Span, "values");
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

        var values = ReadValues(entries, series, conversion.Value, item);
        Compare(id, series, values);
        var row = new BenchmarkRow(set, id.Text, series, industries, product, region, from, until, values, dimension, table, source, corrections);
        if (!_rows.TryAdd(id.Text, row))
        {
            bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
        }

        var rivals = CollectionsMarshal.GetValueRefOrAddDefault(_bySelectors, (series.Id, product, region, from, set.Kind == BenchmarkSet.Illustrative), out _) ??= new(StringComparer.Ordinal);
        var rival = industries.DefaultIfEmpty(string.Empty).Select(i => rivals.GetValueOrDefault(i)).OfType<string>().FirstOrDefault(r => r != id.Text);
        if (rival is not null)
        {
            bag.Add(DiagnosticCodes.RivalBenchmarks, id.Span, id.Text, rival);
        }

        foreach (var industry in industries.DefaultIfEmpty(string.Empty))
        {
            rivals.TryAdd(industry, id.Text);
        }
    }

    private List<string> ReadIndustries(MapReader item)
    {
        var industries = item.ScalarList("industry");
        foreach (var industry in industries.Where(i => !vocabulary.Industries.IsIndustry(i.Text)))
        {
            bag.Add(DiagnosticCodes.UnknownIndustry, industry.Span, industry.Text, NearestName.Hint(industry.Text, vocabulary.Industries.Codes));
        }

        return [.. industries.Select(i => i.Text)];
    }

    private string? ReadRegion(MapReader item)
    {
        var region = item.Scalar("region");
        if (region is not null && !vocabulary.Regions.IsRegion(region.Text))
        {
            bag.Add(DiagnosticCodes.UnknownRegion, region.Span, region.Text);
        }

        return region?.Text;
    }

    /// <summary>A leading value behind its baseline is a slip of columns or of direction.</summary>
    private void Compare(ScalarNode id, BenchmarkSeries series, Dictionary<string, decimal?> values)
    {
        if (values.GetValueOrDefault(Leading) is { } leading && values.GetValueOrDefault(Baseline) is { } baseline && (series.LowerIsBetter ? leading > baseline : leading < baseline))
        {
            bag.Add(DiagnosticCodes.LeadingWorse, id.Span, id.Text, Scalars.Number(leading), Scalars.Number(baseline));
        }
    }

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
            return Reported(unit.FactorTo(series.Unit).ToConversion(), null);
        }

        if (series.Unit.IsProduct && vocabulary.Units.TowardsProduct(unit, series.Unit) is { } turned)
        {
            return Reported(turned.Factor.ToConversion(), turned.Canonical.Dimension.Id);
        }

        bag.Add(DiagnosticCodes.WrongDimension, written.Span, series.Id, unit.Symbol, series.Unit.Symbol);
        return (null, null);

        (Conversion?, string?) Reported(Conversion? conversion, string? dimension)
        {
            if (conversion is null)
            {
                bag.Add(DiagnosticCodes.NumberTooLarge, written.Span, written.Text, series.Unit.Symbol);
            }

            return (conversion, dimension);
        }
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
            else if (entry.Value is not ScalarNode scalar)
            {
                bag.Add(DiagnosticCodes.WrongShape, entry.Value.Span, Shapes.Scalar);
            }
            else if (item.AsNumber(scalar) is { } number)
            {
                values[entry.Key.Text] = Converted(number, conversion, series, scalar);
            }
        }

        return values;
    }

    private decimal? Converted(decimal number, Conversion conversion, BenchmarkSeries series, ScalarNode place)
    {
        try
        {
            return conversion.Apply(number);
        }
        catch (OverflowException)
        {
            bag.Add(DiagnosticCodes.NumberTooLarge, place.Span, place.Text, series.Unit.Symbol);
            return null;
        }
    }
}
