using System.Diagnostics;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;

namespace GreenFactory.Rules.Blocks;

internal sealed partial class BlockCompiler
{
    private Ref Truth(Bound bound, BlockPlace at)
    {
        var place = PlaceOf(bound, at);
        return bound switch
        {
            BoundFact { Derived: null, Applies: null, Type.Kind: ValueKind.Truth } fact => Stated(fact, place, ColumnKind.Truth),
            BoundExternal { Type.Kind: ValueKind.Truth } external => Looked(external, place, ColumnKind.Truth),
            BoundAggregate { Years: 0, Type.Kind: ValueKind.Truth } aggregate => _folds[aggregate],
            _ => Once(Key(bound), place, ColumnKind.Truth, to => Emit(place, TruthStep(to, bound, place))),
        };
    }

    private Step TruthStep(Ref to, Bound bound, BlockPlace place)
    {
        switch (bound)
        {
            case BoundConstant constant:
                return new FillTruthStep(to, (constant.Value as TruthValue)?.Truth, constant.Value.IsNotApplicable);
            case { Type.Kind: ValueKind.Any }:
                return new AbsentTruthStep(to, Number(bound, place));
            case BoundFact fact:
                return new TruthFactStep(to, Stated(fact, place, ColumnKind.Truth), fact.Applies is null ? null : Truth(fact.Applies, place), fact.Derived is null ? null : Truth(fact.Derived, place));
            case BoundNot not:
                return new NotStep(to, Truth(not.Operand, place));
            case BoundLogic logic:
                return new LogicStep(to, [.. logic.Operands.Select(o => Truth(o, place))], logic.IsAnd);
            case BoundComparison comparison:
                return Comparison(to, comparison, place);
            case BoundContains contains:
                return new AskStep(to, Reference(contains.Item, place), Reference(contains.Set, place), static (item, set) => ((IReadOnlyList<string>)set).Contains((string)item));
            case BoundStartsWith starts:
                return new AskStep(to, Reference(starts.Operand, place), Reference(starts.Prefix, place), static (text, prefix) => ((string)text).StartsWith((string)prefix, StringComparison.Ordinal));
            case BoundApplies applies:
                return new AppliesStep(to, Of(applies.Operand, place) is { Constant: not null } ? Column(applies.Operand, place) : Of(applies.Operand, place));
            case BoundIf choice:
                return new ChooseTruthStep(to, Truth(choice.Condition, place), Truth(choice.Then, place), Truth(choice.Else, place));
            case BoundAggregate aggregate:
                return new LogicStep(to, Years(aggregate, y => TruthItem(aggregate, y)), aggregate.Function == AggregateFunction.All);
            default:
                throw new UnreachableException();
        }
    }

    private Step Comparison(Ref to, BoundComparison comparison, BlockPlace place)
    {
        var kind = comparison.Left.Type.Kind == ValueKind.Any ? comparison.Right.Type.Kind : comparison.Left.Type.Kind;
        var op = comparison.Operator;
        return kind switch
        {
            ValueKind.Text => new AskStep(to, Reference(comparison.Left, place), Reference(comparison.Right, place), TextQuestion(op)),
            ValueKind.Truth => new CompareTruthStep(to, Truth(comparison.Left, place), Truth(comparison.Right, place), op == ComparisonOperator.Equal),
            _ => new CompareStep(to, Number(comparison.Left, place), Number(comparison.Right, place), op, comparison.Scales),
        };
    }

    private static Func<object, object, bool> TextQuestion(ComparisonOperator op) => op switch
    {
        ComparisonOperator.Equal => static (a, b) => string.Equals((string)a, (string)b, StringComparison.Ordinal),
        ComparisonOperator.NotEqual => static (a, b) => !string.Equals((string)a, (string)b, StringComparison.Ordinal),
        ComparisonOperator.Less => static (a, b) => string.CompareOrdinal((string)a, (string)b) < 0,
        ComparisonOperator.LessOrEqual => static (a, b) => string.CompareOrdinal((string)a, (string)b) <= 0,
        ComparisonOperator.Greater => static (a, b) => string.CompareOrdinal((string)a, (string)b) > 0,
        _ => static (a, b) => string.CompareOrdinal((string)a, (string)b) >= 0,
    };

    private Ref TruthItem(BoundAggregate aggregate, BlockPlace place)
    {
        var body = Truth(aggregate.Body, place);
        return aggregate.Where is null ? body : Once((aggregate, "item"), place, ColumnKind.Truth, to => Emit(place, new TruthItemStep(to, body, Truth(aggregate.Where, place))));
    }

    private Ref Reference(Bound bound, BlockPlace at)
    {
        var place = PlaceOf(bound, at);
        return bound switch
        {
            BoundFact { Derived: null, Applies: null } fact when KindOf(fact) == ColumnKind.Reference => Stated(fact, place, ColumnKind.Reference),
            BoundContext context => Input(context, InputSource.Context, (int)context.Name, place, ColumnKind.Reference),
            _ => Once(Key(bound), place, ColumnKind.Reference, to => Emit(place, ReferenceStep(to, bound, place))),
        };
    }

    private Step ReferenceStep(Ref to, Bound bound, BlockPlace place) => bound switch
    {
        BoundConstant constant => new FillReferenceStep(to, constant.Value switch { TextValue text => text.Text, TextSetValue set => set.Items, _ => null }, constant.Value.IsNotApplicable),
        { Type.Kind: ValueKind.Any } => new AbsentReferenceStep(to, Number(bound, place)),
        BoundFact fact => new ReferenceFactStep(
            to, Stated(fact, place, ColumnKind.Reference), fact.Applies is null ? null : Truth(fact.Applies, place), fact.Derived is null ? null : Reference(fact.Derived, place)),
        BoundIf choice => new ChooseReferenceStep(to, Truth(choice.Condition, place), Reference(choice.Then, place), Reference(choice.Else, place)),
        _ => throw new UnreachableException(),
    };
}
