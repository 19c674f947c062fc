using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using GreenFactory.Rules.Tests.Generators;
using GreenFactory.Rules.Tests.Support;
using GreenFactory.Rules.Verdicts;
using Xunit.Abstractions;

namespace GreenFactory.Rules.Tests.Evaluation;

/// <summary>
/// Every engine of the build writes the bytes the reference writes. With <c>GREENFACTORY_TEST_EFFORT=200</c> on 100,000
/// generated factories, with 1 thread and with 8. The cases of the packs are compared where they are run.
/// </summary>
public sealed class VerdictAgreementTests(ITestOutputHelper output)
{
    private static readonly CultureInfo[] Cultures = [new("zh-CN"), new("de-DE"), new("tr-TR")];
    private static readonly FactoryShape[] Shapes = [FactoryShape.Complete, FactoryShape.Partial, FactoryShape.Wild];

    private long _compared;

    [Fact]
    public void The_engines_this_build_was_asked_for_take_part()
    {
        Assert.Equal(EnginesUnderTest.Expected, EnginesUnderTest.Names);
        foreach (var pack in Packs())
        {
            Assert.Equal(EnginesUnderTest.Expected, pack.Every.Value.Select(e => e.EngineName));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Every_engine_writes_the_same_bytes_about_generated_factories(int threads)
    {
        var packs = Packs();
        var count = Effort.Times(500);
        var clock = Stopwatch.StartNew();

        Threads.Share(threads, count, i => Compare(packs[i % packs.Count], i / packs.Count));

        Assert.Equal((long)count * EnginesUnderTest.Expected.Count * Cultures.Length, _compared);
        output.WriteLine(FormattableString.Invariant(
            $"engines {string.Join(", ", EnginesUnderTest.Names)}; {packs.Count} packs; {count} generated factories; cultures {string.Join(", ", Cultures.Select(c => c.Name))}; {threads} threads; {_compared} verdicts, 0 differ; {clock.Elapsed.TotalSeconds:0} s"));
    }

    private void Compare(PackUnderTest pack, int seed)
    {
        var facts = pack.Draw(seed, Shapes[seed / Shapes.Length % Shapes.Length]);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var expected = Json(pack.Reference.Evaluate(facts));
        foreach (var engine in pack.Every.Value)
        {
            foreach (var culture in Cultures)
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
                var written = Json(engine.Evaluate(facts));
                if (!written.WrittenSpan.SequenceEqual(expected.WrittenSpan))
                {
                    Assert.Fail($"{pack.Pack.Id}, seed {seed}, {engine.EngineName}, {culture.Name}: differs from byte {written.WrittenSpan.CommonPrefixLength(expected.WrittenSpan)} on\n{FactFileWriter.Write(facts)}");
                }

                Interlocked.Increment(ref _compared);
            }
        }
    }

    private static List<PackUnderTest> Packs() => [.. PackUnderTest.Names.Select(PackUnderTest.Of)];

    private static ArrayBufferWriter<byte> Json(Verdict verdict)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        VerdictJson.Write(verdict, buffer);
        return buffer;
    }
}
