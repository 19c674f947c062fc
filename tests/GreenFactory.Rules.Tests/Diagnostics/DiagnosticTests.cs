using System.Globalization;
using CsCheck;
using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Tests.Diagnostics;

/// <summary>How diagnostics are collected, ordered, worded and thrown.</summary>
public sealed class DiagnosticTests
{
    [Fact]
    public void A_place_reads_as_file_line_and_column_and_a_whole_file_as_its_name()
    {
        Assert.Equal("rules/a/2024/pack.yaml:12:9", new SourceSpan("rules/a/2024/pack.yaml", 12, 9).ToString());
        Assert.Equal("facts.json", new SourceSpan("facts.json", 0, 0).ToString());
        Assert.Equal(string.Empty, default(SourceSpan).ToString());
    }

    [Fact]
    public void A_diagnostic_reads_in_both_languages_with_the_same_words_for_tools()
    {
        var diagnostic = new Diagnostic(DiagnosticCodes.UnknownKey, new SourceSpan("a.yaml", 3, 5), "regoin", NearestName.Hint("regoin", ["region", "id"]));

        Assert.Equal("a.yaml:3:5: error GFR1010: 不认识键“regoin”。是否想写“region”？可用：id、region。", diagnostic.Render(Language.Chinese));
        Assert.Equal("a.yaml:3:5: error GFR1010: Unknown key 'regoin'. Did you mean 'region'? Legal here: id, region.", diagnostic.Render(Language.English));
        Assert.Equal(diagnostic.Render(Language.Chinese), diagnostic.ToString());
    }

    [Fact]
    public void A_warning_says_so() =>
        Assert.StartsWith("a.yaml: warning GFR3039: ", new Diagnostic(DiagnosticCodes.DocumentNotCited, new SourceSpan("a.yaml", 0, 0), "d").Render(Language.English), StringComparison.Ordinal);

    [Fact]
    public void An_argument_with_two_readings_is_read_in_the_language_of_the_message()
    {
        var message = DiagnosticCodes.WrongShape.Format(new LocalizedText("列表", "a list"));

        Assert.Equal(("这里应是列表。", "This should be a list."), (message.Zh, message.En));
    }

    [Fact]
    public void A_message_does_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat.NumberDecimalSeparator = ",";
        commas.NumberFormat.NegativeSign = "−";
        try
        {
            CultureInfo.CurrentCulture = commas;
            Assert.Equal("-1.5", new DiagnosticCode("GFR0000", "{0}", "{0}").Format(-1.5m).En);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("a\nb\tc\rd", "a\\nb\\tc\\rd")]
    [InlineData("\u0000\u001b[31m", "U+0000U+001B[31m")]
    [InlineData("\u202eevil", "U+202Eevil")]
    [InlineData("水泥 {0}", "水泥 {0}")]
    public void What_was_written_is_shown_on_one_line_with_nothing_hidden(string written, string shown) => Assert.Equal(shown, WrittenText.Shorten(written));

    [Fact]
    public void A_long_text_is_cut_between_characters()
    {
        var shown = WrittenText.Shorten(string.Concat(Enumerable.Repeat("😀", 100)) + "x");

        Assert.Equal(81, shown.Length);
        Assert.EndsWith("😀…", shown, StringComparison.Ordinal);
        Assert.EndsWith("😀…", WrittenText.Shorten("x" + string.Concat(Enumerable.Repeat("😀", 100))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bag_tells_by_file_line_column_and_code_and_each_thing_once()
    {
        var bag = new DiagnosticBag();
        bag.Add(DiagnosticCodes.MissingKey, new SourceSpan("b.yaml", 1, 1), "id");
        bag.Add(DiagnosticCodes.UnknownKey, new SourceSpan("a.yaml", 10, 1), "x", "");
        bag.Add(DiagnosticCodes.MissingKey, new SourceSpan("a.yaml", 9, 4), "zh");
        bag.Add(DiagnosticCodes.MissingKey, new SourceSpan("a.yaml", 9, 4), "en");
        bag.Add(DiagnosticCodes.MissingKey, new SourceSpan("a.yaml", 9, 4), "en");
        bag.Add(DiagnosticCodes.DuplicateKey, new SourceSpan("a.yaml", 9, 4), "en", 3);
        bag.Add(DiagnosticCodes.NotUtf8, SourceSpan.WholeFile("a.yaml"));

        Assert.Equal(
            ["a.yaml GFR1003", "a.yaml:9:4 GFR1009", "a.yaml:9:4 GFR1011", "a.yaml:9:4 GFR1011", "a.yaml:10:1 GFR1010", "b.yaml:1:1 GFR1011"],
            bag.ToList().Select(d => $"{d.Span} {d.Code.Id}"));
        Assert.Equal(["en", "zh"], bag.ToList().Where(d => d.Code == DiagnosticCodes.MissingKey && d.Span.File == "a.yaml").Select(d => d.Message.En[9..11]));
    }

    [Fact]
    public void The_order_of_adding_does_not_matter()
    {
        var all = (from file in new[] { "a", "b" } from line in Enumerable.Range(1, 3) from code in new[] { DiagnosticCodes.MissingKey, DiagnosticCodes.UnknownKey } select (file, line, code)).ToArray();
        Gen.Shuffle(all).Sample(shuffled => Lines(shuffled) == Lines(all));

        static string Lines((string File, int Line, DiagnosticCode Code)[] faults)
        {
            var bag = new DiagnosticBag();
            foreach (var (file, line, code) in faults)
            {
                bag.Add(code, new SourceSpan(file, line, 1), "k", string.Empty);
            }

            return string.Join('\n', bag.ToList());
        }
    }

    [Fact]
    public void A_warning_alone_is_no_error_and_an_error_beyond_the_limit_still_is()
    {
        var bag = new DiagnosticBag();
        bag.Add(DiagnosticCodes.DocumentNotCited, new SourceSpan("a", 1, 1), "d");
        Assert.False(bag.HasErrors);
        for (var i = 0; i < DiagnosticBag.Most; i++)
        {
            bag.Add(DiagnosticCodes.DocumentNotCited, new SourceSpan("a", i, 1), "d");
        }

        bag.Add(DiagnosticCodes.MissingKey, new SourceSpan("b", 1, 1), "k");

        Assert.True(bag.HasErrors);
        Assert.Contains(bag.ToList(), d => d.Code == DiagnosticCodes.MoreFaults);
        Assert.DoesNotContain(bag.ToList(), d => d.Code == DiagnosticCodes.MissingKey);
        Assert.InRange(bag.ToList().Count, 2, DiagnosticBag.Most + 1);
    }

    [Fact]
    public void A_message_is_only_worked_out_when_it_is_kept()
    {
        var bag = new DiagnosticBag();
        var asked = 0;
        for (var i = 0; i < DiagnosticBag.Most + 100; i++)
        {
            bag.Add(DiagnosticCodes.UnknownKey, new SourceSpan("a", i, 1), "k", NearestName.Hint("k", Counted()));
        }

        Assert.Equal(DiagnosticBag.Most, asked);

        IEnumerable<string> Counted()
        {
            asked++;
            yield return "key";
        }
    }

    [Fact]
    public void The_exception_carries_everything_and_its_message_the_first_twenty()
    {
        var diagnostics = Enumerable.Range(1, 25).Select(i => new Diagnostic(DiagnosticCodes.MissingKey, new SourceSpan("a.yaml", i, 1), "id")).ToList();
        var exception = new InvalidInputException(diagnostics);

        Assert.Same(diagnostics, exception.Diagnostics);
        Assert.StartsWith("a.yaml:1:1: error GFR1011: The key 'id' is missing", exception.Message, StringComparison.Ordinal);
        Assert.Equal(21, exception.Message.Split('\n').Length);
        Assert.EndsWith("\n(5 more in Diagnostics)", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("more in", new InvalidInputException(diagnostics[..20]).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => new InvalidInputException(null!));
    }

    [Theory]
    [InlineData("enregy", "energy", true)]
    [InlineData("energyy", "energy", true)]
    [InlineData("nergy", "energy", true)]
    [InlineData("energi", "energy", true)]
    [InlineData("management.plna", "management.plan", true)]
    [InlineData("water", "waste", true)]
    [InlineData("strayKey", "source", false)]
    [InlineData("", "id", true)]
    public void The_nearest_name_is_found_and_said_to_be_likely_only_when_it_is(string written, string nearest, bool isLikely) =>
        Assert.Equal((nearest, isLikely), NearestName.Find(written, ["waste", "source", "management.plan", "energy", "id", "management.training"]));

    [Fact]
    public void Without_any_legal_name_none_is_near() => Assert.Null(NearestName.Find("a", []));

    [Fact]
    public void The_nearest_name_is_the_one_with_the_fewest_slips() =>
        Gen.Select(Gen.String[Gen.Char["abc."], 0, 14], Gen.String[Gen.Char["abc."], 1, 14].Array[1, 12]).Sample((written, names) =>
        {
            var found = NearestName.Find(written, names)!.Value;
            var least = names.Min(n => Slips(written, n));
            var isNear = least <= Math.Clamp(written.Length / 3, 2, 8);
            return found.IsLikely == isNear && (!isNear || (Slips(written, found.Name) == least && found.Name == names.Where(n => Slips(written, n) == least).Min(StringComparer.Ordinal)));
        });

    /// <summary>The same by the book: every cell of the table.</summary>
    private static int Slips(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[a.Length, b.Length];
    }
}
