using System.Text.RegularExpressions;
using GreenFactory.Rules.Cases;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Policies;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Diagnostics;

/// <summary>The schemas are closed: a key nobody knows is refused at its place, wherever it stands in whatever file.</summary>
public sealed partial class StrayKeyTests
{
    private const string Stray = "strayKey";
    private static readonly SourceSpan Here = new("stray", 7777, 77);

    public static TheoryData<string> Files() => [.. ShippedFile.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_stray_key_is_refused_in_every_map_of_a_file(string name)
    {
        var file = ShippedFile.All.Single(f => f.Name == name);
        var maps = NodeEdits.PlacesItemByItem((MapNode)file.Root).Where(p => p.Node is MapNode && !IsReadWhenRun(file, p.Path)).ToList();

        Assert.Equal(NodeEdits.Places(file.Root).Count(p => p.Node is MapNode && !IsReadWhenRun(file, p.Path)), maps.Count);
        Assert.All(maps, place => Assert.True(IsRefused(file, place), $"{name}{place.Path}: a stray key goes unseen"));
    }

    [Fact]
    public void Every_kind_of_file_is_among_them() =>
        Assert.Equal(
            [
                "greenfactory.answers/v1", "greenfactory.benchmark-series/v1", "greenfactory.benchmarks/v1", "greenfactory.cases/v1", "greenfactory.coefficients/v1", "greenfactory.crosswalk/v1", "greenfactory.facts/v1",
                "greenfactory.overlay/v1", "greenfactory.pack/v1", "greenfactory.policy-industries/v1", "greenfactory.policy/v1", "greenfactory.ranking/v1", "greenfactory.rules/v1", "greenfactory.units/v1", "greenfactory.vocabulary/v1",
            ],
            ShippedFile.All.Select(f => f.Schema).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_stray_key_in_the_text_of_a_shipped_rule_is_told_with_line_column_and_the_nearest_key()
    {
        var text = Repository.Read("rules/gb-t-36132/2018/performance-requirements/harmless-materials.yaml").Replace("    kind: mandatory\n", "    kind: mandatory\n    requirements: none\n", StringComparison.Ordinal);
        var bag = new DiagnosticBag();
        var file = ShippedFile.All.Single(f => f.Name.EndsWith("harmless-materials.yaml", StringComparison.Ordinal) && f.Name.Contains("gb-t", StringComparison.Ordinal));
        file.Read(DocumentReader.ReadText(text, file.Name, bag), bag);

        var told = Assert.Single(bag.ToList(), d => d.Code == DiagnosticCodes.UnknownKey);
        var line = text[..text.IndexOf("requirements:", StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        Assert.Equal(new SourceSpan(file.Name, line, 5), told.Span);
        Assert.Contains("“requirement”", told.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void The_files_with_every_section_have_no_fault_of_their_own()
    {
        foreach (var file in ShippedFile.All.Where(f => f.Name.Contains("EverySection", StringComparison.Ordinal)))
        {
            var bag = new DiagnosticBag();
            file.Read(file.Root, bag);
            Assert.Empty(bag.ToList());
        }
    }

    private static bool IsRefused(ShippedFile file, NodeEdits.Place place)
    {
        var bag = new DiagnosticBag();
        file.Read(place.Put(NodeEdits.With((MapNode)place.Node, Stray, new ScalarNode("1", false, Here), Here)), bag);
        return bag.ToList().Any(d => d.Span == Here && d.Code.Severity == DiagnosticSeverity.Error && IsTheRightCode(d.Code, file, place));
    }

    /// <summary>What a case gives is read as facts, parameters and rules when it runs, by the readers of those.</summary>
    private static bool IsReadWhenRun(ShippedFile file, string path) => (file.Schema == CaseReader.Schema && GivenByCases().IsMatch(path)) || (file.Schema == AnswerCases.Schema && GivenByAnswers().IsMatch(path));

    [GeneratedRegex(@"\.(given|factory|products|history|evidence|parameters|statuses)\b")]
    private static partial Regex GivenByCases();

    [GeneratedRegex(@"\.(given|factory|titles|events|set|lines|due|states)\b")]
    private static partial Regex GivenByAnswers();

    /// <summary>Where keys are names of something else, the fault is that there is no such thing.</summary>
    private static bool IsTheRightCode(DiagnosticCode code, ShippedFile file, NodeEdits.Place place)
    {
        var key = place.Path[(place.Path.LastIndexOf('.') + 1)..];
        var wanted = (file.Schema, key) switch
        {
            ("greenfactory.units/v1", "product-units") => DiagnosticCodes.UnknownUnit,
            ("greenfactory.facts/v1", "facts") => DiagnosticCodes.UnknownFact,
            ("greenfactory.facts/v1", "history") => DiagnosticCodes.BadHistoryYear,
            ("greenfactory.facts/v1", "2024") => DiagnosticCodes.UnknownFact,
            _ => DiagnosticCodes.UnknownKey,
        };
        return code == wanted;
    }
}
