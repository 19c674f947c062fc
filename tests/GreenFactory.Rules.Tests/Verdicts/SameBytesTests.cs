using System.Buffers;
using System.Globalization;
using GreenFactory.Rules.Tests.Generators;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Tests.Verdicts;

/// <summary>
/// The same pack and facts give the same bytes, whichever engine runs the rules and whatever culture the machine is set to.
/// With <c>GREENFACTORY_TEST_EFFORT=25</c> the whole JSON of 10,000 factories per pack is compared.
/// </summary>
public sealed class SameBytesTests
{
    private static readonly string[] Cultures = ["zh-CN", "de-DE", "tr-TR"];
    private static readonly FactoryShape[] Shapes = [FactoryShape.Complete, FactoryShape.Partial, FactoryShape.Wild];

    public static TheoryData<string> Packs => PackUnderTest.Ids;

    /// <summary>Both engines write every factory, one in this culture and the other in the next.</summary>
    [Theory]
    [MemberData(nameof(Packs))]
    public void Both_engines_write_the_same_json_in_every_culture(string id)
    {
        var pack = PackUnderTest.Of(id);
        ForEachShape(pack, Effort.Times(402), (facts, seed) =>
        {
            var compiled = In(Cultures[seed % 3], () => Json(pack.Compiled.Evaluate(facts)));
            var reference = In(Cultures[(seed + 1) % 3], () => Json(pack.Reference.Evaluate(facts)));
            return compiled.WrittenSpan.SequenceEqual(reference.WrittenSpan) ? null : FirstDifference(compiled, reference);
        });
    }

    /// <summary>Everything that an engine contributes: what it says of each rule, and what follows from it.</summary>
    [Theory]
    [MemberData(nameof(Packs))]
    public void Both_engines_say_the_same_of_ten_thousand_factories(string id)
    {
        var pack = PackUnderTest.Of(id);
        ForEachShape(pack, 10_002, (facts, seed) => In(Cultures[seed % 3], () => Differs(pack.Compiled.Evaluate(facts), pack.Reference.Evaluate(facts))));
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
