using System.Text;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Diagnostics;

/// <summary>Every failing example gives what it says, everything it says, and nothing else.</summary>
public sealed class InvalidExamplesTests
{
    public static TheoryData<string> Names() => [.. InvalidExample.All.Select(e => $"{e.Kind}/{e.Name}")];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_example_gives_exactly_the_diagnostics_it_names(string name)
    {
        var example = InvalidExample.All.Single(e => $"{e.Kind}/{e.Name}" == name);
        var expected = example.Expected();

        Assert.Contains(expected, e => e.Contains(example.Code, StringComparison.Ordinal));
        Assert.Equal(expected, example.Actual());
    }

    [Fact]
    public void The_sample_pack_has_no_fault() =>
        Assert.Empty(RulePackCatalog.Open(new FolderRules(FolderRules.Of(InvalidExample.Sample))).Check());

    [Fact]
    public void What_the_examples_say_reads_well()
    {
        var text = new StringBuilder();
        foreach (var example in InvalidExample.All)
        {
            foreach (var told in example.Diagnose().Where(t => t.Code == example.Code).Take(3))
            {
                text.Append(told.Place).Append('\n').Append("  ").Append(told.Message.Zh).Append('\n').Append("  ").Append(told.Message.En).Append('\n');
            }
        }

        Snapshot.Match(text.ToString());
    }
}
