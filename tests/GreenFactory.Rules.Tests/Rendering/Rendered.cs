using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Rendering;

/// <summary>Verdicts that the rendering tests share: a real pack on a whole and on a partial cement plant, and a pack with one rule of every kind.</summary>
internal static class Rendered
{
    private static readonly DateOnly AsOf = new(2024, 12, 31);

    public static string Fixtures { get; } = Path.Combine(Repository.Tests, "Rendering", "Fixtures");

    public static Verdict Cement { get; } = Of(RulePackCatalog.Default, "miit-green-factory@2018", "cement.json");

    public static Verdict PartialCement { get; } = Of(RulePackCatalog.Default, "miit-green-factory@2018", "cement-partial.json");

    public static Verdict Demo { get; } = Of(RulePackCatalog.OpenDirectory(Path.Combine(Fixtures, "rules")), "demo@1", "demo.json");

    public static Verdict Of(RulePackCatalog catalog, string pack, string file) =>
        RuleEvaluator.Compile(catalog.Load(pack)).Evaluate(FactoryFacts.Load(Path.Combine(Fixtures, file), catalog.Vocabulary), AsOf);
}
