using GreenFactory.Rules.Tests.Generators;

namespace GreenFactory.Rules.Tests.Evaluation;

public sealed class BulkTests
{
    private const int Factories = 300;

    private static readonly PackUnderTest Subject = PackUnderTest.Of("miit-green-factory@2018");
    private static readonly FactoryFacts[] Drawn = [.. Enumerable.Range(0, Factories).Select(seed => Subject.Draw(seed, FactoryShape.Partial))];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public async Task Many_verdicts_are_those_of_one_by_one_in_the_order_of_the_factories(int workers)
    {
        var options = new BulkOptions { DegreeOfParallelism = workers };
        var verdicts = new List<Verdict>();
        await foreach (var verdict in Subject.Compiled.EvaluateMany(Slowly(Drawn), options))
        {
            verdicts.Add(verdict);
        }

        var expected = Drawn.Select(f => Subject.Compiled.Evaluate(f).ToJson()).ToList();
        Assert.Equal(expected, verdicts.Select(v => v.ToJson()));
        Assert.Equal(expected, Subject.Compiled.EvaluateMany(Drawn, options).Select(v => v.ToJson()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_summary_says_what_the_verdict_says(int workers)
    {
        var options = new BulkOptions { DegreeOfParallelism = workers, AsOf = new DateOnly(2024, 12, 31) };
        var summaries = new List<VerdictSummary>();
        await foreach (var summary in Subject.Compiled.SummariseMany(Slowly(Drawn), options))
        {
            summaries.Add(summary);
        }

        Assert.Equal(Factories, summaries.Count);
        Assert.All(Subject.Compiled.SummariseMany(Drawn, options).Zip(summaries), p => Assert.Equal(Text(p.First), Text(p.Second)));
        Assert.All(Drawn.Zip(summaries), p => AssertSame(Subject.Compiled.Evaluate(p.First, options.AsOf), p.Second));
    }

    [Fact]
    public void A_reader_who_waits_makes_the_source_wait()
    {
        const int Workers = 2;
        var taken = 0;
        var read = 0;
        foreach (var _ in Subject.Compiled.EvaluateMany(Drawn.Select(f => { taken++; return f; }), new BulkOptions { DegreeOfParallelism = Workers }))
        {
            read++;
            Assert.InRange(taken - read, 0, 100);
        }

        Assert.Equal((Factories, Factories), (taken, read));
    }

    [Fact]
    public void Who_stops_reading_stops_the_work()
    {
        var taken = 0;
        var first = Subject.Compiled.EvaluateMany(Drawn.Select(f => { taken++; return f; }), new BulkOptions { DegreeOfParallelism = 2 }).First();

        Assert.Equal(Subject.Compiled.Evaluate(Drawn[0]).ToJson(), first.ToJson());
        Assert.True(taken < Factories, $"{taken}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Cancelling_ends_it_soon(int workers)
    {
        using var cancel = new CancellationTokenSource();
        var read = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Subject.Compiled.EvaluateMany(Endless(), new BulkOptions { DegreeOfParallelism = workers }, cancel.Token))
            {
                read++;
                await cancel.CancelAsync();
            }
        });
        Assert.InRange(read, 1, 200);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Trouble_of_a_worker_reaches_the_reader(int workers)
    {
        var stranger = FactoryFacts.Parse("{ \"schema\": \"greenfactory.facts/v1\", \"period\": \"2024\" }", vocabulary: Tests.Support.TryOut.Vocabulary);

        Assert.Throws<ArgumentException>(() => Subject.Compiled.EvaluateMany([.. Drawn, stranger], new BulkOptions { DegreeOfParallelism = workers }).Count());
    }

    [Fact]
    public void At_least_one_worker_is_needed() => Assert.Throws<ArgumentOutOfRangeException>(() => new BulkOptions { DegreeOfParallelism = 0 });

    private static void AssertSame(Verdict verdict, VerdictSummary summary)
    {
        Assert.Equal((verdict.Conclusion, verdict.Score, verdict.Tier), (summary.Conclusion, summary.Score, summary.Tier));
        Assert.Equal(verdict.Findings.Select(f => f.Status), Enumerable.Range(0, summary.RuleCount).Select(summary.StatusOf));
        Assert.Equal(verdict.Findings.Count(f => f.Status == FindingStatus.InsufficientEvidence), summary.OpenRules);
    }

    private static string Text(VerdictSummary summary) => $"{summary.Conclusion} {summary.Score} {summary.Tier} {string.Join(',', Enumerable.Range(0, summary.RuleCount).Select(summary.StatusOf))}";

    private static async IAsyncEnumerable<FactoryFacts> Slowly(IEnumerable<FactoryFacts> factories)
    {
        foreach (var factory in factories)
        {
            await Task.Yield();
            yield return factory;
        }
    }

    private static async IAsyncEnumerable<FactoryFacts> Endless()
    {
        while (true)
        {
            await Task.Yield();
            yield return Drawn[0];
        }
    }
}
