using GreenFactory.Rules.Policies;
using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Tests.Cli;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Policies;

public sealed class BenefitsTests
{
    private static readonly DateOnly EndOf2019 = new(2019, 12, 31);

    public static TheoryData<string> Regions => [.. PolicyCatalog.Default.Policies.Where(p => p.Id.Edition == "2019" && p.Jurisdiction != "100000").Select(p => p.Jurisdiction)];

    [Theory]
    [MemberData(nameof(Regions))]
    public void Every_region_answers_for_one_factory_moved_there(string region)
    {
        var answer = PolicyCatalog.Default.Answer(Facts("330500", "{ level: national, named: 2018-02-01 }"), EndOf2019, region);

        Assert.Contains(answer.Policies, p => p.Policy.Jurisdiction == region);
        Assert.NotEmpty(answer.Lines);
        Assert.NotEmpty(answer.ToText());
        Assert.NotEmpty(answer.ToMarkdown(Language.English));
        Assert.Equal(answer.ToJson(), PolicyCatalog.Default.Answer(Facts("330500", "{ level: national, named: 2018-02-01 }"), EndOf2019, region).ToJson());
    }

    [Fact]
    public void An_answer_reads_well() => Snapshot.Match(PolicyCatalog.Default.Answer(Facts("341800", "{ level: national, named: 2018-02-01 }, { level: provincial, named: 2017-12-01 }"), EndOf2019).ToText());

    [Theory]
    [InlineData("341800", "yicheng-national", LineState.Conditional)]
    [InlineData("341700", "cangzhou-national", LineState.Conditional)]
    [InlineData("441900", "dongguan-national", LineState.Conditional)]
    [InlineData("330782", "yiwu-national", LineState.Conditional)]
    [InlineData("640100", "whole-region-national", LineState.Conditional)]
    [InlineData("410100", "whole-region-national", LineState.Certain)]
    [InlineData("330000", "yiwu-national", LineState.Conditional)]
    [InlineData("330784", "yongkang-national", LineState.Certain)]
    public void A_doubted_reward_is_never_certain(string region, string line, object state) =>
        Assert.Equal(state, Line(PolicyCatalog.Default.Answer(Facts(region, "{ level: national, named: 2018-02-01 }"), EndOf2019), line)!.State);

    [Theory]
    [InlineData("2019-12-31", "Certain")]
    [InlineData("2020-12-31", "Certain")]
    [InlineData("2021-01-01", "Conditional")]
    public void Money_is_certain_only_while_its_source_is_trusted(string asOf, string state) =>
        Assert.Equal(state, Line(Answer("330784", asOf, "{ level: national, named: 2018-02-01 }"), "yongkang-national")!.State.ToString());

    [Fact]
    public void Certain_money_and_conditional_money_are_never_added_together()
    {
        var answer = Answer("341800", "2019-09-30", "{ level: national, named: 2018-02-01 }");

        Assert.Equal("100 万元", BenefitsOutline.Total(answer, LineState.Certain)!.Value.Most.ToString());
        Assert.Equal("100 万元", BenefitsOutline.Total(answer, LineState.Conditional)!.Value.Most.ToString());
    }

    [Theory]
    [InlineData("2024-04-14", "", "2024-04-15", false)]
    [InlineData("2024-04-15", "", "2024-04-15", false)]
    [InlineData("2024-04-16", "", "2024-04-15", true)]
    [InlineData("2024-04-16", "{ kind: filing, date: 2024-04-15 }", "2025-04-15", false)]
    [InlineData("2025-01-01", "{ kind: filing, date: 2024-04-15 }", "2025-04-15", false)]
    public void The_yearly_form_is_due_on_its_day_and_overdue_the_day_after(string asOf, string events, string due, bool overdue)
    {
        var line = Line(Answer("330500", asOf, "{ level: national, named: 2019-09-01 }", events), "dynamic-form")!;

        Assert.Equal((DateOnly.ParseExact(due, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), overdue), (line.Due!.Date!.Value, line.Due.IsOverdue));
    }

    [Theory]
    [InlineData("2016-02-29", "2019-02-28", "2019-09-30", true)]
    [InlineData("2016-12-31", "2019-12-31", "2019-12-30", false)]
    [InlineData("2016-12-31", "2019-12-31", "2019-12-31", false)]
    [InlineData("2016-12-31", "2019-12-31", "2020-01-01", true)]
    [InlineData("2016-12-31, renewed: [2019-10-01]", "2022-10-01", "2020-01-01", false)]
    public void A_re_review_is_due_three_years_after_the_title_or_its_renewal(string named, string due, string asOf, bool overdue)
    {
        var line = Line(Answer("500100", asOf, $"{{ level: municipal, named: {named} }}"), "municipal-re-review")!;

        Assert.Equal((DateOnly.ParseExact(due, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), overdue), (line.Due!.Date!.Value, line.Due.IsOverdue));
    }

    [Theory]
    [InlineData("strict", "2025-06-01", "2022-05-31", false)]
    [InlineData("strict", "2025-06-01", "2022-06-01", true)]
    [InlineData("lenient", "2025-06-01", "2022-06-01", false)]
    [InlineData("lenient", "2025-06-01", "2022-06-02", true)]
    [InlineData("strict", "2025-06-01", "2025-06-01", true)]
    [InlineData("lenient", "2025-06-01", "2025-06-01", true)]
    [InlineData("strict", "2027-02-28", "2024-02-28", true)]
    [InlineData("lenient", "2027-02-28", "2024-02-29", true)]
    public void An_accident_bars_for_three_years_in_either_reading(string frame, string asOf, string accident, bool bars)
    {
        var facts = Facts("330500", "{ level: provincial, named: 2019-09-01 }", $"{{ kind: accident, date: {accident} }}");
        var answer = PolicyCatalog.Default.Answer(facts, DateOnly.ParseExact(asOf, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), new BenefitsRequest { Settings = new Dictionary<string, string> { ["frame"] = frame } });

        Assert.Equal(bars, Line(answer, "veto-accident") is not null);
    }

    [Theory]
    [InlineData("2018-12-31", "urged")]
    [InlineData("2019-01-01", "rectification")]
    [InlineData("2020-12-31", "rectification")]
    [InlineData("2021-01-01", "class-d")]
    [InlineData("2021-06-01", "sound")]
    public void Below_two_stars_the_machine_of_Huzhou_goes_to_class_d_after_two_years_of_rectification(string asOf, string state)
    {
        var answer = Answer("330502", asOf, "{ level: star, star: 1, named: 2018-10-01 }, { level: star, star: 2, named: 2021-06-01 }", "{ kind: rectification, date: 2019-01-01 }");

        Assert.Equal(state, Assert.Single(answer.Machines).State.Id);
    }

    [Fact]
    public void A_title_of_another_province_does_not_count_after_a_move_but_a_national_one_does()
    {
        var facts = Facts("340100", "{ level: provincial, named: 2017-01-01 }, { level: national, named: 2018-02-01 }", "{ kind: site_change, date: 2019-06-01, from: \"330500\" }");
        var answer = PolicyCatalog.Default.Answer(facts, EndOf2019);

        Assert.Null(Line(answer, "provincial-re-review"));
        Assert.Contains(ReserveKind.TitleFromElsewhere, Line(answer, "hefei-national")!.Reserves);
    }

    [Theory]
    [InlineData("2024-04-15", true)]
    [InlineData("2024-04-16", false)]
    public void Nobody_owes_a_form_for_a_day_before_its_title(string named, bool overdue) =>
        Assert.Equal(overdue, Line(Answer("330500", "2024-06-01", $"{{ level: national, named: {named} }}"), "dynamic-form")!.Due!.IsOverdue);

    [Fact]
    public void Without_a_title_nothing_can_be_taken_away() =>
        Assert.DoesNotContain(Answer("330500", "2025-12-31", string.Empty).Lines, l => l.Line.Effect?.StartsWith("removed", StringComparison.Ordinal) == true);

    [Fact]
    public void What_nobody_says_of_titles_leaves_money_open_and_names_the_fact()
    {
        var answer = PolicyCatalog.Default.Answer(FactoryFacts.Parse("""{ "schema": "greenfactory.facts/v1", "period": "2019", "factory": { "region": "330784" } }"""), EndOf2019);
        var line = Line(answer, "yongkang-national")!;

        Assert.Equal(LineState.Conditional, line.State);
        Assert.Equal(["standing.national"], line.Missing);
    }

    [Fact]
    public void Both_engines_say_the_same_of_every_condition()
    {
        var catalog = PolicyCatalog.Default;
        var facts = StandingFacts.On(Facts("330500", "{ level: national, named: 2018-02-01 }, { level: star, star: 1, named: 2018-10-01 }", "{ kind: accident, date: 2019-01-01 }"), EndOf2019, "330500");
        foreach (var policy in catalog.Policies)
        {
            var compiled = PolicyProgram.Build(policy, catalog.Vocabulary, catalog.Benchmarks, new DiagnosticBag(), p => new CompiledEngine(p))!.Judge(facts, EndOf2019);
            var reference = catalog.Program(policy).Judge(facts, EndOf2019);
            Assert.All(policy.Lines, l => Assert.Equal(reference.Of(l.Id), compiled.Of(l.Id)));
        }
    }

    [Fact]
    public void A_calendar_keeps_to_RFC_5545()
    {
        var text = Answer("330500", "2024-03-01", "{ level: national, named: 2019-09-01 }").ToCalendar();
        var lines = text.Split("\r\n");

        Assert.All(lines, l => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(l), 0, 75));
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR", string.Empty), (lines[0], lines[^2], lines[^1]));
        Assert.Contains("DTSTART;VALUE=DATE:20240415", lines);
        Assert.Contains("DTSTAMP:20240301T000000Z", lines);
        Assert.DoesNotContain('\n', text.Replace("\r\n", string.Empty, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("markdown")]
    [InlineData("ics")]
    public void The_command_answers_in_every_format(string format)
    {
        var run = Command.Run("benefits", Repository.Factory("cement-clinker"), "--as-of", "2025-12-31", "--format", format, "--lang", "en");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.NotEmpty(run.Output);
    }

    private static AnswerLine? Line(BenefitsAnswer answer, string id) => answer.Lines.FirstOrDefault(l => l.Line.Id == id);

    private static BenefitsAnswer Answer(string region, string asOf, string titles, string events = "") => PolicyCatalog.Default.Answer(Facts(region, titles, events), DateOnly.ParseExact(asOf, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static FactoryFacts Facts(string region, string titles, string events = "") => FactoryFacts.Parse(
        $"schema: greenfactory.facts/v1\nfactory: {{ id: f, region: \"{region}\", industry: \"3311\" }}\nperiod: 2019\ntitles: [{titles}]\nevents: [{events}]\n", "facts.yaml");
}
