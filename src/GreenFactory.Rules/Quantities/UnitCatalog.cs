using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Quantities;

/// <summary>The units of a vocabulary (<c>rules/vocabulary/units.yaml</c>) and the reading of unit text. Immutable, thread-safe.</summary>
internal sealed class UnitCatalog
{
    public const string Schema = "greenfactory.units/v1";

    private const int MostParts = 6;

    private readonly Dictionary<string, UnitSymbol> _symbols;
    private readonly Dictionary<string, UnitSymbol> _productUnits;
    private readonly string[] _productDimensions;
    private readonly int _longest;

    private UnitCatalog(Dictionary<string, UnitSymbol> symbols, Dictionary<string, UnitSymbol> productUnits)
    {
        _symbols = symbols;
        _productUnits = productUnits;
        _productDimensions = [.. productUnits.Keys.Order(StringComparer.Ordinal)];
        _longest = symbols.Keys.Select(s => s.Length).DefaultIfEmpty(0).Max();
        ProductUnit = symbols.Values.FirstOrDefault(s => s.Dimension.Id == Dimension.Product);
    }

    public static UnitCatalog Empty { get; } = new([], []);

    /// <summary>The opaque unit "whatever this product is counted in".</summary>
    public UnitSymbol? ProductUnit { get; }

    public IEnumerable<string> Symbols => _symbols.Keys;

    /// <summary>Canonical unit for each dimension a product may be counted in.</summary>
    public IReadOnlyDictionary<string, UnitSymbol> ProductUnits => _productUnits;

    public static UnitCatalog Read(Node? file, DiagnosticBag bag) => Read([file], bag);

    /// <summary>Reads one catalog from all files of units: a folder laid over the package may add a file of its own.</summary>
    public static UnitCatalog Read(IReadOnlyList<Node?> files, DiagnosticBag bag)
    {
        var readers = files.Select(f => MapReader.OpenFile(f, Schema, bag)).OfType<MapReader>().ToList();
        var dimensions = new Dictionary<string, Dimension>(StringComparer.Ordinal);
        foreach (var node in readers.SelectMany(r => r.List("dimensions")))
        {
            if (MapReader.Open(node, bag) is not { } item)
            {
                continue;
            }

            var id = item.Scalar("id", required: true);
            var name = item.Localized("name", required: true);
            item.Done();
            if (id is not null && name is not null && !dimensions.TryAdd(id.Text, new Dimension(id.Text, name)))
            {
                bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
            }
        }

        var symbols = new Dictionary<string, UnitSymbol>(StringComparer.Ordinal);
        foreach (var node in readers.SelectMany(r => r.List("units", required: true)))
        {
            ReadSymbol(MapReader.Open(node, bag), dimensions, symbols, bag);
        }

        var productUnits = ReadProductUnits(readers, dimensions, symbols, bag);
        readers.ForEach(r => r.Done());
        return new UnitCatalog(symbols, productUnits);
    }

    /// <summary>Reads a whole unit text.</summary>
    public bool TryParse(string text, out Unit unit)
    {
        var length = Match(text, 0, out unit);
        return length > 0 && length == text.Length;
    }

    /// <summary>
    /// The unit read as an amount per (or of) product: the counting dimension that makes it fit <paramref name="wanted"/>,
    /// and the factor to <paramref name="wanted"/>. Null when no counting dimension fits.
    /// </summary>
    public (UnitSymbol Canonical, Factor Factor)? TowardsProduct(Unit unit, Unit wanted)
    {
        foreach (var dimension in _productDimensions)
        {
            var canonical = _productUnits[dimension];
            foreach (var turned in unit.TowardsProduct(dimension, canonical, ProductUnit!))
            {
                if (turned.Unit.SameDimension(wanted))
                {
                    return (canonical, turned.Factor * turned.Unit.FactorTo(wanted));
                }
            }
        }

        return null;
    }

    /// <summary>Reads the longest unit that starts at <paramref name="start"/>; returns how many characters it took, 0 for none.</summary>
    public int Match(string text, int start, out Unit unit)
    {
        unit = Unit.One;
        var parts = new List<UnitPart>();
        var position = start;
        var sign = 1;
        while (parts.Count < MostParts && MatchSymbol(text, position) is { } symbol)
        {
            position += symbol.Length;
            parts.Add(new UnitPart(symbol.Unit, sign));
            if (position + 1 >= text.Length || text[position] is not ('/' or '·' or '*') || MatchSymbol(text, position + 1) is null)
            {
                break;
            }

            sign = text[position] == '/' ? -1 : 1;
            position++;
        }

        if (parts.Count == 0)
        {
            return 0;
        }

        unit = Unit.Compose(parts);
        return position - start;
    }

    private (UnitSymbol Unit, int Length)? MatchSymbol(string text, int start)
    {
        for (var length = Math.Min(_longest, text.Length - start); length > 0; length--)
        {
            var end = start + length;
            if (end < text.Length && IsWord(text[end]) && IsWord(text[end - 1]))
            {
                continue;
            }

            // A dot or a bracket after a word makes it a path or a call, not a unit.
            if (end < text.Length && IsWord(text[end - 1]) && (text[end] == '(' || (text[end] == '.' && end + 1 < text.Length && IsWord(text[end + 1]))))
            {
                continue;
            }

            if (_symbols.TryGetValue(text.Substring(start, length), out var unit))
            {
                return (unit, length);
            }
        }

        return null;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static void ReadSymbol(MapReader? item, Dictionary<string, Dimension> dimensions, Dictionary<string, UnitSymbol> symbols, DiagnosticBag bag)
    {
        if (item is null)
        {
            return;
        }

        var symbol = item.Scalar("symbol", required: true);
        var dimension = item.Scalar("dimension", required: true);
        var factorNode = item.Scalar("factor", required: true);
        var names = item.ScalarList("aliases").Prepend(symbol).OfType<ScalarNode>().ToList();
        item.Done();
        if (symbol is null || dimension is null || factorNode is null)
        {
            return;
        }

        if (!dimensions.TryGetValue(dimension.Text, out var known))
        {
            bag.Add(DiagnosticCodes.UnknownReference, dimension.Span, ReferenceKinds.Dimension, dimension.Text, NearestName.Hint(dimension.Text, dimensions.Keys));
            return;
        }

        if (!Factor.TryParse(factorNode.Text, out var factor))
        {
            bag.Add(DiagnosticCodes.NotANumber, factorNode.Span, factorNode.Text);
            return;
        }

        foreach (var name in names)
        {
            if (!CanBeSymbol(name.Text))
            {
                bag.Add(DiagnosticCodes.BadUnitSymbol, name.Span, name.Text);
            }
            else if (!symbols.TryAdd(name.Text, new UnitSymbol(symbol.Text, known, factor)))
            {
                bag.Add(DiagnosticCodes.DuplicateId, name.Span, name.Text);
            }
        }
    }

    /// <summary>Anything else would be read as something else in an expression or a unit text.</summary>
    private static bool CanBeSymbol(string text) =>
        text == "1"
        || (text.Length > 0
            && !char.IsAsciiDigit(text[0])
            && !text.Any(c => char.IsWhiteSpace(c) || c is '/' or '*' or ',' or '\'' or '"' or '=' or '<' or '>' or '[' or ']')
            && !ReservedWords.Contains(text));

    private static Dictionary<string, UnitSymbol> ReadProductUnits(List<MapReader> readers, Dictionary<string, Dimension> dimensions, Dictionary<string, UnitSymbol> symbols, DiagnosticBag bag)
    {
        var productUnits = new Dictionary<string, UnitSymbol>(StringComparer.Ordinal);
        var opaque = symbols.Values.Any(s => s.Dimension.Id == Dimension.Product);
        foreach (var entry in readers.SelectMany(r => r.Entries("product-units")))
        {
            var wanted = entry.Key.Text;
            var symbol = entry.Value as ScalarNode;
            if (symbol is null)
            {
                bag.Add(DiagnosticCodes.WrongShape, entry.Value.Span, Shapes.Scalar);
            }
            else if (!symbols.TryGetValue(symbol.Text, out var unit) || unit.Dimension.Id != wanted)
            {
                bag.Add(DiagnosticCodes.UnknownUnit, symbol.Span, symbol.Text, NearestName.Hint(symbol.Text, symbols.Where(s => s.Value.Dimension.Id == wanted).Select(s => s.Key)));
            }
            else if (!opaque)
            {
                bag.Add(DiagnosticCodes.UnknownReference, entry.Key.Span, ReferenceKinds.Dimension, Dimension.Product, NearestName.Hint(Dimension.Product, dimensions.Keys));
            }
            else
            {
                productUnits[wanted] = unit;
            }
        }

        return productUnits;
    }
}
