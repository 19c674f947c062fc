using System.Reflection;
using System.Text.RegularExpressions;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Diagnostics;

/// <summary>Codes in code, rows in DIAGNOSTICS.md and failing examples are one set, and say the same.</summary>
public sealed partial class DiagnosticsTableTests
{
    private static readonly Dictionary<string, string[]> Rows = Row()
        .Matches(Repository.Read("src/GreenFactory.Rules/Diagnostics/DIAGNOSTICS.md"))
        .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Split(" | ").Select(c => c.Replace("\\|", "|", StringComparison.Ordinal)).ToArray());

    private static readonly string[] Codes = [.. DiagnosticCodes.All.Select(c => c.Id)];

    [Fact]
    public void Every_code_has_a_row_and_a_failing_example_and_there_are_no_others()
    {
        var exampled = InvalidExample.All.SelectMany(e => e.Expected()).Select(e => CodePattern().Match(e).Value).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Codes, Rows.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Codes, exampled);
        Assert.InRange(Codes.Length, 40, 999);
    }

    public static TheoryData<string> AllCodes() => [.. Codes];

    [Theory]
    [MemberData(nameof(AllCodes))]
    public void A_row_gives_severity_and_message_as_the_code_does(string id)
    {
        var code = DiagnosticCodes.All.Single(c => c.Id == id);
        var severity = code.Severity == DiagnosticSeverity.Error ? "错误 error" : "提醒 warning";

        Assert.Equal([severity, $"{Shown(code.Template.Zh)}<br>{Shown(code.Template.En)}"], Rows[id][..2]);
    }

    [Theory]
    [MemberData(nameof(AllCodes))]
    public void A_row_gives_cause_example_and_cure_in_both_languages(string id)
    {
        var cells = Rows[id][2..];

        Assert.Equal(3, cells.Length);
        Assert.All(cells, c => Assert.NotEqual(string.Empty, c.Trim()));
        Assert.Contains("<br>", cells[0], StringComparison.Ordinal);
        Assert.Contains("<br>", cells[2], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllCodes))]
    public void A_message_has_the_same_places_to_fill_in_both_languages(string id)
    {
        var template = DiagnosticCodes.All.Single(c => c.Id == id).Template;

        Assert.Equal(Places(template.Zh), Places(template.En));
        Assert.Equal(Enumerable.Range(0, Places(template.Zh).Count), Places(template.Zh));
    }

    [Fact]
    public void The_list_of_codes_holds_every_code_once_and_in_order()
    {
        var declared = typeof(DiagnosticCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (DiagnosticCode)f.GetValue(null)!);

        Assert.Equal(Codes.Distinct().Order(StringComparer.Ordinal), Codes);
        Assert.Equal(declared.Select(c => c.Id).Order(StringComparer.Ordinal), Codes);
        Assert.All(Codes, c => Assert.Matches("^GFR[1-5][0-9]{3}$", c));
    }

    private static string Shown(string template) => Place().Replace(template, "…").Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal);

    private static List<int> Places(string template) => [.. Place().Matches(template).Select(m => m.Value[1] - '0').Distinct().Order()];

    [GeneratedRegex(@"^\| (GFR[0-9]{4}) \| (.*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("GFR[0-9]{4}")]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"(?<!\{)\{[0-9]\}")]
    private static partial Regex Place();
}
