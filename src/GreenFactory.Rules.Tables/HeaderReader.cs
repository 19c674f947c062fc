using System.Globalization;
using System.Text.RegularExpressions;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Tables;

/// <summary>
/// Reads a header such as <c>id,name,region,industry,period,energy.comprehensive [tce],products[1].id,history[2023].energy.comprehensive [tce]</c>
/// and reports everything wrong with it together.
/// </summary>
internal sealed partial class HeaderReader(FactVocabulary vocabulary, DiagnosticBag bag)
{
    /// <summary>Expressions call the keys of the factory so.</summary>
    private const string FactoryPrefix = "factory.";
    private const string PeriodKey = "period";
    private const int MostColumns = 10_000;
    private const int MostProducts = 1000;

    private static readonly LocalizedText OwnColumn = new("不带 products[…] 的列", "a column without products[…]");
    private static readonly string[] FactoryKeys = ["id", "name", "region", "industry", "founded"];
    private static readonly string[] ProductKeys = ["id", "name"];

    /// <summary>The columns; empty when the header cannot be used, and the bag says why.</summary>
    public IReadOnlyList<TableColumn> Read(RowBlock block)
    {
        var columns = new List<TableColumn>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        if (block.Cells(0) > MostColumns)
        {
            bag.Add(DiagnosticCodes.TooMany, block.Place(0), new LocalizedText("列", "columns"), MostColumns);
            return [];
        }

        for (var i = 0; i < block.Cells(0); i++)
        {
            var place = block.Place(0, i);
            if (CellText.Read(block.Written(0, i)) is not { } written)
            {
                bag.Add(DiagnosticCodes.BadQuoting, place);
            }
            else if (Column(i, written.Trim().TrimStart('\uFEFF'), place) is { } column)
            {
                if (!seen.TryAdd(column.Name, i + 1))
                {
                    bag.Add(DiagnosticCodes.RepeatedColumn, place, column.Name, seen[column.Name]);
                }

                columns.Add(column);
            }
        }

        if (!seen.ContainsKey(PeriodKey))
        {
            bag.Add(DiagnosticCodes.MissingKey, block.Place(0), PeriodKey);
        }

        return bag.HasErrors ? [] : columns;
    }

    private TableColumn? Column(int index, string header, SourceSpan place)
    {
        var match = Header().Match(header);
        var name = match.Groups["name"].Value;
        var unit = match.Groups["unit"] is { Success: true } written ? written.Value.Trim() : null;
        var bare = name.StartsWith(FactoryPrefix, StringComparison.Ordinal) && FactoryKeys.Contains(name[FactoryPrefix.Length..]) ? name[FactoryPrefix.Length..] : name;
        if (unit is null && !match.Groups["list"].Success && (bare == PeriodKey || FactoryKeys.Contains(bare)))
        {
            return new TableColumn(index, bare == PeriodKey ? ColumnSubject.Period : ColumnSubject.Factory, bare, 0, null, null, null);
        }

        var number = match.Groups["number"] is { Success: true } digits ? int.Parse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var isProduct = match.Groups["list"].Value == "products";
        if (isProduct && ProductKeys.Contains(name) && unit is null)
        {
            return Numbered(new TableColumn(index, ColumnSubject.Product, name, number, null, null, null), header, place);
        }

        if (vocabulary.Find(name) is not { } fact)
        {
            bag.Add(DiagnosticCodes.UnknownColumn, place, header, NearestName.Hint(name, Legal(isProduct)));
            return null;
        }

        var isOfProduct = fact.Scope == FactScope.Product;
        if (isOfProduct != isProduct)
        {
            bag.Add(DiagnosticCodes.WrongScope, place, name, isOfProduct ? $"products[1].{name}" : OwnColumn);
            return null;
        }

        var subject = isProduct ? ColumnSubject.ProductFact : number > 0 ? ColumnSubject.Past : ColumnSubject.Fact;
        return Numbered(new TableColumn(index, subject, name, number, fact, unit, ConversionOf(fact, unit, place)), header, place);
    }

    private TableColumn? Numbered(TableColumn column, string header, SourceSpan place)
    {
        if (column.Subject is ColumnSubject.Fact or ColumnSubject.Past || column.Number is > 0 and <= MostProducts)
        {
            return column;
        }

        bag.Add(DiagnosticCodes.UnknownColumn, place, header, new LocalizedText($"产品从 products[1] 数到 products[{MostProducts}]。", $"Products are counted from products[1] to products[{MostProducts}]."));
        return null;
    }

    /// <summary>How a plain number of the column becomes one in the declared unit; units that are wrong are told here, once.</summary>
    private Conversion? ConversionOf(FactDeclaration fact, string? unit, SourceSpan place)
    {
        if (unit is null)
        {
            return fact.Kind is FactKind.Count || (fact.Kind is FactKind.Quantity && fact.Unit.IsOne) ? Conversion.None : null;
        }

        if (fact.Kind is not (FactKind.Quantity or FactKind.Count))
        {
            bag.Add(DiagnosticCodes.WrongDimension, place, fact.Path, unit, fact.Unit.Symbol);
            return null;
        }

        if (!vocabulary.Units.TryParse(unit, out var parsed))
        {
            bag.Add(DiagnosticCodes.UnknownUnit, place, unit, NearestName.Hint(unit, vocabulary.Units.Symbols));
            return null;
        }

        // What a product is counted in is said cell by cell.
        if (fact.Unit.IsProduct || fact.Kind == FactKind.Count)
        {
            return null;
        }

        if (!parsed.SameDimension(fact.Unit) || (parsed.IsOne && !fact.Unit.IsOne))
        {
            bag.Add(DiagnosticCodes.WrongDimension, place, fact.Path, parsed.Symbol, fact.Unit.Symbol);
            return null;
        }

        return parsed.FactorTo(fact.Unit).ToConversion();
    }

    private IEnumerable<string> Legal(bool isProduct) => isProduct
        ? vocabulary.Facts.Where(f => f.Scope == FactScope.Product).Select(f => f.Path).Concat(ProductKeys)
        : vocabulary.Facts.Where(f => f.Scope == FactScope.Factory).Select(f => f.Path).Concat(FactoryKeys).Append(PeriodKey);

    [GeneratedRegex(@"^(?:(?<list>products|history)\[(?<number>[0-9]{1,4})\]\.)?(?<name>.*?)\s*(?:\[(?<unit>[^\]]*)\])?\z", RegexOptions.Singleline)]
    private static partial Regex Header();
}
