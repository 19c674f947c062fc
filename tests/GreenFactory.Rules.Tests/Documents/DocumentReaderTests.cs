using System.Diagnostics;
using System.Text;
using CsCheck;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Documents;

public sealed class DocumentReaderTests
{
    private const string Yaml = "d.yaml";
    private const string Json = "d.json";

    public static TheoryData<string, string, string> Broken()
    {
        var data = new TheoryData<string, string, string>();
        var blocks = File.ReadAllText(Path.Combine(Repository.Tests, "Documents", "broken.txt")).Replace("\r\n", "\n", StringComparison.Ordinal).Split("\n=== ").Skip(1);
        foreach (var block in blocks)
        {
            var end = block.LastIndexOf('⇶');
            var title = block[..block.IndexOf('\n', StringComparison.Ordinal)];
            data.Add(title, block[(title.Length + 1)..end], block[(end + 1)..].Trim());
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_document_is_told_with_its_place(string title, string text, string expected)
    {
        var (_, faults) = Read(text, title.StartsWith("json", StringComparison.Ordinal) ? Json : Yaml);
        Assert.Equal(expected, Show(faults));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Keys_and_values_of_yaml_know_their_line_and_column(string newline)
    {
        var text = string.Join(newline, "# 说明", "名称: 甲", "表:", "  - { 键: \"值\", b: 2 }", "  - 'x'", "长: >-", "  一行", "  两行", "空:", "emoji😀: 1");
        var (root, faults) = Read(text, Yaml);
        Assert.Empty(faults);
        Assert.Equal(
            ["2:1 名称", "2:5 甲 plain", "3:1 表", "4:3 list", "4:5 map", "4:7 键", "4:10 值 quoted", "4:15 b", "4:18 2 plain", "5:5 x quoted", "6:1 长", "6:4 一行 两行 quoted", "9:1 空", "9:3  plain", "10:1 emoji😀", "10:10 1 plain"],
            Walk(root!).Skip(1));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Keys_and_values_of_json_know_their_line_and_column(string newline)
    {
        var text = string.Join(newline, "{", "  \"名称\": \"甲\",", "  \"表\": [ { \"键\": 1.50, \"b\": true }, null ],", "  \"😀\": \"\\u7532\"", "}");
        var (root, faults) = Read(text, Json);
        Assert.Empty(faults);
        Assert.Equal(
            ["2:3 名称", "2:9 甲 quoted", "3:3 表", "3:8 list", "3:10 map", "3:12 键", "3:17 1.50 plain", "3:23 b", "3:28 true plain", "3:36 null plain", "4:3 😀", "4:9 甲 quoted"],
            Walk(root!).Skip(1));
    }

    [Fact]
    public void Yaml_and_json_that_say_the_same_are_the_same_nodes()
    {
        var (yaml, _) = Read("a: 1\nb: [x, \"y\", null]\nc: { d: true }\n", Yaml);
        var (json, _) = Read("{\"a\":1,\"b\":[\"x\",\"y\",null],\"c\":{\"d\":true}}", Json);
        Assert.Equal(Walk(json!).Select(Content), Walk(yaml!).Select(Content));

        static string Content(string line) => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Replace(" quoted", string.Empty, StringComparison.Ordinal).Replace(" plain", string.Empty, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null", true)]
    [InlineData("~", true)]
    [InlineData("", true)]
    [InlineData("\"null\"", false)]
    [InlineData("''", false)]
    [InlineData("NULL", false)]
    [InlineData("none", false)]
    public void Null_is_a_plain_word_only(string written, bool isNull)
    {
        var (root, _) = Read($"a: {written}\n", Yaml);
        Assert.Equal(isNull, ((MapNode)root!).Find("a")!.IsNull);
    }

    [Theory]
    [InlineData("a: 1\n", Yaml)]
    [InlineData("{\"a\":1}", Json)]
    [InlineData("{ a: 1 }", Yaml)]
    [InlineData("{ a: 1 }", "d.yml")]
    [InlineData("a: 1\n", "facts")]
    [InlineData("  \n {\"a\":1}", "facts")]
    public void A_byte_order_mark_is_no_part_of_the_text(string text, string name)
    {
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(text), [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)] })
        {
            var bag = new DiagnosticBag();
            var root = DocumentReader.ReadBytes(bytes, name, bag);
            Assert.Equal(0, bag.Count);
            Assert.Equal("1", ((ScalarNode)((MapNode)root!).Find("a")!).Text);
        }

        var (parsed, faults) = Read("\uFEFF" + text, name);
        Assert.Empty(faults);
        Assert.NotNull(((MapNode)parsed!).Find("a"));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00 })]
    [InlineData(new byte[] { 0x61, 0x3A, 0x20, 0xC3 })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xB2, 0xFA, 0xC1, 0xBF, 0x3A, 0x20, 0x31 })] // GBK for 产量: 1
    public void Bytes_that_are_not_utf8_are_refused(byte[] bytes)
    {
        var bag = new DiagnosticBag();
        Assert.Null(DocumentReader.ReadBytes(bytes, Yaml, bag));
        Assert.Equal("GFR1003", Assert.Single(bag.ToList()).Code.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\n\n\t\r\n")]
    [InlineData("\uFEFF")]
    [InlineData("# 只有注释\n")]
    public void An_empty_document_is_told(string text)
    {
        foreach (var name in new[] { Yaml, Json })
        {
            var (root, faults) = Read(text, name);
            Assert.Null(root);
            Assert.Equal("GFR1004 @1:1", Show(faults));
        }
    }

    [Fact]
    public void Forty_eight_levels_are_read_and_one_more_is_refused()
    {
        foreach (var (open, close, name) in new[] { ("[", "]", Yaml), ("[", "]", Json), ("{\"a\":", "}", Json), ("{a: ", "}", Yaml) })
        {
            var legal = Nested(open, close, 48);
            Assert.Empty(Read(legal, name).Faults);
            var fault = Assert.Single(Read(Nested(open, close, 49), name).Faults);
            Assert.Equal($"GFR1008 @1:{(48 * open.Length) + 1}", Show([fault]));
        }

        var block = string.Concat(Enumerable.Range(0, 60).Select(i => new string(' ', i) + "a:\n"));
        Assert.Equal("GFR1008 @49:49", Show(Read(block, Yaml).Faults));
    }

    private static readonly Dictionary<string, Func<(string Text, string Name)>> HostileTexts = new(StringComparer.Ordinal)
    {
        ["brackets without end"] = () => (new string('[', 2_000_000), Yaml),
        ["brackets without end, json"] = () => (new string('[', 2_000_000), Json),
        ["braces without end"] = () => (new string('{', 2_000_000), Yaml),
        ["braces that open and close"] = () => (string.Concat(Enumerable.Repeat("{}", 500_000)), Yaml),
        ["objects without end, json"] = () => (string.Concat(Enumerable.Repeat("{\"a\":", 400_000)), Json),
        ["dashes without end"] = () => (string.Concat(Enumerable.Repeat("- ", 1_000_000)), Yaml),
        ["question marks without end"] = () => (string.Concat(Enumerable.Repeat("? ", 1_000_000)), Yaml),
        ["colons without end"] = () => (new string(':', 1_000_000), Yaml),
        ["anchors without end"] = () => (string.Concat(Enumerable.Range(0, 200_000).Select(i => $"- &a{i} x\n")), Yaml),
        ["one key many times"] = () => (string.Concat(Enumerable.Repeat("a: 1\n", 300_000)), Yaml),
        ["one key many times, json"] = () => ("{" + string.Join(",", Enumerable.Repeat("\"a\":1", 500_000)) + "}", Json),
        ["a document of documents"] = () => (string.Concat(Enumerable.Repeat("---\na\n", 200_000)), Yaml),
        ["more than a million values"] = () => ("[" + string.Join(",", Enumerable.Repeat("1", 1_000_001)) + "]", Json),
        ["more than a million values, yaml"] = () => (string.Concat(Enumerable.Repeat("- 1\n", 1_000_001)), Yaml),
        ["a key of a megabyte"] = () => (new string('k', 1_000_000) + ": 1\n", Yaml),
        ["tabs without end"] = () => ("a:\n" + new string('\t', 1_000_000), Yaml),
        ["directives without end"] = () => (string.Concat(Enumerable.Repeat("%X y\n", 200_000)), Yaml),
        ["a version no number can hold"] = () => ("%YAML 99999999999999999999.1\n---\na: 1\n", Yaml),
    };

    public static TheoryData<string> Hostile() => [.. HostileTexts.Keys];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_is_refused_before_it_costs_time(string what)
    {
        var (text, name) = HostileTexts[what]();
        var watch = Stopwatch.StartNew();
        var (_, faults) = Read(text, name);
        Assert.NotEmpty(faults);
        Assert.All(faults, f => Assert.True(f.Span.Line > 0 || f.Span.File == name));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
    }

    [Fact]
    public void Very_long_texts_are_read()
    {
        var text = new string('绿', 1_000_000);
        Assert.Equal(text, ((ScalarNode)((MapNode)Read($"a: {text}\n", Yaml).Root!).Find("a")!).Text);
        Assert.Equal(text, ((ScalarNode)((MapNode)Read($"a: '{text}'\n", Yaml).Root!).Find("a")!).Text);
        Assert.Equal(text, ((ScalarNode)((MapNode)Read($"{{\"a\":\"{text}\"}}", Json).Root!).Find("a")!).Text);
    }

    [Fact]
    public void A_file_above_the_limit_is_refused_unread()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        try
        {
            using (var file = new FileStream(path, FileMode.CreateNew))
            {
                // Sparse: a hundred megabytes by its own account, nothing on the disk.
                file.SetLength(100L * 1024 * 1024);
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            var bag = new DiagnosticBag();
            Assert.Null(DocumentReader.ReadFile(path, "big.json", bag));
            Assert.Equal("big.json: error GFR1002", Assert.Single(bag.ToList()).Render(Language.English)[..23]);
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_file_that_hides_its_length_is_read_to_the_limit_and_no_further()
    {
        if (File.Exists("/dev/zero"))
        {
            var bag = new DiagnosticBag();
            Assert.Null(DocumentReader.ReadFile("/dev/zero", "zero", bag));
            Assert.Equal("GFR1002", Assert.Single(bag.ToList()).Code.Id);
        }
    }

    [Theory]
    [InlineData("no/such/file.json")]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData(".")]
    public void A_file_that_cannot_be_read_is_told(string path)
    {
        var bag = new DiagnosticBag();
        Assert.Null(DocumentReader.ReadFile(path, "facts.json", bag));
        Assert.Equal("GFR1001", Assert.Single(bag.ToList()).Code.Id);
    }

    [Fact]
    public void Damaged_documents_never_throw_and_are_never_lost_in_silence()
    {
        var originals = new[]
        {
            (File.ReadAllText(Path.Combine(Repository.Rules, "vocabulary", "renewable.yaml"))[..2500], Yaml),
            ("a: [1, {b: 'c', \"d\": >\n  e}]\nf: |\n  g\n? h\n: - i\n  - j: &k l\n    m: !n o\n...\n", Yaml),
            ("{ \"schema\": \"greenfactory.facts/v1\", \"period\": \"2025\", \"facts\": { \"a.b\": { \"value\": 1.5e3, \"unit\": \"万元\" }, \"c\": [true, null, \"\\u7532\"] } }", Json),
        };
        const string noise = "[]{}:,-?&*!|>'\"%@`#\\ \t\n\r\0\u0085\u2028\uFEFF\uD83D甲a1.";
        Gen.Select(Gen.Int[0, originals.Length - 1], Gen.Select(Gen.Int[0, 9999], Gen.Int[0, 3], Gen.Int[0, noise.Length - 1]).Array[1, 6]).Sample(
            (which, edits) =>
            {
                var (text, name) = originals[which];
                foreach (var (at, kind, with) in edits)
                {
                    var place = at % Math.Max(1, text.Length);
                    text = kind switch
                    {
                        0 => text.Insert(place, noise[with].ToString()),
                        1 => text.Remove(place, Math.Min(text.Length - place, 1 + (with % 5))),
                        2 => text[..place],
                        _ => text.Insert(place, text[..Math.Min(place, 40)]),
                    };
                }

                var (root, faults) = Read(text, name);
                Assert.True(root is not null || faults.Count > 0);
                Assert.All(faults, f => Assert.True(f.Span.Line >= 1 && f.Span.Column >= 1));
            },
            iter: 20_000);
    }

    private static (Node? Root, IReadOnlyList<Diagnostic> Faults) Read(string text, string name)
    {
        var bag = new DiagnosticBag();
        var root = DocumentReader.ReadText(text, name, bag);
        return (root, bag.ToList());
    }

    private static string Show(IEnumerable<Diagnostic> faults) => string.Join(' ', faults.Select(f => $"{f.Code.Id} @{f.Span.Line}:{f.Span.Column}"));

    private static string Nested(string open, string close, int depth) => string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));

    private static IEnumerable<string> Walk(Node node)
    {
        switch (node)
        {
            case ScalarNode scalar:
                yield return $"{At(scalar)} {scalar.Text} {(scalar.Quoted ? "quoted" : "plain")}";
                break;
            case ListNode list:
                yield return $"{At(list)} list";
                foreach (var line in list.Items.SelectMany(Walk))
                {
                    yield return line;
                }

                break;
            case MapNode map:
                yield return $"{At(map)} map";
                foreach (var entry in map.Entries)
                {
                    yield return $"{At(entry.Key)} {entry.Key.Text}";
                    foreach (var line in Walk(entry.Value))
                    {
                        yield return line;
                    }
                }

                break;
        }

        static string At(Node n) => $"{n.Span.Line}:{n.Span.Column}";
    }
}
