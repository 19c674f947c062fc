using System.Text.RegularExpressions;
using GreenFactory.Rules.Tests.Cli;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Guide;

/// <summary>
/// Walks the author's guide as its reader would: writes each file, makes each edit, runs each command, and holds what comes out
/// against what the page shows. A line of dots stands for lines that are not shown.
/// </summary>
public sealed partial class GuideTests
{
    private const string Sample = "samples/03-write-a-pack";
    private const string Dots = "…";

    [Theory]
    [InlineData("README.md", "en")]
    [InlineData("README.zh-CN.md", "zh")]
    public void The_guide_can_be_followed_word_for_word_and_ends_at_the_sample(string page, string language)
    {
        var text = Repository.Read($"{Sample}/{page}").ReplaceLineEndings("\n");
        using var folder = new TemporaryFolder();
        var steps = Steps().Matches(text);
        Assert.True(steps.Count > 20, $"{steps.Count} steps");

        foreach (Match step in steps)
        {
            var (verb, path, body) = (step.Groups["verb"].Value, step.Groups["path"].Value, step.Groups["body"].Value);
            switch (verb)
            {
                case "file":
                    folder.File(path, body);
                    break;
                case "append":
                    folder.File(path, File.ReadAllText(Path.Combine(folder.Path, path)) + "\n" + body);
                    break;
                case "edit":
                    Edit(folder, path, body);
                    break;
                default:
                    Console(folder, body, language);
                    break;
            }
        }

        var written = Files(folder.Path);
        Assert.Equal(Files(Path.Combine(Repository.Root, Sample)).Where(f => f.Path.StartsWith("my-rules/", StringComparison.Ordinal)), written);
    }

    [Fact]
    public void The_two_languages_show_the_same_steps()
    {
        static List<string> Of(string page) => [.. Steps().Matches(Repository.Read($"{Sample}/{page}").ReplaceLineEndings("\n")).Select(s => s.Groups["verb"].Length > 0
            ? $"{s.Groups["verb"].Value} {s.Groups["path"].Value}\n{s.Groups["body"].Value}"
            : string.Join('\n', s.Groups["body"].Value.Split('\n').Where(l => l.StartsWith("$ ", StringComparison.Ordinal)).Select(l => l.Replace(" --lang en", string.Empty, StringComparison.Ordinal))))];

        Assert.Equal(Of("README.md"), Of("README.zh-CN.md"));
    }

    private static void Edit(TemporaryFolder folder, string path, string body)
    {
        string Side(char sign) => string.Concat(body.Split('\n').Where(l => l.StartsWith(sign)).Select(l => l[1..] + "\n"));

        var before = File.ReadAllText(Path.Combine(folder.Path, path));
        Assert.Contains(Side('-'), before, StringComparison.Ordinal);
        folder.File(path, before.Replace(Side('-'), Side('+'), StringComparison.Ordinal));
    }

    private static void Console(TemporaryFolder folder, string body, string language)
    {
        foreach (var block in Regex.Split(body, "^(?=\\$ )", RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Where(b => b.Length > 0))
        {
            var lines = block.TrimEnd('\n').Split('\n');
            var words = lines[0][2..].Split(' ');
            if (words[0] == "cp")
            {
                folder.File(words[2], File.ReadAllText(Path.Combine(Repository.Root, words[1])));
                continue;
            }

            // Places in the reader's folder and in the repository are told as the reader would see them.
            var run = Command.Run([.. words.Skip(1).Select(w => Located(folder, w))]);
            Assert.True(language == "zh" || words.Contains("en"), lines[0]);
            var told = (run.Error + run.Output).Trim('\n').Replace(folder.Path.Replace('\\', '/') + "/", string.Empty, StringComparison.Ordinal).Replace(Repository.Root.Replace('\\', '/').TrimEnd('/') + "/", string.Empty, StringComparison.Ordinal);
            Same(lines[0], [.. lines.Skip(1)], told.Split('\n'));
        }
    }

    private static string Located(TemporaryFolder folder, string word) =>
        word.StartsWith("my-rules", StringComparison.Ordinal) ? $"{folder.Path}/{word}"
        : word.StartsWith("samples/", StringComparison.Ordinal) ? Path.Combine(Repository.Root, word)
        : word;

    private static void Same(string command, IReadOnlyList<string> shown, IReadOnlyList<string> told)
    {
        var at = 0;
        var isGap = false;
        foreach (var line in shown)
        {
            if (line == Dots)
            {
                isGap = true;
                continue;
            }

            var found = isGap ? Enumerable.Range(at, told.Count - at).FirstOrDefault(i => told[i].TrimEnd() == line.TrimEnd(), -1) : at < told.Count && told[at].TrimEnd() == line.TrimEnd() ? at : -1;
            Assert.True(found >= 0, $"{command}\nshows: {line}\ntells: {(isGap ? string.Join('\n', told.Skip(at)) : at < told.Count ? told[at] : "nothing more")}");
            (at, isGap) = (found + 1, false);
        }

        Assert.True(isGap || at == told.Count, $"{command} tells more: {string.Join('\n', told.Skip(at))}");
    }

    private static List<(string Path, string Text)> Files(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(f => (Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText(f).ReplaceLineEndings("\n")))
            .OrderBy(f => f.Item1, StringComparer.Ordinal),
    ];

    [GeneratedRegex("(?:<!-- (?<verb>file|append|edit): (?<path>[^ ]+) -->\\n```[a-z]+|^```console)\\n(?<body>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Steps();
}
