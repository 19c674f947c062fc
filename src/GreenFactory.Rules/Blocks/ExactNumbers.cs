using GreenFactory.Rules.Evaluation.Compiled;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Blocks;

/// <summary>
/// Works single numbers out in decimals, for rows where binary ones are too near to tell. What is usual in a formula is done here,
/// without memory; anything else is asked of the interpreter.
/// </summary>
internal static class ExactNumbers
{
    /// <summary>The number of an expression; not known when it is unknown or does not apply.</summary>
    /// <param name="frame">The factory.</param>
    /// <param name="source">The expression.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="product">The product it is about, where the place says one.</param>
    public static Num Of(EvaluationFrame frame, Bound source, BlockPlace place, int product)
    {
        switch (source)
        {
            case BoundConstant { Value: Expressions.NumberValue number }:
                return Num.Of(number.Number);
            case BoundFact fact when Cell(frame, fact, place, product) is { State: not FactState.Unknown } cell:
                return new Num(cell.State, cell.Number);
            case BoundFact { Applies: null, Derived: { } derived } fact:
                return Of(frame, derived, fact.Fact.Scope == FactScope.Factory && place.IsProduct ? BlockPlace.Factory : place, product);
            case BoundExternal external:
                var looked = (external.Scope == FactScope.Product ? frame.ProductExternals[product] : frame.Externals)[external.Index];
                return new Num(looked.State, looked.Number);
            case BoundConvert convert:
                return Operations.Convert(Of(frame, convert.Operand, place, product), convert.Conversion.Numerator, convert.Conversion.Denominator);
            case BoundArithmetic arithmetic:
                var (left, right) = (Of(frame, arithmetic.Left, place, product), Of(frame, arithmetic.Right, place, product));
                return arithmetic.Operator switch
                {
                    ArithmeticOperator.Add => Operations.Add(left, right),
                    ArithmeticOperator.Subtract => Operations.Subtract(left, right),
                    ArithmeticOperator.Multiply => Operations.Multiply(left, right),
                    _ => Operations.Divide(left, right),
                };
            default:
                return Interpret(frame, source, place, product);
        }
    }

    private static FactCell Cell(EvaluationFrame frame, BoundFact fact, BlockPlace place, int product)
    {
        var cells = fact.Fact.Scope == FactScope.Product ? frame.Facts.ProductCells[product]
            : place.YearsBack == 0 ? frame.Facts.Cells
            : frame.Facts.YearCells(frame.Facts.Period.Year - place.YearsBack);
        return cells is null ? default : cells[fact.Fact.Slot];
    }

    private static Num Interpret(EvaluationFrame frame, Bound source, BlockPlace place, int product)
    {
        var interpreter = new Interpreter(frame);
        var value = place.IsProduct ? interpreter.EvaluateProduct(source, product)
            : place.YearsBack > 0 ? interpreter.EvaluateYear(source, place.YearsBack)
            : interpreter.Evaluate(source);
        return value switch
        {
            Expressions.NumberValue number => Num.Of(number.Number),
            Expressions.DateValue date => Num.Of(date.Date.DayNumber),
            _ => value.IsNotApplicable ? Num.NotApplicable : default,
        };
    }
}
