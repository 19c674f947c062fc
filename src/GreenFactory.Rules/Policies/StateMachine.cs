namespace GreenFactory.Rules.Policies;

/// <summary>Where a factory stands in a machine: the state, since when, and when time alone may move it on.</summary>
internal sealed record MachineAnswer(PolicyMachine Machine, PolicyDefinition Policy, MachineState State, DateOnly? Since, DateOnly? Next, IReadOnlyList<(DateOnly On, MachineState To)> History);

/// <summary>Walks a machine through the dated facts of a factory, day by day where something can happen.</summary>
internal static class StateMachine
{
    /// <summary>Each day may move a machine a few times; a circle of moves ends here.</summary>
    private const int MostMovesADay = 8;

    public static MachineAnswer Walk(PolicyMachine machine, PolicyDefinition policy, PolicyProgram program, FactoryFacts facts, DateOnly asOf, string? region)
    {
        var days = Days(facts, asOf);
        var state = machine.States[0];
        DateOnly? since = null;
        var history = new List<(DateOnly, MachineState)>();
        while (days.Count > 0)
        {
            var day = days.Min;
            days.Remove(day);
            var judged = program.Judge(StandingFacts.On(facts, day, region), day);
            for (var moves = 0; moves < MostMovesADay && Taken(machine, state, since, day, judged) is { } move; moves++)
            {
                state = machine.States.First(s => s.Id == move.To);
                since = day;
                history.Add((day, state));
                foreach (var timer in Timers(machine, state, day).Where(t => t <= asOf))
                {
                    days.Add(timer);
                }
            }
        }

        return new MachineAnswer(machine, policy, state, since, since is { } entered ? Timers(machine, state, entered).Where(t => t > asOf).Cast<DateOnly?>().Min() : null, history);
    }

    private static MachineMove? Taken(PolicyMachine machine, MachineState state, DateOnly? since, DateOnly day, PolicyJudgement judged) => machine.Moves
        .FirstOrDefault(m => m.From == state.Id && (m.When is null || judged.Of(m.Id) == true) && (m.AfterMonths is not { } months || (since is { } entered && entered.AddMonths(months) <= day)));

    private static IEnumerable<DateOnly> Timers(PolicyMachine machine, MachineState state, DateOnly entered) =>
        machine.Moves.Where(m => m.From == state.Id && m.AfterMonths is not null).Select(m => entered.AddMonths(m.AfterMonths!.Value));

    /// <summary>Days on which a fact changes: those of titles and events, and the as-of date itself.</summary>
    private static SortedSet<DateOnly> Days(FactoryFacts facts, DateOnly asOf)
    {
        var days = new SortedSet<DateOnly> { asOf };
        foreach (var title in facts.Register.Titles ?? [])
        {
            days.Add(title.Named);
            days.UnionWith(title.Renewed);
            if (title.Expires is { } last && last < DateOnly.MaxValue)
            {
                days.Add(last.AddDays(1));
            }
        }

        foreach (var happened in facts.Register.Events ?? [])
        {
            days.Add(happened.Date);
            if (happened.Until is { } last && last < DateOnly.MaxValue)
            {
                days.Add(last.AddDays(1));
            }
        }

        days.RemoveWhere(d => d > asOf);
        return days;
    }
}
