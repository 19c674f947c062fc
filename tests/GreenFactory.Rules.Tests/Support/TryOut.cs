using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Tests.Support;

/// <summary>The small vocabulary and the factories that expression cases are about (<c>Expressions/Cases/*.yaml</c>).</summary>
internal static class TryOut
{
    private static readonly string Folder = Path.Combine(Repository.Tests, "Expressions", "Cases");

    public static FactVocabulary Vocabulary { get; } = Read();

    public static FactoryFacts Factory { get; } = Load("factory.yaml");

    public static FactoryFacts Load(string file) => FactoryFacts.Parse(File.ReadAllText(Path.Combine(Folder, file)), file, Vocabulary);

    private static FactVocabulary Read()
    {
        var rules = MemoryRules.Of(
            ("vocabulary/units.yaml", File.ReadAllText(Path.Combine(Repository.Rules, "vocabulary", "units.yaml"))),
            ("vocabulary/coefficients/coal-equivalent.yaml", File.ReadAllText(Path.Combine(Repository.Rules, "vocabulary", "coefficients", "coal-equivalent.yaml"))),
            ("vocabulary/facts.yaml", File.ReadAllText(Path.Combine(Folder, "vocabulary.yaml"))));
        var (vocabulary, faults) = FactVocabulary.Of(rules);
        return faults.Count == 0 ? vocabulary : throw new InvalidInputException(faults);
    }
}
