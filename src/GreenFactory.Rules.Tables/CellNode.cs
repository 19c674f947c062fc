using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Tables;

/// <summary>A cell as the node a fact file would have for it.</summary>
internal static class CellNode
{
    /// <summary>Before the reason why a fact does not apply: <c>n/a: no such source</c>.</summary>
    private const string NotApplicable = "n/a";

    /// <summary>Between several choices, and between a fraction and its reason.</summary>
    private const char Divider = ';';

    public static Node Of(TableColumn column, string text, SourceSpan span)
    {
        var fact = column.Fact!;
        if (text.StartsWith(NotApplicable, StringComparison.Ordinal) && text[NotApplicable.Length..].TrimStart() is "" or [':', ..] or ['：', ..])
        {
            return Map(span, ("notApplicable", Scalar(text[NotApplicable.Length..].TrimStart().TrimStart(':', '：').Trim())));
        }

        switch (fact.Kind)
        {
            case FactKind.Choices:
                return new ListNode([.. text.Split(Divider, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Scalar)], span);
            case FactKind.Assessment:
                var parts = text.Split(Divider, 2, StringSplitOptions.TrimEntries);
                return Map(span, ("fraction", Scalar(parts[0])), ("reason", Scalar(parts.Length > 1 ? parts[1] : string.Empty)));
            case FactKind.Flag:
                return new ScalarNode(text, quoted: text is not ("true" or "false"), span);
            case FactKind.Quantity or FactKind.Count when column.Unit is { } unit && Scalars.TryDecimal(text, out _):
                return Scalar($"{text} {unit}");
            default:
                return Scalar(text);
        }

        ScalarNode Scalar(string written) => new(written, quoted: true, span);
    }

    private static MapNode Map(SourceSpan span, params (string Key, Node Value)[] entries) =>
        new([.. entries.Select(e => new MapEntry(new ScalarNode(e.Key, quoted: true, span), e.Value))], span);
}
