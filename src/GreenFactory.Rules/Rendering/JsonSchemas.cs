using System.Text;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Rendering;

/// <summary>JSON Schemas (draft 2020-12) of every file and of the verdict. That of fact files is made from the vocabulary; the others lie in <c>rules/schema</c>.</summary>
internal static class JsonSchemas
{
    public const string Facts = "facts";

    private const string Folder = "schema/";
    private const string Suffix = ".schema.json";

    /// <summary>Names of all schemas, those people ask for most first.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [Facts, "pack", "verdict", "rules", "overlay", "cases", "vocabulary", "coefficients", "benchmark-series", "benchmarks", "units", "crosswalk", "policy", "policy-industries", "answers", "ranking"];

    /// <summary>The text of a schema by its name; the vocabulary is read only when it is needed.</summary>
    public static string Text(string name, Func<FactVocabulary> vocabulary) =>
        name == Facts ? FactsSchema.Write(vocabulary()) : Encoding.UTF8.GetString(RulesSource.Package.ReadBytes(Folder + name + Suffix, new DiagnosticBag())!).Replace("\r\n", "\n", StringComparison.Ordinal);
}
