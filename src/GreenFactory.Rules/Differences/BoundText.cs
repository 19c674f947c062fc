using System.Globalization;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Differences;

/// <summary>One spelling for one meaning: an expression as it was bound, however its author laid it out. For comparing and showing, not for reading back.</summary>
internal static class BoundText
{
    private static readonly string[] Arithmetic = ["+", "-", "*", "/"];
    private static readonly string[] Comparisons = ["==", "!=", "<", "<=", ">", ">="];

    public static string? Of(Bound? node) => node is null ? null : Write(node);

    private static string Write(Bound node) => node switch
    {
        BoundConstant { Origin: ConstantOrigin.Parameter } parameter => parameter.Text,
        BoundConstant constant => Constant(constant),
        BoundFact or BoundExternal or BoundContext => node.Text,
        BoundNegate negate => $"-{Inner(negate.Operand)}",
        BoundNot not => $"not {Inner(not.Operand)}",
        BoundLogic logic => string.Join(logic.IsAnd ? " and " : " or ", logic.Operands.Select(Inner)),
        BoundConvert convert => $"{Inner(convert.Operand)} in {UnitOf(convert.Type)}",
        BoundArithmetic a => $"{Inner(a.Left)} {Arithmetic[(int)a.Operator]} {Inner(a.Right)}",
        BoundComparison c => $"{Inner(c.Left)} {Comparisons[(int)c.Operator]} {Inner(c.Right)}",
        BoundContains contains => $"{Inner(contains.Item)} in {Inner(contains.Set)}",
        BoundIf choice => $"if {Inner(choice.Condition)} then {Inner(choice.Then)} else {Inner(choice.Else)}",
        BoundExtreme extreme => Call(extreme.IsMax ? "max" : "min", extreme.Operands),
        BoundAbsolute absolute => Call("abs", [absolute.Operand]),
        BoundApplies applies => Call("applies", [applies.Operand]),
        BoundStartsWith starts => Call("startsWith", [starts.Operand, starts.Prefix]),
        BoundDateShift shift => $"{Inner(shift.Date)} + {Count(shift.Count)} {shift.Unit}",
        BoundAggregate fold => $"{fold.Function}({(fold.Years == 0 ? "products" : $"{Count(fold.Years)} years")}, {Write(fold.Body)}{(fold.Where is { } where ? $" where {Write(where)}" : string.Empty)})",
        _ => node.Text,
    };

    private static string Constant(BoundConstant constant) => constant.Value switch
    {
        NumberValue number => UnitOf(constant.Type) is { Length: > 0 } unit ? $"{Scalars.Number(number.Number)} {unit}" : Scalars.Number(number.Number),
        TextValue text => $"\"{text.Text}\"",
        TextSetValue set => $"[{string.Join(", ", set.Items.Select(i => $"\"{i}\""))}]",
        var other => other.Show(),
    };

    private static string UnitOf(ExpressionType type) => type.Kind == ValueKind.Number && type.Unit.Symbol != Unit.One.Symbol ? type.Unit.Symbol : string.Empty;

    /// <summary>A part that stands inside another; only what binds looser than a name gets brackets.</summary>
    private static string Inner(Bound node) => node is BoundConstant or BoundFact or BoundExternal or BoundContext or BoundExtreme or BoundAbsolute or BoundApplies or BoundStartsWith or BoundAggregate
        ? Write(node)
        : $"({Write(node)})";

    private static string Call(string name, IReadOnlyList<Bound> operands) => $"{name}({string.Join(", ", operands.Select(Write))})";

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
