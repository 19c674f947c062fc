using System.Collections.Concurrent;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Documents;

public sealed class DocumentsAheadTests
{
    [Fact]
    public void What_is_taken_is_the_same_whether_it_was_read_ahead_or_not()
    {
        Assert.Equal(Told(ahead: false), Told(ahead: true));
    }

    [Fact]
    public void Every_document_is_read_once_however_many_threads_read_ahead()
    {
        var source = new CountingSource();
        var documents = new DocumentsAhead(source, source.Paths);
        Threads.Share(8, 8, _ =>
        {
            documents.Read();
            return true;
        });
        Assert.Equal(source.Paths.Count, documents.Take(new DiagnosticBag()).Count());
        Assert.Equal(source.Paths.Count, source.Reads);
    }

    [Fact]
    public void Packs_that_many_threads_load_at_once_from_a_new_catalog_are_one_and_the_same()
    {
        var catalog = RulePackCatalog.Open(MemoryRules.OverPackage());
        var digests = new string[8];
        Threads.Share(digests.Length, digests.Length, i =>
        {
            digests[i] = catalog.Load("miit-green-factory@2018").Digest;
            return true;
        });
        Assert.Equal(RulePackCatalog.Default.Load("miit-green-factory@2018").Digest, Assert.Single(digests.Distinct()));
    }

    [Fact]
    public void A_catalog_laid_over_another_reads_its_benchmarks_once_and_not_ahead_of_itself()
    {
        var source = new CountingPackage();
        RulePackCatalog.Open(source).Over(MemoryRules.Of(("notes/more.yaml", "a: 1\n"))).Load("miit-green-factory@2018");
        Assert.NotEmpty(source.Reads);
        Assert.All(source.Reads, file => Assert.Equal(1, file.Value));
    }

    [Fact]
    public void Faults_of_a_benchmark_are_told_with_those_of_the_pack_that_was_read_meanwhile()
    {
        var rules = MemoryRules.OverPackage(("benchmarks/bad.yaml", "schema: greenfactory.benchmarks/v1\nid: bad\n"), ("miit-green-factory/2018/more.yaml", "rules: 3\n"));
        var files = RulePackCatalog.Open(rules).TryLoad("miit-green-factory@2018").Diagnostics.Select(d => d.Span.File).Distinct();
        Assert.Equal(["benchmarks/bad.yaml", "miit-green-factory/2018/more.yaml"], files);
    }

    private static string Told(bool ahead)
    {
        var source = new CountingSource();
        var documents = new DocumentsAhead(source, source.Paths);
        if (ahead)
        {
            documents.Read();
        }

        var bag = new DiagnosticBag();
        var roots = documents.Take(bag).Select(root => root is null ? "nothing" : $"{root.GetType().Name} {root.Span}");
        return string.Join('\n', roots.Concat(["faults:"])) + "\n" + string.Join('\n', bag.ToList().Select(d => d.ToString()));
    }

    private sealed class CountingSource : RulesSource
    {
        private static readonly MemoryRules Files = MemoryRules.Of(("a.yaml", "a: 1\n"), ("b.yaml", "a: 1\na: 2\n"), ("c.yaml", string.Empty), ("d.yaml", "- 1\n- 2\n"));

        private int _reads;

        public int Reads => _reads;

        public override IReadOnlyList<string> Paths => Files.Paths;

        public override byte[]? ReadBytes(string path, DiagnosticBag bag)
        {
            Interlocked.Increment(ref _reads);
            return Files.ReadBytes(path, bag);
        }
    }

    private sealed class CountingPackage : RulesSource
    {
        public ConcurrentDictionary<string, int> Reads { get; } = new(StringComparer.Ordinal);

        public override IReadOnlyList<string> Paths => Package.Paths;

        public override byte[]? ReadBytes(string path, DiagnosticBag bag)
        {
            if (path.StartsWith("benchmarks/", StringComparison.Ordinal))
            {
                Reads.AddOrUpdate(path, 1, (_, count) => count + 1);
            }

            return Package.ReadBytes(path, bag);
        }
    }
}
