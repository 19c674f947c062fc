using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Facts;

/// <summary>Remembers in which unit a product is counted; all its amounts must agree.</summary>
internal sealed class ProductCounting
{
    public UnitSymbol? Unit { get; set; }
}

/// <summary>Reads single fact values into cells: kind, unit, dimension and range are checked here.</summary>
internal sealed class FactValueReader(FactVocabulary vocabulary, DiagnosticBag bag)
{
    private static readonly LocalizedText NoUnit = new("（无）", "none");

    public void Fill(IReadOnlyList<MapEntry> entries, FactScope scope, FactCell[] cells, ProductCounting? counting)
    {
        foreach (var entry in entries)
        {
            var declaration = vocabulary.Find(entry.Key.Text);
            if (declaration is null)
            {
                bag.Add(DiagnosticCodes.UnknownFact, entry.Key.Span, entry.Key.Text, NearestName.Hint(entry.Key.Text, vocabulary.Paths));
            }
            else if (declaration.Scope != scope)
            {
                bag.Add(DiagnosticCodes.WrongScope, entry.Key.Span, entry.Key.Text, declaration.Scope == FactScope.Product ? "products[].facts" : "facts");
            }
            else if (Read(declaration, entry.Value, counting) is { } cell)
            {
                cells[declaration.Slot] = cell;
            }
        }
    }

    private FactCell? Read(FactDeclaration fact, Node node, ProductCounting? counting)
    {
        if (node.IsNull)
        {
            return null;
        }

        if (node is MapNode map)
        {
            return ReadMap(fact, map, counting);
        }

        if (fact.Kind == FactKind.Choices)
        {
            return ReadChoices(fact, node);
        }

        if (node is not ScalarNode scalar)
        {
            bag.Add(DiagnosticCodes.WrongFactKind, node.Span, fact.Path, Expected(fact));
            return null;
        }

        return fact.Kind switch
        {
            FactKind.Flag => ReadFlag(fact, scalar),
            FactKind.Date => ReadDate(fact, scalar),
            FactKind.Text => FactCell.Of(scalar.Text),
            FactKind.Choice => ReadChoice(fact, scalar),
            FactKind.Assessment => ReasonMissing(fact, scalar),
            _ => ReadNumber(fact, scalar, scalar, counting),
        };
    }

    private FactCell? ReasonMissing(FactDeclaration fact, ScalarNode scalar)
    {
        bag.Add(DiagnosticCodes.ReasonMissing, scalar.Span, fact.Path);
        return null;
    }

    private FactCell? ReadMap(FactDeclaration fact, MapNode map, ProductCounting? counting)
    {
        var reader = MapReader.Open(map, bag)!;
        if (reader.GetEvenNull("notApplicable") is { } why)
        {
            reader.Done();
            if (why is ScalarNode reason && IsReason(reason))
            {
                return FactCell.NotApplicable(reason.Text);
            }

            bag.Add(DiagnosticCodes.ReasonMissing, why.Span, fact.Path);
            return null;
        }

        if (fact.Kind == FactKind.Assessment)
        {
            var fraction = reader.Scalar("fraction", required: true);
            var reason = reader.Text("reason");
            reader.Done();
            if (string.IsNullOrWhiteSpace(reason))
            {
                bag.Add(DiagnosticCodes.ReasonMissing, map.Span, fact.Path);
                return null;
            }

            return fraction is not null && ReadNumber(fact, fraction, fraction, null) is { } cell ? FactCell.Of(cell.Number, reason) : null;
        }

        var value = reader.Scalar("value", required: true);
        var unit = reader.Scalar("unit");
        reader.Done();
        if (value is null)
        {
            return null;
        }

        if (unit is null)
        {
            return Read(fact, value, counting);
        }

        return fact.Kind == FactKind.Quantity
            ? ReadNumber(fact, new ScalarNode($"{value.Text} {unit.Text}", value.Quoted, value.Span), unit, counting)
            : Wrong(fact, unit);
    }

    /// <summary>Words; true, false and nothing say that somebody ticked a box and not why.</summary>
    private static bool IsReason(ScalarNode written) =>
        !written.IsNull && !string.IsNullOrWhiteSpace(written.Text) && (written.Quoted || written.Text is not ("true" or "false"));

    private FactCell? Wrong(FactDeclaration fact, Node node)
    {
        bag.Add(DiagnosticCodes.WrongFactKind, node.Span, fact.Path, Expected(fact));
        return null;
    }

    private FactCell? ReadNumber(FactDeclaration fact, ScalarNode written, ScalarNode unitPlace, ProductCounting? counting)
    {
        if (QuantityText.Parse(written, vocabulary.Units, bag) is not { } quantity)
        {
            return null;
        }

        if (ToDeclaredUnit(fact, quantity, unitPlace, counting) is not { } value)
        {
            return null;
        }

        if (fact.Kind == FactKind.Count && value != decimal.Truncate(value))
        {
            return Wrong(fact, written);
        }

        if (value < fact.Least || value > fact.Greatest)
        {
            bag.Add(DiagnosticCodes.OutOfRange, written.Span, fact.Path, new Quantity(value, fact.Unit), Bound(fact.Least), Bound(fact.Greatest), fact.Unit.Symbol);
            return null;
        }

        return FactCell.Of(value);
    }

    private static string Bound(decimal? bound) => bound is { } value ? Scalars.Number(value) : "…";

    private decimal? ToDeclaredUnit(FactDeclaration fact, Quantity quantity, ScalarNode place, ProductCounting? counting)
    {
        if (fact.Unit.IsProduct)
        {
            return TowardsProduct(fact, quantity, place, counting ?? new ProductCounting());
        }

        if (fact.Kind is FactKind.Count)
        {
            if (!quantity.Unit.IsOne && quantity.Unit.DimensionKey is not ("item" or "certificate" or "piece" or "people"))
            {
                bag.Add(DiagnosticCodes.WrongDimension, place.Span, fact.Path, quantity.Unit.Symbol, fact.Unit.Symbol);
                return null;
            }

            // 2 万件 are 20000.
            return Convert(fact, quantity.Value, quantity.Unit.FactorTo(Unit.One), place);
        }

        var bare = quantity.Unit.IsOne && !fact.Unit.IsOne;
        if (bare || !quantity.Unit.SameDimension(fact.Unit))
        {
            bag.Add(DiagnosticCodes.WrongDimension, place.Span, fact.Path, bare ? NoUnit : quantity.Unit.Symbol, fact.Unit.Symbol);
            return null;
        }

        return Convert(fact, quantity.Value, quantity.Unit.FactorTo(fact.Unit), place);
    }

    private decimal? TowardsProduct(FactDeclaration fact, Quantity quantity, ScalarNode place, ProductCounting counting)
    {
        if (vocabulary.Units.TowardsProduct(quantity.Unit, fact.Unit) is { } turned)
        {
            if (counting.Unit is { } already && already.Dimension.Id != turned.Canonical.Dimension.Id)
            {
                bag.Add(DiagnosticCodes.MixedProductUnits, place.Span, fact.Path, quantity.Unit.Symbol, already.Symbol);
                return null;
            }

            counting.Unit = turned.Canonical;
            return Convert(fact, quantity.Value, turned.Factor, place);
        }

        bag.Add(DiagnosticCodes.WrongDimension, place.Span, fact.Path, quantity.Unit.Symbol, string.Join(" | ", vocabulary.Units.ProductUnits.Values.Select(u => u.Symbol).Order(StringComparer.Ordinal)));
        return null;
    }

    private decimal? Convert(FactDeclaration fact, decimal value, Factor factor, ScalarNode place)
    {
        try
        {
            if (factor.ToConversion() is { } conversion)
            {
                return conversion.Apply(value);
            }
        }
        catch (OverflowException)
        {
            // Told below: the number cannot be kept in the declared unit.
        }

        bag.Add(DiagnosticCodes.OutOfRange, place.Span, fact.Path, Scalars.Number(value), Bound(fact.Least), Bound(fact.Greatest), fact.Unit.Symbol);
        return null;
    }

    private FactCell? ReadFlag(FactDeclaration fact, ScalarNode scalar) => scalar switch
    {
        { Quoted: false, Text: "true" } => FactCell.Of(true),
        { Quoted: false, Text: "false" } => FactCell.Of(false),
        _ => Wrong(fact, scalar),
    };

    private FactCell? ReadDate(FactDeclaration fact, ScalarNode scalar)
    {
        if (Scalars.TryDate(scalar.Text, out var date))
        {
            return FactCell.Of(date);
        }

        bag.Add(DiagnosticCodes.NotADate, scalar.Span, scalar.Text);
        return null;
    }

    private FactCell? ReadChoice(FactDeclaration fact, ScalarNode scalar) => IsChoice(fact, scalar) ? FactCell.Of(scalar.Text) : null;

    private FactCell? ReadChoices(FactDeclaration fact, Node node)
    {
        if (node is not ListNode list)
        {
            return Wrong(fact, node);
        }

        var chosen = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (item is not ScalarNode scalar)
            {
                Wrong(fact, item);
            }
            else if (IsChoice(fact, scalar))
            {
                chosen.Add(scalar.Text);
            }
        }

        return FactCell.Of((IReadOnlyList<string>)[.. chosen]);
    }

    private bool IsChoice(FactDeclaration fact, ScalarNode scalar)
    {
        if (fact.Choices.Contains(scalar.Text))
        {
            return true;
        }

        bag.Add(DiagnosticCodes.UnknownChoice, scalar.Span, fact.Path, scalar.Text, NearestName.Hint(scalar.Text, fact.Choices));
        return false;
    }

    private static LocalizedText Expected(FactDeclaration fact) => fact.Kind switch
    {
        FactKind.Quantity => LocalizedText.Same($"\"1.5 {fact.Unit.Symbol}\""),
        FactKind.Count => LocalizedText.Same("0, 1, 2 …"),
        FactKind.Flag => LocalizedText.Same("true | false"),
        FactKind.Choice => LocalizedText.Same(string.Join(" | ", fact.Choices)),
        FactKind.Choices => LocalizedText.Same($"[{string.Join(", ", fact.Choices.Take(5))}{(fact.Choices.Count > 5 ? " …" : string.Empty)}]"),
        FactKind.Date => LocalizedText.Same("2025-12-31"),
        FactKind.Assessment => LocalizedText.Same("{ fraction: 0.8, reason: … }"),
        _ => new LocalizedText("一段文字", "a text"),
    };
}
