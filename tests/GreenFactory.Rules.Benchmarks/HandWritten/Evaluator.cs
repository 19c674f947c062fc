namespace GreenFactory.Rules.Speed.HandWritten;

/// <summary>
/// <c>miit-green-factory@2018</c> as straight C#: the measure of what an engine costs. Rows stand in the order of the pack,
/// operations in the order of its formulas. Stateless.
/// </summary>
internal static partial class Evaluator
{
    private const decimal PassMark = 0m;

    /// <summary>Evaluates with the benchmarks that the record carries.</summary>
    public static Assessment Evaluate(FactoryRecord factory)
    {
        var result = new Assessment();
        Judge(factory, factory.Benchmarks, null, result);
        return result;
    }

    /// <summary>Evaluates into a result that is used again and again.</summary>
    public static void Evaluate(FactoryRecord factory, Assessment into)
    {
        Array.Clear(into.Rows);
        Judge(factory, factory.Benchmarks, null, into);
    }

    /// <summary>Looks the benchmarks up first.</summary>
    public static Assessment Evaluate(FactoryRecord factory, BenchmarkTable table)
    {
        var result = new Assessment();
        Judge(factory, table.Of(factory.Place), table, result);
        return result;
    }

    private static void Judge(FactoryRecord f, FactoryBenchmarks benchmarks, BenchmarkTable? table, Assessment result)
    {
        var rows = result.Rows.AsSpan();
        var total = new Tally();
        var gates = Gates(f, rows[..13]);
        result.Infrastructure = Infrastructure(f, rows[13..39], ref total);
        result.ManagementSystem = ManagementSystem(f, rows[39..48], ref total);
        result.EnergyResourceInput = EnergyResourceInput(f, rows[48..62], ref total);
        result.Product = Product(f, rows[62..75], ref total);
        result.Emission = Emission(f, rows[75..83], ref total);
        result.Performance = Performance(f, benchmarks, table, rows[83..107], ref total);
        result.Total = Total(total);
        result.Conclusion = Conclude(Answers.All(gates, total.Required, PassMarkReached(result.Total)));
    }

    private static Mark Total(in Tally total)
    {
        const decimal Full = 100m;
        if (total.Removed >= Full)
        {
            return new Mark(0m, 0m, Full, applies: false);
        }

        var lower = total.Lower;
        var upper = total.Upper;
        if (total.Removed > 0m)
        {
            lower = lower * Full / (Full - total.Removed);
            upper = upper * Full / (Full - total.Removed);
        }

        return new Mark(Round(lower), Round(upper), Full, applies: true);
    }

    /// <summary>Thirds leave noise in the last digits of a decimal.</summary>
    public static decimal WithoutNoise(decimal points) => points.Scale > 22 ? Math.Round(points, 22, MidpointRounding.ToEven) : points;

    private static decimal Round(decimal points) => Math.Round(WithoutNoise(points), 2, MidpointRounding.AwayFromZero);

    private static Answer PassMarkReached(in Mark total) =>
        total.Lower >= PassMark ? Answer.Yes : total.Upper < PassMark ? Answer.No : Answer.Unknown;

    private static Conclusion Conclude(Answer all) => all switch
    {
        Answer.No => Conclusion.NotMet,
        Answer.Unknown => Conclusion.Undetermined,
        _ => Conclusion.Met,
    };
}
