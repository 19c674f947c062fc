using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Expressions.Syntax;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary>Reads <c>--given name=value</c>: any name the rule language can spell, and a value that says by its looks what it is.</summary>
internal static class GivenValues
{
    private const string OptionName = "--given";

    public static Dictionary<string, BoundConstant> Read(Request request, IEnumerable<string> written, UnitCatalog units)
    {
        var values = new Dictionary<string, BoundConstant>(StringComparer.Ordinal);
        foreach (var text in written)
        {
            var split = text.IndexOf('=', StringComparison.Ordinal);
            if (split <= 0)
            {
                request.Bad(OptionName, text, CommandPhrases.GivenShape);
                continue;
            }

            var name = text[..split].Trim();
            if (!IsName(name, units))
            {
                request.Bad(OptionName, text, Speech.Both(CommandPhrases.GivenName, name));
            }
            else if (values.ContainsKey(name))
            {
                request.Bad(OptionName, text, CommandPhrases.WriteOnce);
            }
            else if (Value(request, name, text[(split + 1)..].Trim(), text, units) is { } value)
            {
                values[name] = value;
            }
        }

        return values;
    }

    private static bool IsName(string name, UnitCatalog units) =>
        new Lexer(new ExpressionText(name, SourceSpan.WholeFile(OptionName)), units, new DiagnosticBag()).ReadAll() is [{ Kind: TokenKind.Name } only, _]
        && only.Text == name && !Keywords.IsKeyword(name);

    private static BoundConstant? Value(Request request, string name, string value, string whole, UnitCatalog units)
    {
        switch (value)
        {
            case "true" or "false":
                return Given(Expressions.Value.Of(value == "true"), ExpressionType.Truth);
            case "unknown":
                return Given(Expressions.Value.Unknown, ExpressionType.Any);
            case "n/a" or "not-applicable":
                return Given(Expressions.Value.NotApplicable, ExpressionType.Any);
        }

        if (value.Length >= 2 && value[0] is '\'' or '"' && value[^1] == value[0])
        {
            return Given(new TextValue(value[1..^1]), ExpressionType.Text);
        }

        if (Scalars.TryDate(value, out var date))
        {
            return Given(new DateValue(date), ExpressionType.Date);
        }

        if (!QuantityText.TrySplit(value, out _, out _))
        {
            request.Bad(OptionName, whole, CommandPhrases.GivenValue);
            return null;
        }

        return QuantityText.Parse(new ScalarNode(value, quoted: false, SourceSpan.WholeFile($"{OptionName} {name}")), units, request.Bag) is { } quantity
            ? Given(Expressions.Value.Of(quantity.Value), ExpressionType.Number(quantity.Unit))
            : null;

        BoundConstant Given(Value given, ExpressionType type) => new(given, type, name, ConstantOrigin.Given);
    }
}
