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

    private static readonly string[] Kinds = ["energy-quota", "energy-level", "water-quota", "land-index", "sector", BenchmarkSet.Illustrative];

    private static readonly string[] Datings = ["as-of", "period"];
    private static readonly string[] Earlier = ["none", "not-held"];

    private const string IdColumn = "id";
    private const string ProductColumn = "product";
    private const string NameColumn = "product-name";
    private static readonly string[] TextColumns = [IdColumn, ProductColumn, NameColumn];

    private const string Leading = "leading";
    private const string Baseline = "baseline";

    private readonly List<BenchmarkSet> _sets = [];
    private readonly HashSet<string> _setIds = new(StringComparer.Ordinal);
    private readonly Dictionary<Selector, Dictionary<string, string>> _bySelectors = [];
    private readonly Dictionary<string, BenchmarkRow> _rows = new(StringComparer.Ordinal);

    /// <summary>A reader that has read what another one has, and goes on from there; the other one stays as it is.</summary>
    public static BenchmarkReader After(BenchmarkReader earlier, FactVocabulary vocabulary, DiagnosticBag bag)
    {
        var next = new BenchmarkReader(vocabulary, bag);
        next._sets.AddRange(earlier._sets);
        next._setIds.UnionWith(earlier._setIds);
        foreach (var (selector, rows) in earlier._bySelectors)
        {
            next._bySelectors[selector] = new Dictionary<string, string>(rows, StringComparer.Ordinal);
        }

        foreach (var (key, row) in earlier._rows)
        {
            next._rows[key] = row;
        }

        return next;
    }

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
        var dated = file.Choice("dated-by", Datings);
        var earlier = file.Choice("earlier-editions", Earlier);
        var replaces = file.ScalarList("replaces").Select(r => r.Text).ToList();
        var industries = ReadIndustries(file);
        var grids = file.List("grids");
        var rows = file.List("rows", required: grids.Count == 0);
        file.Done();
        Names.CheckId(id, bag);
        if (id is not null && !_setIds.Add(id.Text))
        {
            bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
        }

        // Rows are read even when the head is wrong, so that all faults are told at once; such a set is never used.
        var nothing = LocalizedText.Same(string.Empty);
        var set = new BenchmarkSet(id?.Text ?? string.Empty, title ?? nothing, kind ?? Kinds[0], number ?? string.Empty, documentTitle ?? nothing, notes)
        {
            IsByPeriod = dated == Datings[1],
            EarlierNotHeld = earlier == Earlier[1],
            Replaces = replaces,
        };
        _sets.Add(set);
        var shared = new BenchmarkRowHead { Industries = industries, From = from ?? DateOnly.MinValue, Until = until, Source = source };
        foreach (var node in rows)
        {
            ReadRow(MapReader.Open(node, bag), set, shared);
        }

        foreach (var node in grids)
        {
            ReadGrid(MapReader.Open(node, bag), set, shared);
        }
    }

    private void ReadRow(MapReader? item, BenchmarkSet set, BenchmarkRowHead shared)
    {
        if (item is null)
        {
            return;
        }

        var id = item.Scalar("id", required: true);
        var product = item.Text("product");
        var name = item.Text("product-name");
        var head = ReadHead(item, shared);
        var entries = item.Entries("values");
        item.Done();
        if (id is null || Context(head) is not { } context)
        {
            return;
        }

        if (entries.Count == 0)
        {
            bag.Add(DiagnosticCodes.MissingKey, id.Span, "values");
        }

        Add(set, head, context, id, product, name, entries);
    }

    /// <summary>Rows that share everything but id, product and values, one list each in the order of <c>columns</c>.</summary>
    private void ReadGrid(MapReader? grid, BenchmarkSet set, BenchmarkRowHead shared)
    {
        if (grid is null)
        {
            return;
        }

        var head = ReadHead(grid, shared);
        var columns = grid.ScalarList("columns");
        var rows = grid.List("rows", required: true);
        grid.Done();
        if (Context(head) is not { } context || !CheckColumns(columns, context.Series, grid.Span))
        {
            return;
        }

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            places.Add(column.Text, places.Count);
        }

        foreach (var node in rows)
        {
            if (node is not ListNode cells)
            {
                bag.Add(DiagnosticCodes.WrongShape, node.Span, Shapes.List);
            }
            else if (cells.Items.Count != columns.Count)
            {
                bag.Add(DiagnosticCodes.GridRowLength, node.Span, cells.Items.Count, columns.Count);
            }
            else if (cells.Items.FirstOrDefault(c => c is not ScalarNode) is { } odd)
            {
                bag.Add(DiagnosticCodes.WrongShape, odd.Span, Shapes.Scalar);
            }
            else if (Cell(cells, places, IdColumn) is not { } id)
            {
                bag.Add(DiagnosticCodes.MissingKey, node.Span, IdColumn);
            }
            else
            {
                var entries = columns.Select((c, i) => new MapEntry(c, cells.Items[i])).Where(e => !TextColumns.Contains(e.Key.Text)).ToList();
                Add(set, head, context, id, Cell(cells, places, ProductColumn)?.Text, Cell(cells, places, NameColumn)?.Text, entries);
            }
        }
    }

    private static ScalarNode? Cell(ListNode cells, Dictionary<string, int> places, string column) =>
        places.TryGetValue(column, out var place) && cells.Items[place] is ScalarNode { IsNull: false } cell ? cell : null;

    /// <summary>Columns are checked once, not once a row.</summary>
    private bool CheckColumns(IReadOnlyList<ScalarNode> columns, BenchmarkSeries series, SourceSpan place)
    {
        var before = bag.Count;
        if (columns.All(c => c.Text != IdColumn))
        {
            bag.Add(DiagnosticCodes.MissingKey, place, $"columns: [{IdColumn}]");
        }

        foreach (var column in columns.Where(c => !TextColumns.Contains(c.Text) && !series.Columns.Contains(c.Text)))
        {
            bag.Add(DiagnosticCodes.UnknownKey, column.Span, column.Text, NearestName.Hint(column.Text, series.Columns.Concat(TextColumns)));
        }

        foreach (var (first, again) in columns.GroupBy(c => c.Text, StringComparer.Ordinal).SelectMany(g => g.Skip(1).Select(c => (g.First(), c))))
        {
            bag.Add(DiagnosticCodes.DuplicateKey, again.Span, again.Text, first.Span.Line);
        }

        return bag.Count == before;
    }

    private BenchmarkRowHead ReadHead(MapReader item, BenchmarkRowHead shared) => new()
    {
        Place = item.Span,
        Series = item.Scalar("series", required: true),
        Unit = item.Scalar("unit", required: true),
        Industries = item.Has("industry") ? ReadIndustries(item) : shared.Industries,
        Region = ReadRegion(item),
        From = item.Date("from") ?? shared.From,
        Until = item.Date("until") ?? shared.Until,
        Table = item.Text("table"),
        Indicator = item.Localized("indicator"),
        Adjust = item.Get("adjust"),
        IsOutOfOrder = item.Choice("order", ["as-printed"]) is not null,
        Source = Provenance.Read(item, shared.Source),
        Corrections = [.. item.List("corrections").Select(item.AsLocalized).OfType<LocalizedText>()],
    };

    /// <summary>What a row needs beside its own cells; null when it is wrong, which has then been told.</summary>
    private BenchmarkRowContext? Context(BenchmarkRowHead head)
    {
        if (head.Series is null || head.Unit is null)
        {
            return null;
        }

        if (head.Until <= head.From)
        {
            bag.Add(DiagnosticCodes.EmptyInterval, head.Place, Scalars.Date(head.From), Scalars.Date(head.Until!.Value));
        }

        if (!vocabulary.Series.TryGetValue(head.Series.Text, out var series))
        {
            bag.Add(DiagnosticCodes.UnknownReference, head.Series.Span, ReferenceKinds.Series, head.Series.Text, NearestName.Hint(head.Series.Text, vocabulary.Series.Keys));
            return null;
        }

        var (unit, conversion, dimension) = TowardsSeries(head.Unit, series);
        var adjust = ReadAdjust(head.Adjust, series);
        return conversion is null ? null : new BenchmarkRowContext(series, unit, conversion.Value, dimension, adjust);
    }

    private Dictionary<string, ExpressionText> ReadAdjust(Node? node, BenchmarkSeries series)
    {
        var adjust = new Dictionary<string, ExpressionText>(StringComparer.Ordinal);
        if (node is not null && series.Scope != FactScope.Product)
        {
            bag.Add(DiagnosticCodes.AdjustNeedsProduct, node.Span, series.Id);
        }
        else if (node is ScalarNode every)
        {
            foreach (var column in series.Columns)
            {
                adjust[column] = Expression(every);
            }
        }
        else if (MapReader.Open(node, bag) is { } map)
        {
            foreach (var column in series.Columns)
            {
                if (map.Scalar(column) is { } one)
                {
                    adjust[column] = Expression(one);
                }
            }

            map.Done();
        }

        return adjust;

        static ExpressionText Expression(ScalarNode scalar) =>
            new(scalar.Text, scalar is { Quoted: true, IsVerbatim: true } ? scalar.Span.Shift(1) : scalar.Span) { IsVerbatim = scalar.IsVerbatim };
    }

    private void Add(BenchmarkSet set, BenchmarkRowHead head, BenchmarkRowContext context, ScalarNode id, string? product, string? name, IReadOnlyList<MapEntry> entries)
    {
        Names.CheckId(id, bag);
        if (head.Source is null)
        {
            bag.Add(DiagnosticCodes.MissingSource, id.Span, id.Text);
            return;
        }

        var series = context.Series;
        var printed = ReadValues(entries, series);
        var values = printed.ToDictionary(p => p.Key, p => p.Value.Number is { } number ? Converted(number, context.Conversion, series, p.Value.Cell) : null, StringComparer.Ordinal);
        if (!head.IsOutOfOrder)
        {
            Compare(id, series, values);
        }

        var row = new BenchmarkRow(set, id.Text, series, head.Industries, product, head.Region, head.From, head.Until, values, context.Dimension, head.Table, head.Source, head.Corrections)
        {
            PrintedValues = printed.ToDictionary(p => p.Key, p => p.Value.Number, StringComparer.Ordinal),
            PrintedUnit = context.Unit,
            ToSeries = context.Conversion,
            Adjust = context.Adjust,
            ProductName = name,
            Indicator = head.Indicator,
            IsOutOfOrder = head.IsOutOfOrder,
        };
        if (!_rows.TryAdd(id.Text, row))
        {
            bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
        }

        CheckRivals(id, row);
    }

    private void CheckRivals(ScalarNode id, BenchmarkRow row)
    {
        var rivals = CollectionsMarshal.GetValueRefOrAddDefault(_bySelectors, new Selector(row.Series.Id, row.Product, row.Region, row.From, row.Set.Kind == BenchmarkSet.Illustrative), out _) ??= new(StringComparer.Ordinal);
        var rival = row.Industries.DefaultIfEmpty(string.Empty).Select(i => rivals.GetValueOrDefault(i)).OfType<string>().FirstOrDefault(r => r != id.Text);
        if (rival is not null)
        {
            bag.Add(DiagnosticCodes.RivalBenchmarks, id.Span, id.Text, rival);
        }

        foreach (var industry in row.Industries.DefaultIfEmpty(string.Empty))
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
    private (Unit Unit, Conversion? Conversion, string? Dimension) TowardsSeries(ScalarNode written, BenchmarkSeries series)
    {
        if (!vocabulary.Units.TryParse(written.Text, out var unit))
        {
            bag.Add(DiagnosticCodes.UnknownUnit, written.Span, written.Text, NearestName.Hint(written.Text, vocabulary.Units.Symbols));
            return (Unit.One, null, null);
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
        return (unit, null, null);

        (Unit, Conversion?, string?) Reported(Conversion? conversion, string? dimension)
        {
            if (conversion is null)
            {
                bag.Add(DiagnosticCodes.NumberTooLarge, written.Span, written.Text, series.Unit.Symbol);
            }

            return (unit, conversion, dimension);
        }
    }

    private Dictionary<string, PrintedCell> ReadValues(IReadOnlyList<MapEntry> entries, BenchmarkSeries series)
    {
        var values = new Dictionary<string, PrintedCell>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!series.Columns.Contains(entry.Key.Text))
            {
                bag.Add(DiagnosticCodes.UnknownKey, entry.Key.Span, entry.Key.Text, NearestName.Hint(entry.Key.Text, series.Columns));
            }
            else if (entry.Value is not ScalarNode scalar)
            {
                bag.Add(DiagnosticCodes.WrongShape, entry.Value.Span, Shapes.Scalar);
            }
            else if (scalar.IsNull)
            {
                values[entry.Key.Text] = new PrintedCell(null, scalar);
            }
            else if (!scalar.Quoted && Scalars.TryDecimal(scalar.Text, out var number))
            {
                values[entry.Key.Text] = new PrintedCell(number, scalar);
            }
            else
            {
                bag.Add(DiagnosticCodes.NotANumber, scalar.Span, scalar.Text);
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

    private sealed record Selector(string Series, string? Product, string? Region, DateOnly From, bool IsIllustrative);

    private sealed record PrintedCell(decimal? Number, ScalarNode Cell);
}
