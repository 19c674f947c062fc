using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Packs;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary>Where the cases of what somebody named on the command line lie.</summary>
internal static class TestTargets
{
    private const string DefaultRoot = "rules";

    /// <summary>Folders and files of cases; what cannot be found is told in the request's bag.</summary>
    public static IReadOnlyList<string> Of(Request request, IReadOnlyList<string> named, string? rules)
    {
        var root = rules ?? DefaultRoot;
        if ((rules is not null || named.Count == 0) && !Directory.Exists(root))
        {
            request.Bad("--rules", root, TestPhrases.NoRules);
            return [];
        }

        return named.Count == 0 ? [root] : [.. named.Select(n => One(request, n, root)).OfType<string>()];
    }

    private static string? One(Request request, string named, string root)
    {
        if (Directory.Exists(named) || File.Exists(named))
        {
            return named;
        }

        var folder = Path.Combine(root, named.Replace('@', '/'));
        if (named.IndexOfAny(['/', '\\', '.']) < 0 && Directory.Exists(folder))
        {
            return folder.Replace('\\', '/');
        }

        if (PackId.TryParse(named, out _) && Directory.Exists(root))
        {
            var ids = Directory.EnumerateDirectories(root)
                .SelectMany(Directory.EnumerateDirectories)
                .Where(d => File.Exists(Path.Combine(d, PackReader.FileName)))
                .Select(d => $"{Path.GetFileName(Path.GetDirectoryName(d))}@{Path.GetFileName(d)}");
            request.Bag.Add(DiagnosticCodes.UnknownPack, SourceSpan.WholeFile(Tool.Name), named, NearestName.Hint(named, ids.Order(StringComparer.Ordinal)));
            return null;
        }

        request.Bad("PACK", named, TestPhrases.NoTarget);
        return null;
    }
}
