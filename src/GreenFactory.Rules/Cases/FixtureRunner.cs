using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Cases;

/// <summary>How a folder <c>pass-…</c> or <c>fail-…</c> ended: diagnostics it lists against those its variant of the pack gives.</summary>
internal sealed record FixtureResult(string Folder, string Pack, IReadOnlyList<CaseLine> Lines, IReadOnlyList<Diagnostic> Diagnostics)
{
    public bool Passed => Diagnostics.Count == 0 && Lines.All(l => l.Same);
}

/// <summary>
/// Lays each fixture over the folder it lies in and reads the pack again. A <c>fail-…</c> folder names in comments of its files,
/// <c># expect: GFR3017 @12:9</c>, what must be told, all of it; the place may be left out. A <c>pass-…</c> folder may give warnings only.
/// </summary>
internal sealed partial class FixtureRunner
{
    private const string Nothing = "—";

    /// <summary>All fixtures under the folders, by ordinal path.</summary>
    public static IReadOnlyList<string> Discover(IEnumerable<string> paths) =>
    [
        .. paths
            .Where(Directory.Exists)
            .SelectMany(p => Directory.EnumerateDirectories(p, "*", SearchOption.AllDirectories).Prepend(p))
            .Where(f => CaseFixtures.IsFixture(Path.GetFileName(Path.TrimEndingDirectorySeparator(f))) && PackFolder.Above(Directory.GetParent(f)) is not null)
            .Select(f => f.Replace('\\', '/'))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether a file lies in a fixture of a pack.</summary>
    public static bool Holds(string file)
    {
        for (var folder = new FileInfo(file).Directory; folder is not null; folder = folder.Parent)
        {
            if (CaseFixtures.IsFixture(folder.Name))
            {
                return PackFolder.Above(folder.Parent) is not null;
            }
        }

        return false;
    }

    public static FixtureResult Run(string folder, RulePackCatalog catalog)
    {
        var bag = new DiagnosticBag();
        var parent = Directory.GetParent(folder)!;
        var place = PackFolder.Above(parent)!;
        var source = RulesSource.Directory(folder, bag);
        var inside = Path.GetRelativePath(place.Root, parent.FullName).Replace('\\', '/');
        var variant = catalog.Over(new MountedSource(source, inside));
        var known = catalog.TryLoad(place.Pack).Diagnostics.Select(d => (d.Code.Id, d.Message)).ToHashSet();
        var told = variant.TryLoad(place.Pack).Diagnostics.Where(d => !known.Contains((d.Code.Id, d.Message))).ToList();
        var mustFail = Path.GetFileName(folder).StartsWith(CaseFixtures.FailPrefix, StringComparison.Ordinal);
        var expected = source.Paths.SelectMany(p => Expected(source, p, bag)).ToList();
        if (mustFail && expected.Count == 0)
        {
            bag.Add(DiagnosticCodes.NothingExpected, SourceSpan.WholeFile(folder));
        }

        return new FixtureResult(folder, place.Pack, [.. Compare(expected, mustFail ? told : [.. told.Where(d => d.Code.Severity == DiagnosticSeverity.Error || expected.Any(e => e.Code == d.Code.Id))])], bag.ToList());
    }

    private static IEnumerable<CaseLine> Compare(List<Listed> expected, List<Diagnostic> told)
    {
        var left = told.ToList();
        foreach (var one in expected)
        {
            var found = left.FirstOrDefault(one.Fits);
            if (found is not null)
            {
                left.Remove(found);
            }

            yield return new CaseLine(one.File, one.ToString(), found is null ? Nothing : one.ToString(), found is not null);
        }

        foreach (var one in left)
        {
            yield return new CaseLine(one.Span.File, Nothing, string.Create(CultureInfo.InvariantCulture, $"{one.Code.Id} @{one.Span.Line}:{one.Span.Column}"), false);
        }
    }

    private static IEnumerable<Listed> Expected(RulesSource source, string path, DiagnosticBag bag) =>
        ExpectComment().Matches(Encoding.UTF8.GetString(source.ReadBytes(path, bag) ?? [])).Select(m => new Listed(source.ShownAs(path), m.Groups[1].Value, m.Groups[2].Success ? m.Groups[2].Value : null));

    [GeneratedRegex("# expect: (GFR[0-9]{4})(?: @([0-9]+:[0-9]+))?")]
    private static partial Regex ExpectComment();

    private sealed record Listed(string File, string Code, string? Place)
    {
        /// <summary>A place is a place of the file that says so; without one the diagnostic may lie anywhere.</summary>
        public bool Fits(Diagnostic told) =>
            told.Code.Id == Code && (Place is null || (told.Span.File == File && string.Create(CultureInfo.InvariantCulture, $"{told.Span.Line}:{told.Span.Column}") == Place));

        public override string ToString() => Place is null ? Code : $"{Code} @{Place}";
    }
}
