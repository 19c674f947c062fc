using System.Security.Cryptography;
using System.Text;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Samples;

/// <summary>
/// A pack released once keeps its answers. Factories that never change are judged by every pack; what comes out is kept as one
/// fingerprint a version. Other answers are another version, with a word in the pack's CHANGELOG.
/// </summary>
public sealed class ReleasedAnswersTests
{
    private static readonly string Folder = Path.Combine(Repository.Tests, "Samples", "Released");

    private static readonly Dictionary<string, string> Known = Table.Read(Path.Combine(Folder, "answers.txt")).ToDictionary(r => r.Left, r => r.Right, StringComparer.Ordinal);

    public static TheoryData<string> Packs => [.. Sample.Packs];

    [Theory]
    [MemberData(nameof(Packs))]
    public void A_version_keeps_its_answers(string pack)
    {
        var version = RulePackCatalog.Default.Load(pack).Version;
        var now = Fingerprint(pack);

        if (!Known.TryGetValue($"{pack} {version}", out var released))
        {
            Assert.Fail($"{pack} {version} has no answers yet. Once they are meant, add to Samples/Released/answers.txt:\n{pack} {version} ⇶ {now}");
        }

        Assert.True(
            released == now,
            $"The answers of {pack} {version} have changed. Raise the version in rules/{pack.Replace('@', '/')}/pack.yaml, say why in the CHANGELOG.md beside it, and add the answers of the new version.");
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void A_version_is_written_in_the_changelog_of_its_pack(string pack)
    {
        var headings = File.ReadLines(Path.Combine(Repository.Rules, pack.Replace('@', '/'), "CHANGELOG.md")).Where(l => l.StartsWith("## ", StringComparison.Ordinal)).Select(l => l[3..].Trim()).ToList();

        Assert.Equal(RulePackCatalog.Default.Load(pack).Version, headings[0]);
    }

    [Fact]
    public void Answers_are_kept_of_shipped_packs_only() =>
        Assert.Empty(Known.Keys.Select(k => k.Split(' ')[0]).Except(Sample.Packs, StringComparer.Ordinal));

    private static string Fingerprint(string pack)
    {
        var answers = new StringBuilder();
        foreach (var factory in Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal))
        {
            answers.Append(Sample.Summary(Sample.JudgeFile(factory, pack))).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(answers.ToString())));
    }
}
