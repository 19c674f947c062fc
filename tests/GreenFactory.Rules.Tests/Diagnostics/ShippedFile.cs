using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Cases;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Packs.Crosswalks;
using GreenFactory.Rules.Policies;
using GreenFactory.Rules.Rankings;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Diagnostics;

/// <summary>
/// A YAML file of the repository and the reader that is asked for it, without the rest of the catalog. Beside what is shipped
/// there is one file of each kind with every section and form there is.
/// </summary>
internal sealed record ShippedFile(string Name, string Text)
{
    private static readonly CodeList NoCodes = CodeList.Empty;

    public static IReadOnlyList<ShippedFile> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.Rules, "*.yaml", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples", "overlays"), "*.yaml"))
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Tests, "Diagnostics", "EverySection"), "*.yaml"))
            .Order(StringComparer.Ordinal)
            .Select(f => new ShippedFile(Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'), File.ReadAllText(f))),
    ];

    public Node Root { get; } = DocumentReader.ReadText(Text, Name, new DiagnosticBag())!;

    public string Schema => ((ScalarNode)((MapNode)Root).Find("schema")!).Text;

    /// <summary>Reads a document as this file would be read; faults of sense (unknown units, say) may come beside those of shape.</summary>
    public void Read(Node? root, DiagnosticBag bag)
    {
        switch (Schema)
        {
            case PackReader.Schema:
                new PackReader(bag).Read(root, []);
                break;
            case RuleReader.Schema:
                new RuleReader(bag).ReadFile(root);
                break;
            case Overlay.Schema:
                Overlay.Read(root, bag);
                break;
            case CrosswalkReader.Schema:
                new CrosswalkReader(RulePackCatalog.Default.OwnContent, [], bag).Read(root);
                break;
            case CaseReader.Schema:
                new CaseReader(bag).Read(root);
                break;
            case BenchmarkReader.Schema:
                new BenchmarkReader(FactVocabulary.Default, bag).Read(root);
                break;
            case FactoryFactsReader.Schema:
                FactoryFactsReader.Read(root, FactVocabulary.Default, bag);
                break;
            case PolicyReader.Schema:
                new PolicyReader(FactVocabulary.Default, bag).Read(root);
                break;
            case IndustryWords.Schema:
                IndustryWords.Read(root, FactVocabulary.Default, bag);
                break;
            case AnswerCases.Schema:
                new AnswerCases(bag).Read(root);
                break;
            case RankingReader.Schema:
                new RankingReader(bag).Read(root);
                break;
            default:
                FactVocabularyReader.Read([(root, Schema)], NoCodes, NoCodes, bag);
                break;
        }
    }
}
