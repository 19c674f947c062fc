using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Evaluation.Compiled;

/// <summary>Folds over products and years.</summary>
internal static class Folds
{
    public static Truth Truths(Run run, int years, TruthFunction body, TruthFunction? where, bool isAll)
    {
        if (!Range(run, years, out var count))
        {
            return Truth.Unknown;
        }

        var result = Truth.NotApplicable;
        for (var i = 0; i < count; i++)
        {
            var item = Item(run, years, i, body, where);
            result = isAll ? Operations.And(result, item) : Operations.Not(Operations.And(Operations.Not(result), Operations.Not(item)));
        }

        return result;
    }

    public static Num Count(Run run, int years, TruthFunction body, TruthFunction? where)
    {
        if (!Range(run, years, out var count))
        {
            return default;
        }

        var hits = 0;
        for (var i = 0; i < count; i++)
        {
            switch (Item(run, years, i, body, where))
            {
                case Truth.Unknown:
                    return default;
                case Truth.True:
                    hits++;
                    break;
            }
        }

        return Num.Of(hits);
    }

    public static Num Numbers(Run run, int years, NumberFunction body, TruthFunction? where, AggregateFunction function)
    {
        if (!Range(run, years, out var count))
        {
            return default;
        }

        var result = Num.NotApplicable;
        var parts = 0;
        for (var i = 0; i < count; i++)
        {
            var item = NumberItem(run, years, i, body, where);
            parts += item.State == FactState.NotApplicable ? 0 : 1;
            result = function switch
            {
                AggregateFunction.Min => Operations.Min(result, item),
                AggregateFunction.Max => Operations.Max(result, item),
                _ => Operations.Add(result, item),
            };
        }

        return function == AggregateFunction.Average ? Operations.Divide(result, Num.Of(Math.Max(1, parts))) : result;
    }

    private static bool Range(Run run, int years, out int count)
    {
        count = years > 0 ? years : run.Frame.Facts.Products?.Count ?? -1;
        return count >= 0;
    }

    private static Truth Item(Run run, int years, int index, TruthFunction body, TruthFunction? where)
    {
        var (cells, product) = Place(run, years, index);
        var open = where?.Invoke(run, cells, product) ?? Truth.True;
        return open == Truth.True ? body(run, cells, product) : open == Truth.Unknown ? Truth.Unknown : Truth.NotApplicable;
    }

    private static Num NumberItem(Run run, int years, int index, NumberFunction body, TruthFunction? where)
    {
        var (cells, product) = Place(run, years, index);
        var open = where?.Invoke(run, cells, product) ?? Truth.True;
        return open == Truth.True ? body(run, cells, product) : open == Truth.Unknown ? default : Num.NotApplicable;
    }

    private static (FactCell[] Cells, int Product) Place(Run run, int years, int index) =>
        years > 0 ? (run.YearCells(index), -1) : (run.Cells, index);
}
