using System.Globalization;
using GreenFactory.Rules.Policies;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Policies;

/// <summary>Everything that the rows of tables 3.1 and 3.2 of the report print is found in the policies of 2019.</summary>
public sealed class ReportChecklistTests
{
    private static readonly (string Kind, string Region, string What)[] Checklist =
    [
        .. File.ReadLines(Path.Combine(Repository.Tests, "Policies", "report-checklist.txt")).Where(l => l[0] != '#').Select(l => l.Split('|')).Select(p => (p[0], p[1], p[2])),
    ];

    /// <summary>Supervision rules and notes are told in our words; this is where each of them is.</summary>
    private static readonly Dictionary<string, string> Told = new(StringComparer.Ordinal)
    {
        ["cn-nm organise third-party bodies for unscheduled spot checks"] = "spot-checks",
        ["cn-jl re-verify every year and visit a sample on site"] = "yearly-re-check",
        ["cn-fj re-verify every year and visit a sample on site"] = "yearly-re-check",
        ["cn-zj unscheduled supervision and inspection"] = "huzhou-accident",
        ["cn-ah dynamic management, re-review on completing three years"] = "provincial-re-review",
        ["cn-ah re-review"] = "tongling-re-review",
        ["cn-ha unscheduled spot checks of self-declared information"] = "spot-checks",
        ["cn-cq re-review"] = "municipal-re-review",
        ["cn-tj candidate_and_non_candidate_lists"] = "candidate-list",
        ["cn-zj huzhou_first_local_standard"] = "huzhou-standard",
        ["cn-ah repeat_of_supervision"] = "note-repeats-supervision",
        ["cn-ha hebi_peak_shifting_exemption"] = "hebi-peak-shifting",
    };

    [Fact]
    public void The_policies_have_no_fault() => Assert.Empty(PolicyCatalog.Default.Check());

    [Theory]
    [InlineData("policy", 79)]
    [InlineData("target", 41)]
    [InlineData("reward", 46)]
    [InlineData("count", 31)]
    public void The_checklist_has_as_many_entries_as_the_report(string kind, int count) => Assert.Equal(count, Checklist.Count(c => c.Kind == kind));

    [Fact]
    public void Every_entry_of_the_checklist_is_found() => Assert.Equal([], Checklist.Where(c => !IsFound(c.Kind, Of(c.Region), c.Region, c.What)).ToList());

    [Fact]
    public void The_regional_counts_come_to_the_printed_total()
    {
        var counts = PolicyCatalog.Default.Policies.Where(p => p.Id.Edition == "2019" && p.Jurisdiction != "100000").Select(p => p.Count!.Count).ToList();

        Assert.Equal((31, 1402, 30, 4), (counts.Count, counts.Sum(), counts.Count(c => c > 0), counts.Count(c => c > 120)));
    }

    private static PolicyDefinition Of(string region) => PolicyCatalog.Default.Policies.Single(p => p.Id.ToString() == $"policy-{region}@2019");

    private static bool IsFound(string kind, PolicyDefinition policy, string region, string what) => kind switch
    {
        "policy" => policy.Policies.Any(p => $"{p.Issued ?? "-"} {p.Title}" == what),
        "target" => policy.Targets.Any(t => string.Create(CultureInfo.InvariantCulture, $"{t.Year} {t.Level} {t.Printed}") == what.Replace("national_and_regional", "national_and_provincial", StringComparison.Ordinal)),
        "reward" => policy.Lines.Any(l => l.Kind == LineKind.Reward && l.Printed == what),
        "priority" => policy.Priorities.Any(p => string.Join('、', p.Industries) + (p.IsOpen ? "等" : string.Empty) == what),
        "fee" => policy.ThirdParty?.Printed == what,
        "count" => policy.Count!.Count.ToString(CultureInfo.InvariantCulture) == what,
        _ => policy.Lines.Any(l => l.Id == Told.GetValueOrDefault($"{region} {what}")),
    };
}
