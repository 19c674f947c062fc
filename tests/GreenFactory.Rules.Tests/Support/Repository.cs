using System.Reflection;

namespace GreenFactory.Rules.Tests.Support;

/// <summary>Files of the repository that tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "RepositoryRoot").Value!;

    public static string Rules => Path.Combine(Root, "rules");

    public static string Tests => Path.Combine(Root, "tests", "GreenFactory.Rules.Tests");

    public static string Factory(string name) => Path.Combine(Root, "samples", "factories", name + ".json");

    public static string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative));
}
