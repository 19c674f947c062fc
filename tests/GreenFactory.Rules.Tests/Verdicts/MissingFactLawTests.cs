using GreenFactory.Rules.Tests.Generators;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Verdicts;

/// <summary>Not to know a fact widens an answer and never turns it into another one.</summary>
public sealed class MissingFactLawTests
{
    public static TheoryData<string> Packs => PackUnderTest.Ids;

    public static TheoryData<string, string> Samples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(Repository.Factory("any"))!, "*.json").Order(StringComparer.Ordinal))
            {
                foreach (var id in RulePackCatalog.Default.Ids)
                {
                    data.Add(Path.GetFileNameWithoutExtension(file), id.ToString());
                }
            }

            return data;
        }
    }

    /// <summary>Every fact of a complete factory, its products, past years and identity included, is taken away in turn.</summary>
    [Theory]
    [MemberData(nameof(Packs))]
    public void Deleting_any_single_fact_leaves_the_old_answer_within_the_new_one(string id)
    {
        var pack = PackUnderTest.Of(id);
        pack.ForEach(Effort.Times(100), FactoryShape.Complete, (facts, _) =>
        {
            var whole = pack.Compiled.Evaluate(facts);
            foreach (var place in Knowledge.Of(facts))
            {
                if (Refinement.Broken(pack.Pack, pack.Compiled.Evaluate(Knowledge.Without(facts, place)), whole) is { } broken)
                {
                    return $"without {place.PathIn(facts)}: {broken}";
                }
            }

            return null;
        });
    }

    /// <summary>From little knowledge to more to all there is: at every step intervals may only shrink.</summary>
    [Theory]
    [MemberData(nameof(Packs))]
    public void Knowing_more_never_brings_back_what_was_ruled_out(string id)
    {
        var pack = PackUnderTest.Of(id);
        pack.ForEach(Effort.Times(800), FactoryShape.Partial with { Unknown = 35 }, (facts, seed) =>
        {
            var more = pack.Generator.Complete(facts, seed, FactoryShape.Partial with { Unknown = 50 });
            var all = pack.Generator.Complete(more, seed + 1, FactoryShape.Complete);
            var verdicts = new[] { facts, more, all }.Select(f => pack.Compiled.Evaluate(f)).ToList();
            return Refinement.Broken(pack.Pack, verdicts[0], verdicts[1]) ?? Refinement.Broken(pack.Pack, verdicts[1], verdicts[2]);
        });
    }

    /// <summary>
    /// The factories under samples, with all the packs. A stated total of which the parts are known too is no missing fact when it
    /// is gone: what follows from the parts takes its place, as if it had been stated.
    /// </summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void Deleting_any_single_fact_of_a_sample_leaves_the_old_answer_within_the_new_one(string factory, string id)
    {
        var pack = PackUnderTest.Of(id);
        var facts = FactoryFacts.Load(Repository.Factory(factory));
        var whole = pack.Compiled.Evaluate(facts);
        var derived = pack.Generator.Reading.Facts.ToDictionary(f => f.Fact);
        foreach (var place in Knowledge.Of(facts))
        {
            var less = Knowledge.Without(facts, place);
            var expected = place.Fact is { } fact && derived.TryGetValue(fact, out var bound) && Consistency.CellOf(fact, pack.Generator.SightOf(less).At(bound, place)) is { } follows
                ? pack.Compiled.Evaluate(Knowledge.With(facts, place, follows))
                : whole;
            var broken = Refinement.Broken(pack.Pack, pack.Compiled.Evaluate(less), expected);
            Assert.True(broken is null, $"without {place.PathIn(facts)}: {broken}");
        }
    }
}
