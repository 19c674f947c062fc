using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Tables;

/// <summary>
/// Makes a factory of a row whose cells all have a short way. What the long way has read once, it knows from then on. Thread-safe.
/// </summary>
internal sealed class ShortRow
{
    private const int MostRemembered = 16_384;
    private const char Quote = '"';

    private readonly FactVocabulary _vocabulary;
    private readonly IReadOnlyList<TableColumn> _columns;
    private readonly ShortCell?[] _cells;
    private readonly int[] _places;
    private readonly int[] _products;
    private readonly string[] _productIds;
    private readonly int[] _years;

    // By column and the text of the cell; only what the long way found nothing wrong with.
    private readonly ConcurrentDictionary<string, (string? Text, DateOnly? Day, int Year)>[] _keys;

    public ShortRow(FactVocabulary vocabulary, IReadOnlyList<TableColumn> columns)
    {
        _vocabulary = vocabulary;
        _columns = columns;
        _cells = [.. columns.Select(c => c.Fact is null ? null : new ShortCell(c, vocabulary.Units))];
        _keys = [.. columns.Select(_ => new ConcurrentDictionary<string, (string?, DateOnly?, int)>(StringComparer.Ordinal))];
        _products = [.. columns.Where(c => c.Subject is ColumnSubject.Product or ColumnSubject.ProductFact).Select(c => c.Number).Distinct().Order()];
        _productIds = [.. _products.Select(n => n.ToString(CultureInfo.InvariantCulture))];
        _years = [.. columns.Where(c => c.Subject == ColumnSubject.Past).Select(c => c.Number).Distinct().Order()];
        _places = [.. columns.Select(c => c.Subject switch
        {
            ColumnSubject.Product or ColumnSubject.ProductFact => Array.IndexOf(_products, c.Number),
            ColumnSubject.Past => Array.IndexOf(_years, c.Number),
            _ => -1,
        })];
    }

    /// <summary>The factory; null when a cell has no short way, and <paramref name="odd"/> marks those that have none.</summary>
    /// <param name="block">The rows.</param>
    /// <param name="row">Which.</param>
    /// <param name="cells">Facts of the factory that were read, whatever becomes of the rest.</param>
    /// <param name="odd">By column; all false on entry.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public FactoryFacts? TryRead(RowBlock block, int row, FactCell[] cells, Span<bool> odd)
    {
        var draft = new Draft(cells, _products.Length, _years.Length);
        var isShort = true;
        for (var i = 0; i < _columns.Count; i++)
        {
            var written = block.Written(row, i).Trim();
            if (!written.IsEmpty && !TryRead(block, row, i, written, draft))
            {
                odd[i] = true;
                isShort = false;
            }
        }

        return isShort && draft.Period is { } period ? Make(draft, period) : null;
    }

    /// <summary>Remembers what the long way made of the cells that have no short way yet.</summary>
    public void Learn(RowBlock block, int row, ReadOnlySpan<bool> odd, FactoryFacts facts)
    {
        for (var i = 0; i < _columns.Count; i++)
        {
            if (!odd[i])
            {
                continue;
            }

            var column = _columns[i];
            var written = block.Written(row, i).Trim();
            switch (column.Subject)
            {
                case ColumnSubject.Period:
                    Remember(column, written, (null, null, facts.Period.Year));
                    break;
                case ColumnSubject.Factory when column.Key is "region" or "industry":
                    Remember(column, written, (column.Key == "region" ? facts.Identity.Region : facts.Identity.Industry, null, 0));
                    break;
                case ColumnSubject.Factory when column.Key == "founded":
                    Remember(column, written, (null, facts.Identity.Founded, 0));
                    break;
                case ColumnSubject.Fact:
                    _cells[i]!.Learn(written, in facts.Cells[column.Fact!.Slot]);
                    break;
                case ColumnSubject.Past when facts.History.TryGetValue(column.Number, out var past):
                    _cells[i]!.Learn(written, in past[column.Fact!.Slot]);
                    break;
                case ColumnSubject.ProductFact when ProductOf(block, row, column.Number, facts) is { } product:
                    _cells[i]!.Learn(written, in product.Cells[column.Fact!.Slot]);
                    break;
            }
        }
    }

    private FactoryProduct? ProductOf(RowBlock block, int row, int number, FactoryFacts facts)
    {
        var column = _columns.FirstOrDefault(c => c.Subject == ColumnSubject.Product && c.Number == number && c.Key == "id");
        var id = column is null ? null : CellText.Read(block.Written(row, column.Index))?.Trim();
        return facts.Products?.FirstOrDefault(p => p.Id == (string.IsNullOrEmpty(id) ? number.ToString(CultureInfo.InvariantCulture) : id));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryRead(RowBlock block, int row, int column, ReadOnlySpan<char> written, Draft draft)
    {
        var of = _columns[column];
        UnitSymbol? none = null;
        switch (of.Subject)
        {
            case ColumnSubject.Fact:
                return _cells[column]!.TryRead(written, ref none, out draft.Cells[of.Fact!.Slot]);
            case ColumnSubject.Past:
                return _cells[column]!.TryRead(written, ref none, out draft.Year(_places[column], _vocabulary.FactorySlots)[of.Fact!.Slot]);
            case ColumnSubject.ProductFact:
                return _cells[column]!.TryRead(written, ref draft.Counted[_places[column]], out draft.Product(_places[column], _vocabulary.ProductSlots)[of.Fact!.Slot]);
            case ColumnSubject.Product:
                draft.Product(_places[column], _vocabulary.ProductSlots);
                return TryText(written, out (of.Key == "id" ? draft.ProductIds : draft.ProductNames)[_places[column]]);
            case ColumnSubject.Factory when of.Key == "id":
                return TryText(written, out draft.Id);
            case ColumnSubject.Factory when of.Key == "name":
                return TryText(written, out draft.Name);
            default:
                return TryKey(block, row, of, written, draft);
        }
    }

    private bool TryKey(RowBlock block, int row, TableColumn column, ReadOnlySpan<char> written, Draft draft)
    {
        if (!_keys[column.Index].GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out var known))
        {
            return false;
        }

        switch (column.Key)
        {
            case "region":
                draft.Region = known.Text;
                draft.RegionSpan = block.Place(row, column.Index);
                break;
            case "industry":
                draft.Industry = known.Text;
                break;
            case "founded":
                draft.Founded = known.Day;
                break;
            default:
                draft.Period = new ReportingPeriod(known.Year);
                break;
        }

        return true;
    }

    private void Remember(TableColumn column, ReadOnlySpan<char> written, (string? Text, DateOnly? Day, int Year) value)
    {
        // Counting what a concurrent dictionary holds locks it: this is the long way.
        if (_keys[column.Index].Count < MostRemembered)
        {
            _keys[column.Index].TryAdd(written.ToString(), value);
        }
    }

    private static bool TryText(ReadOnlySpan<char> written, out string? text)
    {
        text = null;
        if (written.Contains(Quote))
        {
            return false;
        }

        text = written.ToString();
        return Characters.FirstUnfit(text) < 0;
    }

    private FactoryFacts? Make(Draft draft, ReportingPeriod period)
    {
        var products = new List<FactoryProduct>();
        for (var p = 0; p < _products.Length; p++)
        {
            if (draft.ProductCells[p] is not { } cells)
            {
                continue;
            }

            var id = draft.ProductIds[p] ?? _productIds[p];
            if (products.Exists(o => o.Id == id))
            {
                return null;
            }

            products.Add(new FactoryProduct(id, draft.ProductNames[p], cells, draft.Counted[p]));
        }

        var history = new Dictionary<int, FactCell[]>();
        for (var y = 0; y < _years.Length; y++)
        {
            if (draft.Years[y] is not { } cells)
            {
                continue;
            }

            if (_years[y] >= period.Year || _years[y] < FactoryFactsReader.EarliestYear || history.Count == FactoryFactsReader.MostYears)
            {
                return null;
            }

            history[_years[y]] = cells;
        }

        var identity = new FactoryIdentity { Id = draft.Id, Name = draft.Name, Region = draft.Region, Industry = draft.Industry, Founded = draft.Founded };
        return new FactoryFacts(_vocabulary, identity, period, draft.Cells, products.Count > 0 ? products : null, history, []) { RegionSpan = draft.RegionSpan };
    }

    /// <summary>What is read of a row so far.</summary>
    private sealed class Draft(FactCell[] cells, int products, int years)
    {
        public readonly FactCell[] Cells = cells;
        public readonly FactCell[]?[] ProductCells = new FactCell[]?[products];
        public readonly string?[] ProductIds = new string?[products];
        public readonly string?[] ProductNames = new string?[products];
        public readonly UnitSymbol?[] Counted = new UnitSymbol?[products];
        public readonly FactCell[]?[] Years = new FactCell[]?[years];
        public string? Id;
        public string? Name;
        public string? Region;
        public SourceSpan? RegionSpan;
        public string? Industry;
        public DateOnly? Founded;
        public ReportingPeriod? Period;

        public FactCell[] Product(int place, int slots) => ProductCells[place] ??= new FactCell[slots];

        public FactCell[] Year(int place, int slots) => Years[place] ??= new FactCell[slots];
    }
}
