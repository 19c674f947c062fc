using System.Collections.Concurrent;
using GreenFactory.Rules.Tests.Support;
using Xunit.Sdk;

namespace GreenFactory.Rules.Tests.Generators;

/// <summary>A pack with its engines and a generator of factories for it; made once. Thread-safe.</summary>
internal sealed class PackUnderTest
{
    private static readonly ConcurrentDictionary<string, Lazy<PackUnderTest>> Made = new(StringComparer.Ordinal);

    private const string Everything = "everything@1";
    private const int ModelCount = 4;

    private static readonly Lazy<RulePackCatalog> EverythingCatalog = new(() => RulePackCatalog.Open(MemoryRules.OverPackage(
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Tests, "Generators", "Everything"), "*.yaml").Select(f => ($"everything/1/{Path.GetFileName(f)}", File.ReadAllText(f)))])));

    private readonly Lazy<FactoryFacts>[] _models;

    private PackUnderTest(string id)
    {
        Pack = (id == Everything ? EverythingCatalog.Value : RulePackCatalog.Default).Load(id);
        Compiled = RuleEvaluator.Compile(Pack);
        Reference = RuleEvaluator.Compile(Pack, new RuleEvaluatorOptions { Engine = RuleEngineKind.Reference });
        Every = new Lazy<IReadOnlyList<RuleEvaluator>>(() => [Reference, Compiled, .. EnginesUnderTest.Optional.Select(o => RuleEvaluator.Compile(Pack, o))]);
        Generator = new FactoryGenerator(Pack);
        _models = [.. Enumerable.Range(0, ModelCount).Select(seed => new Lazy<FactoryFacts>(() => ModelFactory.Draw(Generator, Compiled, seed)))];
    }

    /// <summary>Every pack of the package, whatever packs there will be, and one that uses all there is to use.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. RulePackCatalog.Default.Ids.Select(id => id.ToString()), Everything];

    public static TheoryData<string> Ids
    {
        get
        {
            var data = new TheoryData<string>();
            foreach (var name in Names)
            {
                data.Add(name);
            }

            return data;
        }
    }

    public RulePack Pack { get; }

    public RuleEvaluator Compiled { get; }

    public RuleEvaluator Reference { get; }

    /// <summary>Every engine of this build, the reference first.</summary>
    public Lazy<IReadOnlyList<RuleEvaluator>> Every { get; }

    public FactoryGenerator Generator { get; }

    public static PackUnderTest Of(string id) => Made.GetOrAdd(id, i => new Lazy<PackUnderTest>(() => new PackUnderTest(i))).Value;

    /// <summary>The factory of a seed: out of the blue, or one seed in three like a model factory.</summary>
    public FactoryFacts Draw(int seed, FactoryShape shape) =>
        seed % 3 == 2 ? Generator.Near(_models[seed / 3 % ModelCount].Value, seed, shape) : Generator.Draw(seed, shape);

    /// <summary>
    /// Draws one factory per seed and asks whether a law is broken; the first one that breaks it is made as small as it can be
    /// and shown as a fact file.
    /// </summary>
    /// <param name="count">How many factories.</param>
    /// <param name="shape">Their shape.</param>
    /// <param name="broken">What is wrong with the verdict on a factory; null when nothing is. Called from several threads.</param>
    /// <param name="threads">How many; as many as there are processors when left out.</param>
    public void ForEach(int count, FactoryShape shape, Func<FactoryFacts, int, string?> broken, int? threads = null)
    {
        var faults = new ConcurrentDictionary<int, string>();
        Threads.Share(threads ?? Environment.ProcessorCount, count, seed =>
        {
            var fault = broken(Draw(seed, shape), seed);
            return fault is null || !faults.TryAdd(seed, fault);
        });
        if (faults.IsEmpty)
        {
            return;
        }

        var first = faults.Keys.Min();
        var smallest = Shrinker.Smallest(Draw(first, shape), f => (shape.Contradictions > 0 || Generator.IsConsistent(f)) && broken(f, first) is not null);
        throw new XunitException($"{Pack.Id}, seed {first}: {faults[first]}\nThe smallest factory that still does it: {broken(smallest, first)}\n{FactFileWriter.Write(smallest)}");
    }
}
