using GreenFactory.Rules.Cases;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Cases;

/// <summary>Every case beside the shipped rules, with both engines.</summary>
public sealed class ShippedCasesTests
{
    public static TheoryData<string, RuleEngineKind> Files()
    {
        var data = new TheoryData<string, RuleEngineKind>();
        foreach (var file in CaseRunner.Discover([Repository.Rules]))
        {
            data.Add(Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), RuleEngineKind.Compiled);
            data.Add(Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), RuleEngineKind.Reference);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_case_passes(string file, RuleEngineKind engine)
    {
        var result = Runner(engine).Run(Path.Combine(Repository.Root, file));

        Assert.True(result.Passed, string.Join('\n', Faults(result)));
        Assert.NotEmpty(result.Cases);
    }

    [Fact]
    public void Every_rule_file_has_its_cases_beside_it()
    {
        var rules = Directory.EnumerateFiles(Repository.Rules, "*.yaml", SearchOption.AllDirectories)
            .Where(f => File.ReadLines(f).Any(l => l.StartsWith("schema: greenfactory.rules/", StringComparison.Ordinal)));

        Assert.DoesNotContain(rules, f => !File.Exists(Path.ChangeExtension(f, null) + CaseReader.FileSuffix));
    }

    private static readonly Dictionary<RuleEngineKind, CaseRunner> Runners = new()
    {
        [RuleEngineKind.Compiled] = new CaseRunner(),
        [RuleEngineKind.Reference] = new CaseRunner(new RuleEvaluatorOptions { Engine = RuleEngineKind.Reference }),
    };

    private static CaseRunner Runner(RuleEngineKind engine) => Runners[engine];

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
