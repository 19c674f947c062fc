namespace GreenFactory.Rules.Documents;

/// <summary>
/// Folders <c>pass-…</c> and <c>fail-…</c> inside a pack: sound and broken variants of it that its author keeps as examples.
/// They are laid over the pack by whoever tests it and are no part of it.
/// </summary>
internal static class CaseFixtures
{
    public const string PassPrefix = "pass-";
    public const string FailPrefix = "fail-";

    private const string PackFile = "pack.yaml";

    public static bool IsFixture(string folderName) =>
        folderName.StartsWith(PassPrefix, StringComparison.Ordinal) || folderName.StartsWith(FailPrefix, StringComparison.Ordinal);

    /// <summary>The paths that lie in no fixture. A folder of such a name that is in no pack is an ordinary folder.</summary>
    public static IReadOnlyList<string> Outside(IReadOnlyList<string> paths)
    {
        var packs = paths
            .Where(p => p == PackFile || p.EndsWith("/" + PackFile, StringComparison.Ordinal))
            .Select(p => p[..^PackFile.Length])
            .ToHashSet(StringComparer.Ordinal);
        return [.. paths.Where(p => !IsInside(p, packs))];
    }

    private static bool IsInside(string path, HashSet<string> packs)
    {
        var parts = path.Split('/');
        var above = string.Empty;
        var inPack = packs.Contains(above);
        foreach (var part in parts[..^1])
        {
            if (inPack && IsFixture(part))
            {
                return true;
            }

            above += part + "/";
            inPack |= packs.Contains(above);
        }

        return false;
    }
}
