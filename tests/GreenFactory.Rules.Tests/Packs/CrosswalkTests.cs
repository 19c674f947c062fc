using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Packs.Crosswalks;
using GreenFactory.Rules.Tests.Cli;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Packs;

/// <summary>No clause of two editions is forgotten on either side.</summary>
public sealed class CrosswalkTests
{
    private static readonly PackId Old = RulePackCatalog.Default.Ids.Single(i => i.ToString() == "gb-t-36132@2018");
    private static readonly PackId New = RulePackCatalog.Default.Ids.Single(i => i.ToString() == "gb-t-36132@2025");

    [Fact]
    public void Every_clause_of_both_national_editions_stands_in_a_row()
    {
        var crosswalk = Of(Old, New);

        Assert.Null(crosswalk.RestFrom);
        Assert.Null(crosswalk.RestTo);
        Assert.Empty(crosswalk.Unnamed(Own(Old), first: true));
        Assert.Empty(crosswalk.Unnamed(Own(New), first: false));
        Assert.Equal((52, 65), (Own(Old).Clauses.Count, Own(New).Clauses.Count));
    }

    [Fact]
    public void A_clause_that_is_taken_out_of_its_row_is_found_missing()
    {
        var crosswalk = Of(Old, New);
        var shorter = crosswalk with { Rows = [.. crosswalk.Rows.Select(r => r with { From = [.. r.From.Where(c => c != "A.13")] })] };

        Assert.Equal("A.13", Assert.Single(shorter.Unnamed(Own(Old), first: true)).Clause);
    }

    [Fact]
    public void Every_pack_is_held_against_another_one()
    {
        var held = RulePackCatalog.Default.Crosswalks.SelectMany(c => new[] { c.From, c.To }).ToHashSet();

        Assert.DoesNotContain(RulePackCatalog.Default.Ids, i => !held.Contains(i));
    }

    [Fact]
    public void Turned_round_it_says_the_same_from_the_other_side()
    {
        var there = Of(Old, New);
        var back = Of(New, Old);

        Assert.Equal(there.Rows.Select(r => (r.From, r.To)), back.Rows.Select(r => (r.To, r.From)));
        Assert.Equal(there.Rows.Count(r => r.Relation == CrosswalkRelation.Superset), back.Rows.Count(r => r.Relation == CrosswalkRelation.Subset));
    }

    [Theory]
    [InlineData("zh", "text")]
    [InlineData("en", "text")]
    public void The_two_editions_side_by_side_read_well(string language, string format) =>
        Snapshot.Match(Command.Run("packs", "--crosswalk", Old.ToString(), New.ToString(), "--lang", language, "--format", format).Output, variant: language);

    [Fact]
    public void Two_packs_that_nobody_has_compared_are_said_to_be_so()
    {
        var run = Command.Run("packs", "--crosswalk", "wuhu@2021", "anhui@2019", "--lang", "en");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("there is no crosswalk of these two", run.Error, StringComparison.Ordinal);
    }

    private static Crosswalk Of(PackId from, PackId to) => RulePackCatalog.Default.Crosswalk(from, to, new DiagnosticBag())!;

    private static PackDefinition Own(PackId id) => RulePackCatalog.Default.OwnContent(id)!;
}
