namespace GreenFactory.Rules.Cli.Commands;

/// <summary>Fact files that a word on the command line stands for.</summary>
internal static class FactFiles
{
    private static readonly string[] Endings = [".json", ".yaml", ".yml"];

    /// <summary>The file itself, or the fact files of a folder in the order of their paths; the request's bag says when there are none.</summary>
    /// <param name="request">The request.</param>
    /// <param name="option">What the word was given for.</param>
    /// <param name="named">The word.</param>
    /// <param name="more">Further endings that count.</param>
    public static List<string> Of(Request request, string option, string named, params string[] more)
    {
        if (!Directory.Exists(named))
        {
            return [named];
        }

        var files = Directory.EnumerateFiles(named, "*", SearchOption.AllDirectories)
            .Where(f => Endings.Concat(more).Contains(Path.GetExtension(f)))
            .Select(f => f.Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (files.Count == 0)
        {
            request.Bad(option, named, ImpactPhrases.NoFactories);
        }

        return files;
    }
}
