using System.Diagnostics;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;

namespace GreenFactory.Rules.Blocks;

internal sealed partial class BlockCompiler
{
    private Ref Number(Bound bound, BlockPlace at)
    {
        if (bound is BoundConstant { Value: NumberValue number })
        {
            return new Ref(ColumnKind.Number) { Constant = Inexact.Of(number.Number), Decimal = number.Number };
        }

        var place = PlaceOf(bound, at);
        return bound switch
        {
            BoundFact { Derived: null, Applies: null } fact => Stated(fact, place, ColumnKind.Number),
            BoundExternal external => Looked(external, place, ColumnKind.Number),
            BoundContext context => Input(context, InputSource.Context, (int)context.Name, place, ColumnKind.Number),
            BoundAggregate { Years: 0 } aggregate => _folds[aggregate],
            _ => Once(Key(bound), place, ColumnKind.Number, to =>
            {
                (to.Source, to.Place) = (bound, place);
                Emit(place, NumberStep(to, bound, place));
            }),
        };
    }

    private Step NumberStep(Ref to, Bound bound, BlockPlace place)
    {
        switch (bound)
        {
            case BoundConstant constant:
                return new FillStep(to, constant.Value is DateValue date ? new Inexact(date.Date.DayNumber, 0) : null, constant.Value.IsNotApplicable);
            case BoundFact fact:
                return new FactStep(to, Stated(fact, place, ColumnKind.Number), fact.Applies is null ? null : Truth(fact.Applies, place), fact.Derived is null ? null : Number(fact.Derived, place));
            case BoundNegate negate:
                return new UnaryStep<NegateKernel>(to, Column(negate.Operand, place), default);
            case BoundAbsolute absolute:
                return new UnaryStep<AbsoluteKernel>(to, Column(absolute.Operand, place), default);
            case BoundConvert convert:
                return new UnaryStep<ConvertKernel>(to, Column(convert.Operand, place), new ConvertKernel(Inexact.Of(convert.Conversion.Numerator), Inexact.Of(convert.Conversion.Denominator)));
            case BoundArithmetic arithmetic:
                return Arithmetic(to, arithmetic.Operator, Number(arithmetic.Left, place), Number(arithmetic.Right, place));
            case BoundIf choice:
                return new ChooseStep(to, Truth(choice.Condition, place), Number(choice.Then, place), Number(choice.Else, place));
            case BoundExtreme extreme:
                var (first, rest) = (Number(extreme.Operands[0], place), extreme.Operands.Skip(1).Select(o => Number(o, place)).ToList());
                return Chain(to, first, rest, place, (target, a, b) => new ExtremeStep(target, a, b, extreme.IsMax));
            case BoundDateShift shift:
                return new ShiftStep(to, Column(shift.Date, place), shift.Count, shift.Unit);
            case BoundAggregate { Function: AggregateFunction.Count } count:
                return new CountStep(to, Years(count, y => TruthItem(count, y)), isTruth: true);
            case BoundAggregate aggregate:
                return OverYears(to, aggregate);
            default:
                throw new UnreachableException();
        }
    }

    private static Step Arithmetic(Ref to, ArithmeticOperator op, Ref a, Ref b) => op switch
    {
        ArithmeticOperator.Add => new BinaryStep<AddKernel>(to, a, b, drops: true),
        ArithmeticOperator.Subtract => new BinaryStep<SubtractKernel>(to, a, b, drops: true),
        ArithmeticOperator.Multiply => new BinaryStep<MultiplyKernel>(to, a, b, drops: false),
        _ => new BinaryStep<DivideKernel>(to, a, b, drops: false),
    };

    private Step OverYears(Ref to, BoundAggregate aggregate)
    {
        var items = Years(aggregate, y => NumberItem(aggregate, y));
        if (aggregate.Function == AggregateFunction.Average)
        {
            var sum = _columns.New(ColumnKind.Number);
            _steps.Add(Chain(sum, items[0], items[1..], BlockPlace.Factory, (target, a, b) => new BinaryStep<AddKernel>(target, a, b, drops: true)));
            var parts = _columns.New(ColumnKind.Number);
            _steps.Add(new CountStep(parts, items, isTruth: false));
            var atLeastOne = _columns.New(ColumnKind.Number);
            _steps.Add(new ExtremeStep(atLeastOne, parts, new Ref(ColumnKind.Number) { Constant = new Inexact(1, 0) }, isMax: true));
            return new BinaryStep<DivideKernel>(to, sum, atLeastOne, drops: false);
        }

        return aggregate.Function == AggregateFunction.Sum
            ? Chain(to, items[0], items[1..], BlockPlace.Factory, (target, a, b) => new BinaryStep<AddKernel>(target, a, b, drops: true))
            : Chain(to, items[0], items[1..], BlockPlace.Factory, (target, a, b) => new ExtremeStep(target, a, b, aggregate.Function == AggregateFunction.Max));
    }

    /// <summary>Joins operands one after the other; the last step is given back, those before it are emitted.</summary>
    private Step Chain(Ref to, Ref first, List<Ref> rest, BlockPlace place, Func<Ref, Ref, Ref, Step> join)
    {
        var result = first;
        for (var i = 0; i < rest.Count - 1; i++)
        {
            var next = _columns.New(ColumnKind.Number);
            Emit(place, join(next, result, rest[i]));
            result = next;
        }

        return rest.Count == 0 ? new CopyStep(to, result) : join(to, result, rest[^1]);
    }

    private Ref NumberItem(BoundAggregate aggregate, BlockPlace place)
    {
        var body = Number(aggregate.Body, place);
        return aggregate.Where is null ? body : Once((aggregate, "item"), place, ColumnKind.Number, to => Emit(place, new ItemStep(to, body, Truth(aggregate.Where, place))));
    }

    /// <summary>A number as a column, though it be the same for all rows.</summary>
    private Ref Column(Bound bound, BlockPlace place)
    {
        var number = Number(bound, place);
        return number.Constant is null ? number : Once((bound, "column"), BlockPlace.Factory, ColumnKind.Number, to =>
        {
            to.Source = bound;
            _steps.Add(new FillStep(to, number.Constant, false));
        });
    }
}
