using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Expressions;

public sealed class LawsTests
{
    private static readonly string[] Variables = ["a", "b", "c"];
    private static readonly string[] Facts = ["flag.yes", "flag.no", "flag.unknown"];

    private static readonly FactCell[] Values = [FactCell.Of(true), FactCell.Of(false), default, FactCell.NotApplicable("没有")];

    public static TheoryData<string, string, string> Laws()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Tests, "Expressions", "laws.txt")).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var sides = line.Split('⇶');
            var right = sides[1].Split(" where ");
            data.Add(sides[0].Trim(), right[0].Trim(), right.Length > 1 ? right[1].Trim() : string.Empty);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void A_law_of_logic_holds_for_all_four_values_in_both_engines(string left, string right, string where)
    {
        var (a, b) = (Bind(left), Bind(right));
        var tried = 0;
        foreach (var facts in Assignments(where))
        {
            tried++;
            Assert.Equal(a.Interpret(facts), b.Interpret(facts));
            Assert.Equal(a.RunCompiled(facts), b.RunCompiled(facts));
        }

        Assert.InRange(tried, 16, 64);
    }

    /// <summary>Conditions of an absorption law that are left out must be needed, or the law says too little.</summary>
    [Theory]
    [MemberData(nameof(Laws))]
    public void A_condition_of_a_law_is_needed(string left, string right, string where)
    {
        if (where.Length > 0)
        {
            var (a, b) = (Bind(left), Bind(right));
            Assert.Contains(Assignments(string.Empty), facts => a.Interpret(facts) != b.Interpret(facts));
        }
    }

    private static IEnumerable<FactoryFacts> Assignments(string where)
    {
        foreach (var values in from x in Values from y in Values from z in Values select new[] { x, y, z })
        {
            if (where.Split(", ", StringSplitOptions.RemoveEmptyEntries).All(condition => Holds(condition, values)))
            {
                var cells = (FactCell[])TryOut.Factory.Cells.Clone();
                for (var i = 0; i < Facts.Length; i++)
                {
                    cells[TryOut.Vocabulary.Find(Facts[i])!.Slot] = values[i];
                }

                yield return TryOut.Factory.With(cells);
            }
        }
    }

    private static bool Holds(string condition, FactCell[] values)
    {
        var state = values[Array.IndexOf(Variables, condition[..1])].State;
        return condition[1..] switch
        {
            " applies" => state != FactState.NotApplicable,
            " is known" => state == FactState.Known,
            _ => throw new InvalidDataException(condition),
        };
    }

    private static ExpressionBench Bind(string law)
    {
        var text = string.Join(' ', law.Replace("(", "( ", StringComparison.Ordinal).Replace(")", " )", StringComparison.Ordinal).Split(' ')
            .Select(word => Array.IndexOf(Variables, word) is var i and >= 0 ? Facts[i] : word));
        return ExpressionBench.Bind(text, TryOut.Vocabulary).Bench!;
    }
}
