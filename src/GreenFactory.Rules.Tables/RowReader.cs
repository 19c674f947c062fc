using System.Globalization;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Tables;

/// <summary>
/// Makes a factory of a row. A row of plain cells goes the short way; everything else, and everything that is wrong, goes the way
/// of a fact file, so that the same checks say the same. Thread-safe.
/// </summary>
internal sealed class RowReader
{
    private readonly FactVocabulary _vocabulary;
    private readonly IReadOnlyList<TableColumn> _columns;
    private readonly ShortRow _short;
    private readonly TableColumn? _id;
    private readonly TableColumn? _name;
    private readonly int[] _products;

    public RowReader(FactVocabulary vocabulary, IReadOnlyList<TableColumn> columns)
    {
        _vocabulary = vocabulary;
        _columns = columns;
        _short = new ShortRow(vocabulary, columns);
        _id = columns.FirstOrDefault(c => c is { Subject: ColumnSubject.Factory, Key: "id" });
        _name = columns.FirstOrDefault(c => c is { Subject: ColumnSubject.Factory, Key: "name" });
        _products = [.. columns.Where(c => c.Subject is ColumnSubject.Product or ColumnSubject.ProductFact).Select(c => c.Number).Distinct().Order()];
    }

    /// <summary>Names of the row for results, whether the rest can be used or not.</summary>
    public (string? Id, string? Name) Names(RowBlock block, int row)
    {
        return (Of(_id), Of(_name));

        string? Of(TableColumn? column) => column is not null && column.Index < block.Cells(row)
            && CellText.Read(block.Written(row, column.Index))?.Trim() is { Length: > 0 } text && Characters.FirstUnfit(text) < 0 ? text : null;
    }

    /// <summary>The factory; null when the row cannot be used, and the bag says everything that is wrong with it.</summary>
    public FactoryFacts? Read(RowBlock block, int row, DiagnosticBag bag) => Read(block, row, new FactCell[_vocabulary.FactorySlots], bag);

    /// <param name="block">The rows.</param>
    /// <param name="row">Which.</param>
    /// <param name="cells">A table of facts without any, which becomes part of the factory.</param>
    /// <param name="bag">For what is wrong.</param>
    public FactoryFacts? Read(RowBlock block, int row, FactCell[] cells, DiagnosticBag bag)
    {
        if (block.Cells(row) != _columns.Count)
        {
            bag.Add(DiagnosticCodes.RowLength, block.Place(row), block.Cells(row), _columns.Count);
            return null;
        }

        Span<bool> odd = _columns.Count <= 1024 ? stackalloc bool[_columns.Count] : new bool[_columns.Count];
        odd.Clear();
        return _short.TryRead(block, row, cells, odd) ?? ReadLong(block, row, cells, odd, bag);
    }

    /// <summary>Facts of the factory that were read the short way keep what they were read as; all else goes through one node.</summary>
    private FactoryFacts? ReadLong(RowBlock block, int row, FactCell[] cells, Span<bool> odd, DiagnosticBag bag)
    {
        Span<bool> written = odd.Length <= 1024 ? stackalloc bool[odd.Length] : new bool[odd.Length];
        for (var i = 0; i < odd.Length; i++)
        {
            written[i] = odd[i] || (_columns[i].Subject != ColumnSubject.Fact && !block.Written(row, i).Trim().IsEmpty);
        }

        var facts = FactoryFactsReader.Read(Node(block, row, written, bag), _vocabulary, bag);
        if (facts is null || bag.HasErrors)
        {
            return null;
        }

        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].State != FactState.Unknown)
            {
                facts.Cells[i] = cells[i];
            }
        }

        _short.Learn(block, row, written, facts);
        return facts;
    }

    /// <summary>The row as the fact file that says the same, without what is read already.</summary>
    private MapNode Node(RowBlock block, int row, ReadOnlySpan<bool> odd, DiagnosticBag bag)
    {
        var place = block.Place(row);
        var identity = new List<MapEntry>();
        var facts = new List<MapEntry>();
        var past = new SortedDictionary<int, List<MapEntry>>();
        var products = new Dictionary<int, (List<MapEntry> Keys, List<MapEntry> Facts)>();
        var file = new List<MapEntry> { Entry("schema", Text(FactoryFactsReader.Schema, place)) };
        for (var i = 0; i < _columns.Count; i++)
        {
            if (!odd[i])
            {
                continue;
            }

            var column = _columns[i];
            var span = block.Place(row, i);
            if (CellText.Read(block.Written(row, i))?.Trim() is not { } text)
            {
                bag.Add(DiagnosticCodes.BadQuoting, span);
                continue;
            }

            var scalar = Text(text, span);
            Characters.Check(scalar, bag);
            if (text.Length == 0)
            {
                continue;
            }

            var entry = new MapEntry(Text(column.Key, span), column.Fact is null ? scalar : CellNode.Of(column, text, span));
            switch (column.Subject)
            {
                case ColumnSubject.Period:
                    file.Add(entry);
                    break;
                case ColumnSubject.Factory:
                    identity.Add(entry);
                    break;
                case ColumnSubject.Fact:
                    facts.Add(entry);
                    break;
                case ColumnSubject.Past:
                    (past.TryGetValue(column.Number, out var year) ? year : past[column.Number] = []).Add(entry);
                    break;
                default:
                    var (keys, own) = products.TryGetValue(column.Number, out var known) ? known : products[column.Number] = ([], []);
                    (column.Subject == ColumnSubject.Product ? keys : own).Add(entry);
                    break;
            }
        }

        file.Add(Entry("factory", new MapNode(identity, place)));
        file.Add(Entry("facts", new MapNode(facts, place)));
        file.Add(Entry("history", new MapNode([.. past.Select(y => Entry(y.Key.ToString("0000", CultureInfo.InvariantCulture), new MapNode(y.Value, y.Value[0].Value.Span)))], place)));
        if (products.Count > 0)
        {
            file.Add(Entry("products", new ListNode([.. _products.Where(products.ContainsKey).Select(n => Product(n, products[n].Keys, products[n].Facts, place))], place)));
        }

        return new MapNode(file, place);

        MapEntry Entry(string key, Node value) => new(Text(key, value.Span), value);
    }

    /// <summary>A product that names no id goes by its number.</summary>
    private static MapNode Product(int number, List<MapEntry> keys, List<MapEntry> facts, SourceSpan place)
    {
        var entries = new List<MapEntry>(keys) { new(Text("facts", place), new MapNode(facts, place)) };
        if (!keys.Any(k => k.Key.Text == "id"))
        {
            entries.Add(new MapEntry(Text("id", place), Text(number.ToString(CultureInfo.InvariantCulture), place)));
        }

        return new MapNode(entries, place);
    }

    private static ScalarNode Text(string text, SourceSpan span) => new(text, quoted: true, span);
}
