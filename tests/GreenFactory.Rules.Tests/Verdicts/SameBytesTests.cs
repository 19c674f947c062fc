using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using GreenFactory.Rules.Tests.Generators;
using GreenFactory.Rules.Tests.Support;
using GreenFactory.Rules.Verdicts;
using Xunit.Abstractions;

namespace GreenFactory.Rules.Tests.Verdicts;

/// <summary>
/// The same pack and facts give the same bytes, whichever engine runs the rules and whatever culture the machine is set to.
/// With <c>GREENFACTORY_TEST_EFFORT=25</c> the whole JSON of 100,000 factories is compared, with one thread and again with eight.
/// The cases of the packs are compared where they are run.
/// </summary>
public sealed class SameBytesTests(ITestOutputHelper output)
{
    private static readonly string[] Cultures = ["zh-CN", "de-DE", "tr-TR"];
    private static readonly FactoryShape[] Shapes = [FactoryShape.Complete, FactoryShape.Partial, FactoryShape.Wild];

    public static TheoryData<string> Packs => PackUnderTest.Ids;

    [Fact]
    public void The_engines_this_build_was_asked_for_take_part()
    {
        Assert.Equal(EnginesUnderTest.Expected, EnginesUnderTest.Names);
        Assert.All(PackUnderTest.Names, id => Assert.Equal(EnginesUnderTest.Expected, PackUnderTest.Of(id).Every.Value.Select(e => e.EngineName)));
    }

    /// <summary>Every engine writes every factory, one in this culture and the next in the next.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Every_engine_writes_the_same_json_in_every_culture(int threads)
    {
        var each = (Effort.Times(4_000) / (PackUnderTest.Names.Count * Shapes.Length)) + 1;
        var written = 0L;
        var clock = Stopwatch.StartNew();
        foreach (var pack in PackUnderTest.Names.Select(PackUnderTest.Of))
        {
            foreach (var shape in Shapes)
            {
                pack.ForEach(each, shape, (facts, seed) => Differs(pack, facts, seed), threads);
            }
        }

        var factories = each * PackUnderTest.Names.Count * Shapes.Length;
        Assert.Equal((long)factories * EnginesUnderTest.Expected.Count, written);
        output.WriteLine(FormattableString.Invariant(
            $"engines {string.Join(", ", EnginesUnderTest.Names)}; {PackUnderTest.Names.Count} packs; {factories} generated factories; cultures {string.Join(", ", Cultures)}; threads {threads}; {written} verdicts, 0 differ; {clock.Elapsed.TotalSeconds:0} s"));

        string? Differs(PackUnderTest pack, FactoryFacts facts, int seed)
        {
            var engines = pack.Every.Value;
            var expected = In(Cultures[seed % 3], () => Json(engines[0].Evaluate(facts)));
            for (var e = 1; e < engines.Count; e++)
            {
                var other = In(Cultures[(seed + e) % 3], () => Json(engines[e].Evaluate(facts)));
                if (!other.WrittenSpan.SequenceEqual(expected.WrittenSpan))
                {
                    return $"{engines[e].EngineName}: {FirstDifference(expected, other)}";
                }
            }

            Interlocked.Add(ref written, engines.Count);
            return null;
        }
    }

    /// <summary>Everything that an engine contributes: what it says of each rule, and what follows from it.</summary>
    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_engine_says_the_same_of_ten_thousand_factories(string id)
    {
        var pack = PackUnderTest.Of(id);
        ForEachShape(pack, 10_002, (facts, seed) => In(Cultures[seed % 3], () =>
        {
            var expected = pack.Reference.Evaluate(facts);
            return pack.Every.Value.Skip(1).Select(e => Differs(e.Evaluate(facts), expected)).FirstOrDefault(d => d is not null);
        }));
    }

    /// <summary>Written as a fact file and read again, in any culture, it is the same factory.</summary>
    [Theory]
    [MemberData(nameof(Packs))]
    public void A_factory_survives_its_fact_file_in_every_culture(string id)
    {
        var pack = PackUnderTest.Of(id);
        ForEachShape(pack, Effort.Times(150), (facts, seed) =>
        {
            var text = In(Cultures[seed % 3], () => FactFileWriter.Write(facts));
            var read = In(Cultures[(seed + 1) % 3], () => FactoryFacts.Parse(text, vocabulary: facts.Vocabulary));
            return read.Digest != facts.Digest ? "another digest" : Differs(pack.Compiled.Evaluate(facts), pack.Compiled.Evaluate(read));
        });
    }

    /// <summary>Otherwise the tests above would compare one culture with itself.</summary>
    [Fact]
    public void The_cultures_of_these_tests_write_numbers_and_letters_their_own_way()
    {
        Assert.Equal("1,5", 1.5m.ToString(CultureInfo.GetCultureInfo("de-DE")));
        Assert.Equal("İ", CultureInfo.GetCultureInfo("tr-TR").TextInfo.ToUpper("i"));
    }

    private static void ForEachShape(PackUnderTest pack, int count, Func<FactoryFacts, int, string?> broken)
    {
        foreach (var shape in Shapes)
        {
            pack.ForEach(count / Shapes.Length, shape, broken);
        }
    }

    private static string? Differs(Verdict a, Verdict b)
    {
        if (a.Score != b.Score || a.Conclusion != b.Conclusion || a.Tier != b.Tier)
        {
            return $"{a.Score} {a.Conclusion} {a.Tier}, but {b.Score} {b.Conclusion} {b.Tier}";
        }

        foreach (var (x, y) in a.Findings.Zip(b.Findings))
        {
            if (x.Status != y.Status || x.Points != y.Points || x.Measured != y.Measured)
            {
                return $"{x.Id}: {x.Status} {x.Points} {x.Measured}, but {y.Status} {y.Points} {y.Measured}";
            }
        }

        return a.Groups.Zip(b.Groups).Any(g => g.First != g.Second) ? "groups differ" : null;
    }

    private static ArrayBufferWriter<byte> Json(Verdict verdict)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 17);
        VerdictJson.Write(verdict, buffer);
        return buffer;
    }

    private static string FirstDifference(ArrayBufferWriter<byte> a, ArrayBufferWriter<byte> b)
    {
        var at = a.WrittenSpan.CommonPrefixLength(b.WrittenSpan);
        return $"{Around(a)}\nbut\n{Around(b)}";

        string Around(ArrayBufferWriter<byte> json) =>
            System.Text.Encoding.UTF8.GetString(json.WrittenSpan[Math.Max(0, at - 200)..Math.Min(json.WrittenCount, at + 100)]);
    }

    private static T In<T>(string culture, Func<T> work)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return work();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
