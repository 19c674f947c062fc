using Xunit;
using Xunit.Sdk;

namespace GreenFactory.Rules.Testing;

/// <summary>
/// Makes one test of every case under a folder, named by the author's sentence. The method takes the file and the sentence and
/// gives them to <see cref="RuleCases.Check"/>. A folder without cases is one test that fails.
/// </summary>
/// <param name="folder">A folder of packs or a file of cases: absolute, or looked for from the folder of the tests upward.</param>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("GreenFactory.Rules.Testing.RuleCaseDiscoverer", "GreenFactory.Rules.Testing")]
public sealed class RuleCasesAttribute(string folder) : FactAttribute
{
    /// <summary>The folder as given.</summary>
    public string Folder { get; } = folder;
}
