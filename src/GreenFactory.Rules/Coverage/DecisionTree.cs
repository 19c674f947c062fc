using System.Globalization;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Expressions.Evaluation;

namespace GreenFactory.Rules.Coverage;

/// <summary>A truth that nothing joins any further, and its place: the way down from the root by numbers of parts.</summary>
internal sealed record DecisionLeaf(string Path, Bound Expression);

/// <summary>
/// A truth expression as joints (and, or, not, if) over leaves. A leaf decides when the whole turns as the leaf alone turns:
/// masking MC/DC.
/// </summary>
internal sealed class DecisionTree
{
    private readonly Bound _root;
    private readonly Dictionary<Bound, int> _places = new(ReferenceEqualityComparer.Instance);
    private readonly List<DecisionLeaf> _leaves = [];

    public DecisionTree(Bound root)
    {
        _root = root;
        Collect(root, string.Empty);
    }

    public IReadOnlyList<DecisionLeaf> Leaves => _leaves;

    /// <summary>Leaves that decide under one evaluation, each with its truth there.</summary>
    public IEnumerable<(DecisionLeaf Leaf, bool Truth)> Deciding(Func<Bound, Value> evaluate)
    {
        var values = _leaves.Select(l => evaluate(l.Expression)).ToArray();
        if (Whole(_root, values) is not TruthValue whole)
        {
            yield break;
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is not TruthValue own)
            {
                continue;
            }

            values[i] = Value.Of(!own.Truth);
            var turned = Whole(_root, values) is TruthValue other && other.Truth != whole.Truth;
            values[i] = own;
            if (turned)
            {
                yield return (_leaves[i], own.Truth);
            }
        }
    }

    private void Collect(Bound node, string path)
    {
        if (!IsJoint(node))
        {
            if (_places.TryAdd(node, _leaves.Count))
            {
                _leaves.Add(new DecisionLeaf(path.Length == 0 ? "0" : path, node));
            }

            return;
        }

        var place = 0;
        foreach (var child in BoundTree.Children(node))
        {
            Collect(child, path.Length == 0 ? Number(place) : $"{path}.{Number(place)}");
            place++;
        }
    }

    private static bool IsJoint(Bound node) => node is BoundLogic or BoundNot || (node is BoundIf && node.Type.Kind == ValueKind.Truth);

    private Value Whole(Bound node, Value[] values) => node switch
    {
        BoundLogic logic => Interpreter.Fold(logic.IsAnd, logic.Operands.Select(o => Whole(o, values))),
        BoundNot not => Interpreter.Not(Whole(not.Operand, values)),
        BoundIf choice when IsJoint(choice) => Whole(choice.Condition, values) switch
        {
            TruthValue { Truth: true } => Whole(choice.Then, values),
            TruthValue => Whole(choice.Else, values),
            _ => Value.Unknown,
        },
        _ => values[_places[node]],
    };

    private static string Number(int place) => place.ToString(CultureInfo.InvariantCulture);
}
