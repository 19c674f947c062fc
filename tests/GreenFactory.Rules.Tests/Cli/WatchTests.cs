using System.Threading.Channels;
using GreenFactory.Rules.Cases;
using GreenFactory.Rules.Cli.Commands;

namespace GreenFactory.Rules.Tests.Cli;

public sealed class WatchTests
{
    private const string Cases = """
        schema: greenfactory.cases/v1
        as-of: 2024-12-31
        cases:
          - name: at the leading value reuse earns all
            rule: reuse
            given: { water.reuse_rate: "95 %" }
            expect: { status: met, points: 10 }
        """;

    [Fact]
    public async Task A_saved_file_of_cases_is_run_again_alone()
    {
        await using var watch = await Watched.StartAsync();

        watch.Save("demo/1/a.cases.yaml", Cases.Replace("points: 10", "points: 9", StringComparison.Ordinal));

        Assert.Equal(["demo/1/a.cases.yaml: 0 passed, 1 failed"], await watch.NextAsync());
    }

    [Fact]
    public async Task A_saved_rule_runs_the_cases_of_its_pack_and_of_no_other()
    {
        await using var watch = await Watched.StartAsync();

        watch.Save("demo/1/pack.yaml", Watched.Pack.Replace("leading: \"95 %\"", "leading: \"99 %\"", StringComparison.Ordinal));

        Assert.Equal(["demo/1/a.cases.yaml: 0 passed, 1 failed", "demo/1/b.cases.yaml: 0 passed, 1 failed"], await watch.NextAsync());
    }

    [Fact]
    public async Task A_new_file_of_cases_is_seen_and_one_that_is_broken_is_told_and_mended()
    {
        await using var watch = await Watched.StartAsync();

        watch.Save("demo/1/c.cases.yaml", Cases.Replace("rule: reuse", "rule: resuse", StringComparison.Ordinal));
        Assert.Equal(["demo/1/c.cases.yaml: 0 passed, 1 failed"], await watch.NextAsync());
        watch.Save("demo/1/c.cases.yaml", Cases);
        Assert.Equal(["demo/1/c.cases.yaml: 1 passed, 0 failed"], await watch.NextAsync());
    }

    [Fact]
    public async Task A_changed_vocabulary_is_read_again_and_runs_everything()
    {
        await using var watch = await Watched.StartAsync();
        watch.Save("demo/1/pack.yaml", Watched.Pack + "# saved\n");
        Assert.Equal(2, (await watch.NextAsync()).Count);

        watch.Save("vocabulary/own.yaml", "schema: greenfactory.vocabulary/v1\nfacts: nothing\n");

        Assert.Equal(["demo/1/a.cases.yaml: 0 passed, 1 failed", "demo/1/b.cases.yaml: 0 passed, 1 failed", "other/1/o.cases.yaml: 0 passed, 1 failed"], await watch.NextAsync());
    }

    [Fact]
    public async Task A_second_save_is_answered_as_the_first_and_by_that_file_alone()
    {
        await using var watch = await Watched.StartAsync();
        foreach (var text in new[] { Cases + "\n", Cases })
        {
            watch.Save("demo/1/a.cases.yaml", text);
            Assert.Equal(["demo/1/a.cases.yaml: 1 passed, 0 failed"], await watch.NextAsync());
        }
    }

    [Theory]
    [InlineData("--format", "json")]
    [InlineData("--coverage", "text")]
    [InlineData("--out", "x.txt")]
    public void Watching_goes_with_text_only(string option, string value)
    {
        var run = Command.Run("test", Command.Fixture("rules"), "--watch", option, value, "--lang", "en");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("GFR5005", run.Error, StringComparison.Ordinal);
    }

    /// <summary>A folder of two packs that is watched until the test is over.</summary>
    private sealed class Watched : IAsyncDisposable
    {
        public static readonly string Pack = File.ReadAllText(Path.Combine(Command.Fixture("rules"), "demo", "1", "pack.yaml")).ReplaceLineEndings("\n");

        private readonly TemporaryFolder _folder = new();
        private readonly CancellationTokenSource _end = new();
        private readonly Channel<List<string>> _runs = Channel.CreateUnbounded<List<string>>();
        private Task _watching = Task.CompletedTask;

        public static async Task<Watched> StartAsync()
        {
            var watched = new Watched();
            watched.Save("demo/1/pack.yaml", Pack);
            watched.Save("demo/1/a.cases.yaml", Cases);
            watched.Save("demo/1/b.cases.yaml", Cases);
            watched.Save("other/1/pack.yaml", Pack.Replace("id: demo@1", "id: other@1", StringComparison.Ordinal));
            watched.Save("other/1/o.cases.yaml", Cases);
            watched._watching = new TestWatch([watched._folder.Path], watched.Run).RunAsync(watched._end.Token);
            Assert.Equal(3, (await watched.NextAsync()).Count);
            return watched;
        }

        public void Save(string name, string text) => _folder.File(name, text);

        public async Task<List<string>> NextAsync() => await _runs.Reader.ReadAsync(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            await _watching;
            _end.Dispose();
            _folder.Dispose();
        }

        private CaseSuiteResult Run(CaseRunner runner, IReadOnlyList<string> files)
        {
            var result = new CaseSuite(runner).Run(files);
            _runs.Writer.TryWrite([.. result.Files.Select(f => $"{Path.GetRelativePath(_folder.Path, f.File).Replace('\\', '/')}: {f.Cases.Count(c => c.Passed)} passed, {f.Cases.Count(c => !c.Passed)} failed").Order(StringComparer.Ordinal)]);
            return result;
        }
    }
}
