using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Authoring;

/// <summary>Every number of the rules by what it cites: a file of the reference and a section of it. Shared by the program that makes the list of seen numbers and by the test that holds it.</summary>
internal sealed partial class CitedNumbers
{
    private const string Roster = "policies/roster.csv";

    private static readonly string[] Unread = ["source", "citation", "note"];

    private readonly List<(string File, string Section, decimal Number, string Path)> _numbers = [];

    public static CitedNumbers Read(RulesSource source)
    {
        var cited = new CitedNumbers();
        foreach (var path in source.Paths.Where(p => p.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            if (source.Read(path, new DiagnosticBag()) is { } root)
            {
                cited.Visit(root, [], path);
            }
        }

        foreach (var line in Encoding.UTF8.GetString(source.ReadBytes(Roster, new DiagnosticBag()) ?? []).Split('\n'))
        {
            cited.Add(line, [.. Citations(line)], Roster);
        }

        return cited;
    }

    /// <summary>The first file of the rules, packs before policies and crosswalks, that holds the number and cites the section, a part of it or what it is a part of; null when none does.</summary>
    public string? Home(string file, string section, decimal number) =>
        _numbers.Where(n => Fits(n, file, section, number)).Select(n => n.Path).OrderBy(p => p.StartsWith("crosswalks/", StringComparison.Ordinal) || p.StartsWith("policies/", StringComparison.Ordinal)).ThenBy(p => p, StringComparer.Ordinal).FirstOrDefault();

    public bool Holds(string path, string file, string section, decimal number) => _numbers.Exists(n => n.Path == path && Fits(n, file, section, number));

    /// <summary>The numbers of a text: whole words, no part of a name or of a clause.</summary>
    public static IEnumerable<decimal> Numbers(string text) =>
        Number().Matches(text).Select(m => decimal.TryParse(m.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : -1).Where(n => n >= 0);

    /// <summary>A share may be written in percent or as a part of one.</summary>
    private static bool Fits((string File, string Section, decimal Number, string Path) cited, string file, string section, decimal number) =>
        cited.File == file
        && (cited.Section == section || cited.Section.StartsWith(section + ".", StringComparison.Ordinal) || section.StartsWith(cited.Section + ".", StringComparison.Ordinal))
        && (cited.Number == number || cited.Number == number / 100);

    private void Visit(Node node, IReadOnlyList<(string, string)> around, string path)
    {
        switch (node)
        {
            case MapNode map:
                var own = map.Entries.Where(e => Unread.Contains(e.Key.Text)).SelectMany(e => Citations(Flat(e.Value))).ToList();
                var cites = own.Count > 0 ? own : around;
                foreach (var entry in map.Entries.Where(e => !Unread.Contains(e.Key.Text)))
                {
                    Add(entry.Key.Text, cites, path);
                    Visit(entry.Value, cites, path);
                }

                break;
            case ListNode list:
                foreach (var item in list.Items)
                {
                    Visit(item, around, path);
                }

                break;
            case ScalarNode scalar:
                Add(scalar.Text, around, path);
                break;
        }
    }

    private void Add(string text, IReadOnlyList<(string File, string Section)> cites, string path)
    {
        foreach (var number in cites.Count == 0 ? [] : Numbers(text))
        {
            _numbers.AddRange(cites.Select(c => (c.File, c.Section, number, path)));
        }
    }

    private static string Flat(Node node) => node switch
    {
        ScalarNode scalar => scalar.Text,
        MapNode map => string.Join(' ', map.Entries.Select(e => Flat(e.Value))),
        ListNode list => string.Join(' ', list.Items.Select(Flat)),
        _ => string.Empty,
    };

    private static IEnumerable<(string, string)> Citations(string text) => Cited().Matches(text).Select(m => (m.Groups[1].Value + ".md", m.Groups[2].Value.TrimEnd('.')));

    [GeneratedRegex(@"(gb-t-36132-2018|gb-t-36132-2025|huzhou|regional-variants)\.md §\s*([0-9.]+)")]
    private static partial Regex Cited();

    [GeneratedRegex(@"(?<![\w.])\d+(?:\.\d+)?(?![\w.]*\d)")]
    private static partial Regex Number();
}
