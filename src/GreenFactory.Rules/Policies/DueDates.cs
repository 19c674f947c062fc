using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Policies;

/// <summary>When something is due; <see cref="Date"/> is null where the text counts working days, which no calendar of holidays is kept for.</summary>
internal sealed record DueDate(DateOnly? Date, bool IsOverdue);

/// <summary>Works out deadlines from dated facts. A month that lacks the day ends on its last day, as in the rule language.</summary>
internal static class DueDates
{
    /// <summary>The deadline that counts on a day; null while the date it is counted from is not known, or there is nothing to do.</summary>
    public static DueDate? Of(PolicyDeadline deadline, FactoryFacts facts, DateOnly asOf)
    {
        var done = Date(deadline.Done, facts);
        if (deadline.Kind == CountingKind.Yearly)
        {
            return Yearly(deadline, done, facts, asOf);
        }

        if (Date(deadline.From, facts) is not { } from)
        {
            return null;
        }

        if (deadline.Unit == SpanUnit.WorkingDays)
        {
            return done >= from ? null : new DueDate(null, false);
        }

        var due = deadline.Unit switch
        {
            SpanUnit.Years => from.AddYears(deadline.Count),
            SpanUnit.Months => from.AddMonths(deadline.Count),
            _ => from.AddDays(deadline.Count),
        };

        // Something counted once is over when its time is over; what comes again stays due until it is done.
        return deadline.Kind == CountingKind.Within && due < asOf ? null : new DueDate(due, due < asOf);
    }

    /// <summary>
    /// This year's day until it is past or done, then next year's. A day that passed without the filing is overdue; whether there
    /// was one is asked of the facts, and while they do not say, nothing is called overdue.
    /// </summary>
    private static DueDate Yearly(PolicyDeadline deadline, DateOnly? done, FactoryFacts facts, DateOnly asOf)
    {
        var thisYear = On(asOf.Year);
        if (done is { } day && day.Year == asOf.Year)
        {
            return new DueDate(On(asOf.Year + 1), false);
        }

        if (asOf <= thisYear)
        {
            return new DueDate(thisYear, false);
        }

        var known = deadline.Done is { } path && facts.Vocabulary.Find(path) is { } fact && facts.Cells[fact.Slot].State != FactState.Unknown;
        return known ? new DueDate(thisYear, true) : new DueDate(On(asOf.Year + 1), false);

        DateOnly On(int year) => new(year, deadline.Month, Math.Min(deadline.Day, DateTime.DaysInMonth(year, deadline.Month)));
    }

    private static DateOnly? Date(string? path, FactoryFacts facts) =>
        path is not null && facts.Vocabulary.Find(path) is { } fact && facts.Cells[fact.Slot] is { State: FactState.Known } cell ? DateOnly.FromDayNumber((int)cell.Number) : null;
}
