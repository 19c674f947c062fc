using System.Globalization;
using GreenFactory.Rules.Policies;

namespace GreenFactory.Rules.Tests.Policies;

/// <summary>Every deadline of every policy: the day before it, on it and the day after.</summary>
public sealed class DeadlineTests
{
    /// <summary>Days that titles and events may have had; policies that end early need early ones.</summary>
    private static readonly DateOnly[] Beginnings = [new(2021, 6, 15), new(2016, 9, 15), new(2016, 2, 29), new(2019, 11, 30), new(2024, 6, 14)];

    /// <summary>What may have happened on that day: each alone, for being taken off a list ends what titles ask for.</summary>
    private static readonly string?[] Happened = [null, "name_change", "site_change", "delisted"];

    private static readonly string[] Levels = ["municipal", "provincial", "national", "candidate"];

    public static TheoryData<string> Deadlines => [.. PolicyCatalog.Default.Policies.SelectMany(p => p.Lines.Where(l => l.Deadline is not null).Select(l => $"{p.Id}#{l.Id}"))];

    /// <summary>Bars that end by their own condition: the day named is the first on which one is free again.</summary>
    private static readonly string[] FreeOnTheDay = ["policy-cn@2024#re-application-barred", "policy-cn-sd@2023#three-years-after-removal"];

    [Fact]
    public void All_deadlines_are_among_them() => Assert.Equal(16, Deadlines.Count);

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void A_deadline_holds_until_its_day_and_not_a_day_longer(string key)
    {
        var (policy, line) = PolicyCatalog.Default.Policies.SelectMany(p => p.Lines.Select(l => (p, l))).Single(l => $"{l.p.Id}#{l.l.Id}" == key);
        var place = line.Area is { } area ? policy.Areas.Single(a => a.Id == area).Code! : policy.Jurisdiction == "100000" ? "330500" : policy.Jurisdiction;
        var deadline = line.Deadline!;

        var seen = Beginnings.SelectMany(b => Happened.SelectMany(e => Levels.Select(l => Look(key, place, deadline, b, e, l)))).FirstOrDefault(d => d is not null);

        Assert.NotNull(seen);
        Assert.Equal(Expected(deadline, seen.Value.Began, FreeOnTheDay.Contains(key)), seen.Value.Days);
    }

    /// <summary>What is said on the three days; null where the line does not speak of that time.</summary>
    private static (DateOnly Began, List<(DateOnly Day, DateOnly? Due, bool IsOverdue)?> Days)? Look(string key, string place, PolicyDeadline deadline, DateOnly began, string? happened, string level)
    {
        var due = Due(deadline, began);
        var days = new[] { due.AddDays(-1), due, due.AddDays(1) }.Select(day => (Day: day, Line: On(key, place, began, day, happened, level))).ToList();
        return days[0].Line?.Due is null || (days[1].Line is null && !FreeOnTheDay.Contains(key)) ? null : (began, [.. days.Select(d => d.Line?.Due is { } told ? ((DateOnly, DateOnly?, bool)?)(d.Day, told.Date, told.IsOverdue) : null)]);
    }

    private static AnswerLine? On(string key, string place, DateOnly began, DateOnly day, string? happened, string level)
    {
        var on = began.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var events = happened is null ? string.Empty : $"{{ kind: {happened}, date: {on} }}";
        var facts = FactoryFacts.Parse($"schema: greenfactory.facts/v1\nfactory: {{ id: f, region: \"{place}\", industry: \"3311\" }}\nperiod: {began.Year}\ntitles: [{{ level: {level}, named: {on}, region: \"{place}\" }}]\nevents: [{events}]\n", "facts.yaml");
        return PolicyCatalog.Default.Answer(facts, day).Lines.FirstOrDefault(l => l.Key == key);
    }

    /// <summary>Counted here once more, by the calendar and not by the library.</summary>
    private static DateOnly Due(PolicyDeadline deadline, DateOnly began)
    {
        if (deadline.Kind == CountingKind.Yearly)
        {
            return new DateOnly(began.Year + 3, deadline.Month, deadline.Day);
        }

        var (year, month, day) = deadline.Unit switch
        {
            SpanUnit.Years => (began.Year + deadline.Count, began.Month, began.Day),
            SpanUnit.Months => (began.Year + ((began.Month - 1 + deadline.Count) / 12), ((began.Month - 1 + deadline.Count) % 12) + 1, began.Day),
            _ => (began.AddDays(deadline.Count).Year, began.AddDays(deadline.Count).Month, began.AddDays(deadline.Count).Day),
        };
        return new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
    }

    private static List<(DateOnly Day, DateOnly? Due, bool IsOverdue)?> Expected(PolicyDeadline deadline, DateOnly began, bool isFreeOnTheDay)
    {
        var due = Due(deadline, began);
        (DateOnly, DateOnly?, bool)? after = deadline.Kind switch
        {
            // Something that is over when its time is over is not said any more.
            CountingKind.Within when deadline.Unit != SpanUnit.WorkingDays => null,
            CountingKind.Within => (due.AddDays(1), null, false),
            _ => (due.AddDays(1), due, true),
        };
        DateOnly? told = deadline.Unit == SpanUnit.WorkingDays ? null : due;
        return [(due.AddDays(-1), told, false), isFreeOnTheDay ? null : (due, told, false), after];
    }
}
