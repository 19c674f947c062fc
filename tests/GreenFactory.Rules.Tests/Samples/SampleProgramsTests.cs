using System.Globalization;
using GreenFactory.Rules.Tests.Support;
using global::Samples;

namespace GreenFactory.Rules.Tests.Samples;

public sealed class SampleProgramsTests
{
    [Theory]
    [InlineData("cement-clinker", "gb-t-36132@2025")]
    [InlineData("cable-maker-incomplete", "gb-t-36132@2025")]
    [InlineData("electronics-assembly", "miit-green-factory@2018")]
    public void Evaluate_a_factory(string factory, string pack)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("verdict").FullName, "verdict.json");

        var output = Written(writer => EvaluateAFactory.Run(Repository.Factory(factory), pack, file, writer));

        Assert.Equal(Sample.Judge(factory, pack).ToJson(), File.ReadAllText(file));
        Snapshot.Match(output, variant: factory);
    }

    [Theory]
    [InlineData("gb-t-36132@2025", "energy-intensity")]
    [InlineData("gb-t-36132@2025", "renewable-share")]
    [InlineData("miit-green-factory@2018", "6.1.1")]
    public void Explain_a_verdict(string pack, string finding) =>
        Snapshot.Match(Written(writer => ExplainAVerdict.Run(Repository.Factory("cement-clinker"), pack, finding, writer)), variant: finding);

    [Fact]
    public void Explain_a_verdict_says_so_when_there_is_no_such_finding() =>
        Assert.Equal("没有这一项: 9.9.9\n", Written(writer => ExplainAVerdict.Run(Repository.Factory("cement-clinker"), "gb-t-36132@2025", "9.9.9", writer)));

    private static string Written(Action<TextWriter> run)
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = comma;
        try
        {
            using var writer = new StringWriter(comma) { NewLine = "\n" };
            run(writer);
            return writer.ToString();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
