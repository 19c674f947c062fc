using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Authoring;

/// <summary>
/// One line for each number that a sentence or table row of the reference's standards says was <c>seen</c>: file and section with
/// the line, the number, and the file of the rules that holds it with that citation, or why none does.
/// </summary>
internal sealed partial class ProseChecklist
{
    private static readonly string[] Files = ["gb-t-36132-2018.md", "gb-t-36132-2025.md", "huzhou.md", "regional-variants.md"];

    /// <summary>Rows of the overview of regions, and the section that is about each.</summary>
    private static readonly (string Begins, string Section)[] Overview =
    [
        ("| **Wuxi", "1"), ("| **Ningbo", "2"), ("| **Hebei", "3"), ("| **Suzhou", "4"), ("| Shanghai", "5"), ("| **Wuhu", "7"), ("| **Beijing", "9"), ("| **Jiangsu", "12"),
    ];

    /// <summary>What looks like a number and is none: labels and sources, sections, clauses, names of documents, dates, addresses.</summary>
    private static readonly Regex[] Names = [Bracketed(), Labelled(), SectionSign(), SourceId(), DocumentNumber(), Standard(), Order(), Date(), Formula(), Address(), Clause(), Code()];

    public static string Write(string source, string output)
    {
        var cited = CitedNumbers.Read(RulesSource.Package);
        var reasons = Reading.Resource("prose-not-encoded.yaml").Maps("reasons").Select(r => (Begins: r.Must("begins"), Because: r.Must("because"))).ToList();
        var (lines, homeless) = (new List<string>(), new List<string>());
        foreach (var (place, file, section, number) in Files.SelectMany(f => Seen(source, f)))
        {
            var home = cited.Home(file, section, number)
                ?? (reasons.FirstOrDefault(r => place.StartsWith(r.Begins, StringComparison.Ordinal)) is { Because: { } because } ? "not-encoded because " + because : null);
            if (home is null)
            {
                homeless.Add($"{place} {number.ToString(CultureInfo.InvariantCulture)}");
            }

            lines.Add($"{place}\t{number.ToString(CultureInfo.InvariantCulture)}\t{home}");
        }

        if (homeless.Count > 0)
        {
            throw new InvalidDataException("no reason for:\n" + string.Join('\n', homeless));
        }

        var text = new StringBuilder("# Every number seen in the prose of the reference: file, section and line | number | where it went. Made once, then kept by hand.\n");
        lines.ForEach(l => text.Append(l).Append('\n'));
        File.WriteAllText(output, text.ToString());
        return $"{lines.Count} numbers, {lines.Count(l => l.Contains("\tnot-encoded", StringComparison.Ordinal))} not encoded";
    }

    private static IEnumerable<(string Place, string File, string Section, decimal Number)> Seen(string source, string file)
    {
        var (section, isSeen) = ("0", false);
        foreach (var (line, i) in File.ReadLines(Path.Combine(source, file)).Select((l, i) => (l, i)))
        {
            if (line.StartsWith('#'))
            {
                section = Heading().Match(line) is { Success: true } heading ? heading.Groups[1].Value : section;
                isSeen = AllSeen().IsMatch(line);
                continue;
            }

            if (!line.Contains("[seen", StringComparison.Ordinal) && !line.Contains("*seen*", StringComparison.Ordinal) && !line.Contains("seen S", StringComparison.Ordinal) && !(isSeen && !NotSeen().IsMatch(line)))
            {
                continue;
            }

            foreach (var number in CitedNumbers.Numbers(Names.Aggregate(line, (l, n) => n.Replace(l, " "))).Distinct())
            {
                var about = section == "0" ? Overview.FirstOrDefault(o => line.StartsWith(o.Begins, StringComparison.Ordinal)).Section ?? section : section;
                yield return ($"{file} §{about} L{(i + 1).ToString(CultureInfo.InvariantCulture)}", file, about, number);
            }
        }
    }

    [GeneratedRegex(@"^#+ (\d+(?:\.\d+)*)\.? ")]
    private static partial Regex Heading();

    [GeneratedRegex(@"all \[seen|\(\[seen|all \*seen")]
    private static partial Regex AllSeen();

    [GeneratedRegex("recalled|inferred|unknown")]
    private static partial Regex NotSeen();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\*(?:seen|recalled|inferred)[^*]*\*")]
    private static partial Regex Labelled();

    [GeneratedRegex(@"§ ?[0-9][0-9.]*(?:-[0-9.]+)?")]
    private static partial Regex SectionSign();

    [GeneratedRegex(@"\bS\d+\b")]
    private static partial Regex SourceId();

    [GeneratedRegex(@"〔\d+〕\s*\d*\s*号?")]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"(?:GB|DB|ISO|IEC|JB|YB|HJ|QB|SJ|T/|TCAS|NB|JC|HG)[/A-Z0-9 ]*[ -]?\d[\d./-]*(?:-\d{4})?")]
    private static partial Regex Standard();

    [GeneratedRegex(@"\d+号")]
    private static partial Regex Order();

    [GeneratedRegex(@"\b(?:19|20)\d\d(?:-\d\d?)?(?:-\d\d?)?\b")]
    private static partial Regex Date();

    [GeneratedRegex(@"\b[A-C]\.\d+\b")]
    private static partial Regex Formula();

    [GeneratedRegex(@"https?://\S+|\b[\w.-]+\.(?:cn|com|org|net)\S*")]
    private static partial Regex Address();

    [GeneratedRegex(@"\b\d+(?:\.\d+){2,}\b")]
    private static partial Regex Clause();

    [GeneratedRegex(@"\b\d{6,}\b")]
    private static partial Regex Code();
}
