using System.Globalization;
using GreenFactory.Rules.Tests.Support;
using global::Samples;

namespace GreenFactory.Rules.Tests.Samples;

public sealed class SampleProgramsTests
{
    [Theory]
    [InlineData("cement-clinker")]
    [InlineData("cable-maker-incomplete")]
    public void Evaluate_a_factory(string factory)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("verdict").FullName, "verdict.json");

        var output = Written(writer => EvaluateAFactory.Run(Repository.Factory(factory), "miit-green-factory@2018", file, writer));

        Assert.Equal(Sample.Judge(factory, "miit-green-factory@2018").ToJson(), File.ReadAllText(file));
        Snapshot.Match(output, variant: factory);
    }

    [Theory]
    [InlineData("6.5.2")]
    [InlineData("6.1.1")]
    public void Explain_a_verdict(string finding) =>
        Snapshot.Match(Written(writer => ExplainAVerdict.Run(Repository.Factory("cement-clinker"), finding, writer)), variant: finding);

    [Fact]
    public void Explain_a_verdict_says_so_when_there_is_no_such_finding() =>
        Assert.Equal("没有这一项: 9.9.9\n", Written(writer => ExplainAVerdict.Run(Repository.Factory("cement-clinker"), "9.9.9", writer)));

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
