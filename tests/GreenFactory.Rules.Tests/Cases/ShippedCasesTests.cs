using GreenFactory.Rules.Cases;
using GreenFactory.Rules.Tests.Support;
using Xunit.Abstractions;

namespace GreenFactory.Rules.Tests.Cases;

/// <summary>Every case beside the shipped rules, with every engine of the build.</summary>
public sealed class ShippedCasesTests(ITestOutputHelper output)
{
    private static readonly List<CaseRunner> Runners = [.. EnginesUnderTest.All.Select(e => new CaseRunner(e.Options))];

    public static TheoryData<string> Files()
    {
        var data = new TheoryData<string>();
        foreach (var file in CaseRunner.Discover([Repository.Rules]))
        {
            data.Add(Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_case_passes_and_every_engine_writes_the_same_bytes_about_it(string file)
    {
        var results = Runners.Select(r => r.Run(Path.Combine(Repository.Root, file))).ToList();

        Assert.Equal(EnginesUnderTest.Expected.Count, results.Count);
        Assert.NotEmpty(results[0].Cases);
        Assert.All(results, result => Assert.True(result.Passed, string.Join('\n', Faults(result))));
        for (var c = 0; c < results[0].Cases.Count; c++)
        {
            var written = results.Select(r => r.Cases[c].Verdict?.ToJson()).ToList();
            Assert.All(written, text => Assert.True(text == written[0], $"{results[0].Cases[c].Case.Span}: the engines differ"));
        }

        output.WriteLine($"engines {string.Join(", ", EnginesUnderTest.Names)}; {results[0].Cases.Count} cases, 0 differ");
    }

    [Fact]
    public void Every_rule_file_has_its_cases_beside_it()
    {
        var rules = Directory.EnumerateFiles(Repository.Rules, "*.yaml", SearchOption.AllDirectories)
            .Where(f => File.ReadLines(f).Any(l => l.StartsWith("schema: greenfactory.rules/", StringComparison.Ordinal)));

        Assert.DoesNotContain(rules, f => !File.Exists(Path.ChangeExtension(f, null) + CaseReader.FileSuffix));
    }

    private static IEnumerable<string> Faults(CaseFileResult result)
    {
        foreach (var diagnostic in result.Diagnostics.Concat(result.Cases.SelectMany(c => c.Diagnostics)))
        {
            yield return diagnostic.Render(Language.English);
        }

        foreach (var one in result.Cases.Where(c => c.Differences.Count > 0))
        {
            yield return $"{one.Case.Span}: {one.Case.Name}: {string.Join("; ", one.Differences.Select(d => d.En))}";
        }
    }
}
