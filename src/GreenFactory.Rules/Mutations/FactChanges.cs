using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Mutations;

/// <summary>Single facts to change so that a rule may answer otherwise: every truth, every choice, and numbers on and beside every number the rule is held against.</summary>
internal static class FactChanges
{
    private const string Absent = "absent";
    private const string NotApplicable = "n/a";
    private const int MostNumbers = 24;

    private static readonly string[] Fractions = ["0", "0.5", "1"];

    /// <summary>Entries for <c>given</c>, in the order the rule reads its facts.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="frame">What it is judged on.</param>
    /// <param name="marks">Further numbers to try as they are, whatever the unit: cut-offs that the rule does not know.</param>
    public static IEnumerable<MapEntry> Of(BoundRule rule, EvaluationFrame frame, IReadOnlyList<decimal>? marks = null)
    {
        var nodes = BoundTree.All(RulePart.Of(rule).Select(p => p.Root)).ToList();
        var interpreter = new Interpreter(frame);
        var numbers = nodes
            .Where(n => n is BoundConstant or BoundExternal { Scope: FactScope.Factory } && n.Type.Kind is ValueKind.Number or ValueKind.Date)
            .Select(n => (Value: interpreter.Evaluate(n), n.Type))
            .Where(n => n.Value.IsKnown)
            .ToList();
        var texts = nodes.OfType<BoundConstant>().Select(c => c.Value).OfType<TextValue>().Select(t => t.Text).Distinct(StringComparer.Ordinal).ToList();
        return nodes.OfType<BoundFact>()
            .Where(f => f.Fact.Scope == FactScope.Factory)
            .DistinctBy(f => f.Fact.Path, StringComparer.Ordinal)
            .SelectMany(f => Values(f, numbers, marks ?? [], texts).Select(v => new MapEntry(new ScalarNode(f.Fact.Path, false, default), v)));
    }

    private static IEnumerable<Node> Values(BoundFact fact, List<(Value Value, ExpressionType Type)> numbers, IReadOnlyList<decimal> marks, List<string> texts)
    {
        IEnumerable<Node> own = fact.Fact.Kind switch
        {
            FactKind.Flag => [Plain("true"), Plain("false")],
            FactKind.Choice => (fact.Type.Choices ?? []).Select(c => Plain(c)),
            FactKind.Choices => Sets([.. texts.Where(t => fact.Type.Choices?.Contains(t) == true)]),
            FactKind.Quantity or FactKind.Count => Numbers(fact, numbers, marks),
            FactKind.Date => numbers.Select(n => n.Value).OfType<DateValue>().SelectMany(d => new[] { -1, 0, 1 }.Select(s => Plain(Scalars.Date(d.Date.AddDays(s))))),
            FactKind.Assessment => Fractions.Select(f => (Node)new MapNode([Entry("fraction", Plain(f)), Entry("reason", Plain("proposed"))], default)),
            _ => [],
        };
        return own.Append(Plain(Absent)).Append(Plain(NotApplicable));
    }

    /// <summary>Each choice the rule looks for alone, all of them and none.</summary>
    private static IEnumerable<Node> Sets(List<string> looked) =>
        looked.Select(t => (IReadOnlyList<string>)[t]).Append(looked).Append([]).DistinctBy(s => string.Join(',', s)).Select(s => (Node)new ListNode([.. s.Select(t => (Node)Plain(t))], default));

    private static IEnumerable<Node> Numbers(BoundFact fact, List<(Value Value, ExpressionType Type)> numbers, IReadOnlyList<decimal> marks)
    {
        var unit = fact.Type.Unit;
        var isCount = fact.Fact.Kind == FactKind.Count;
        var found = new List<decimal>();
        foreach (var (value, type) in numbers)
        {
            if (value is NumberValue number && type.Unit.SameDimension(unit) && type.Unit.FactorTo(unit).ToConversion() is { } conversion && conversion.TryApply(number.Number, out var same))
            {
                found.AddRange([same, ExpressionMutants.Next(same, 1), ExpressionMutants.Next(same, -1), same + ((ExpressionMutants.Next(same, 1) - same) / 2), same - ((same - ExpressionMutants.Next(same, -1)) / 2)]);
            }
        }

        return found.Concat(marks).Append(0).Append(1)
            .Where(n => n >= 0 && (!isCount || n == decimal.Truncate(n)))
            .Distinct()
            .Take(MostNumbers)
            .Select(n => isCount || unit.Symbol.Length == 0 || unit.SameDimension(Unit.One) && unit.Symbol == Unit.One.Symbol ? Plain(Scalars.Number(n)) : (Node)new ScalarNode($"{Scalars.Number(n)} {unit.Symbol}", true, default));
    }

    private static ScalarNode Plain(string text) => new(text, false, default);

    private static MapEntry Entry(string key, Node value) => new(new ScalarNode(key, false, default), value);
}
