using GreenFactory.Rules.Cases;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Testing;

/// <summary>The cases beside packs, one by one. Thread-safe.</summary>
public static class RuleCases
{
    private static readonly CaseRunner Runner = new(new RuleEvaluatorOptions { Engine = RuleEngineKind.Reference });
    private static readonly Lock Gate = new();

    /// <summary>Runs one case.</summary>
    /// <param name="file">The file of cases.</param>
    /// <param name="sentence">The sentence the case is called by.</param>
    /// <exception cref="RuleCaseFailedException">The case fails, cannot be run, or is not in the file.</exception>
    public static void Check(string file, string sentence)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(sentence);
        CaseFileResult result;
        lock (Gate)
        {
            result = Runner.Run(file, c => c.Name == sentence);
        }

        if (result.Cases.Count == 0 && result.Diagnostics.Count == 0)
        {
            throw new RuleCaseFailedException($"{file}: there is no case '{sentence}'.");
        }

        if (!result.Passed)
        {
            throw new RuleCaseFailedException(string.Join('\n', Lines(result)));
        }
    }

    /// <summary>Files and sentences of all cases under a folder. A broken file is one case whose check says what is wrong.</summary>
    internal static IEnumerable<(string File, string Sentence)> Find(string folder)
    {
        foreach (var file in Locate(folder) is { } path ? CaseRunner.Discover([path]) : [])
        {
            var sentences = new List<string>();
            lock (Gate)
            {
                Runner.Run(file, c =>
                {
                    sentences.Add(c.Name);
                    return false;
                });
            }

            foreach (var sentence in sentences.DefaultIfEmpty(Path.GetFileName(file)))
            {
                yield return (file, sentence);
            }
        }
    }

    private static string? Locate(string folder)
    {
        if (Path.IsPathRooted(folder))
        {
            return Exists(folder) ? folder : null;
        }

        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
        {
            if (Path.Combine(above.FullName, folder) is var path && Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    private static bool Exists(string path) => Directory.Exists(path) || File.Exists(path);

    private static IEnumerable<string> Lines(CaseFileResult result)
    {
        foreach (var fault in result.Diagnostics.Concat(result.Cases.SelectMany(c => c.Diagnostics)))
        {
            yield return fault.Render(Language.English);
        }

        foreach (var one in result.Cases.Where(c => c.Differences.Count > 0))
        {
            yield return $"{one.Case.Span}: {string.Join("; ", one.Differences.Select(d => d.En))}";
            if (one.Finding is { } finding)
            {
                yield return ExplanationText.Render(finding, Language.English);
            }
        }
    }
}
