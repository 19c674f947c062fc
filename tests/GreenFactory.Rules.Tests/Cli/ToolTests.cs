using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GreenFactory.Rules.Cli;
using GreenFactory.Rules.Rendering;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Cli;

public sealed partial class ToolTests
{
    private static readonly string[] Commands = ["packs", "evaluate", "batch", "explain", "required", "check", "test", "mutate", "expr", "schema"];

    [Fact]
    public void Without_a_command_help_is_shown_and_nothing_was_done()
    {
        var run = Command.Run();

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.All(Commands, c => Assert.Contains($"  {c} ", run.Error, StringComparison.Ordinal));
    }

    [Fact]
    public void Help_of_every_command_is_complete_in_both_languages()
    {
        foreach (var command in Commands)
        {
            var zh = Command.Run(command, "--help");
            var en = Command.Run(command, "--help", "--lang", "en");

            Assert.Equal((0, 0), (zh.ExitCode, en.ExitCode));
            Assert.Contains("退出码：0", zh.Output, StringComparison.Ordinal);
            Assert.Contains("Exit code: 0", en.Output, StringComparison.Ordinal);
            Assert.DoesNotMatch(Chinese(), en.Output);
            Assert.All(zh.Output.Split('\n').Concat(en.Output.Split('\n')), l => Assert.True(TextWidth.Of(l) <= 100, l));
            Assert.Equal(OptionName().Matches(zh.Output).Select(m => m.Value), OptionName().Matches(en.Output).Select(m => m.Value));
        }
    }

    [Fact]
    public void Help_reads_well() => Snapshot.Match(Command.Run("evaluate", "--help").Output + "\n" + Command.Run("expr", "--help", "--lang", "en").Output);

    [Theory]
    [InlineData("GFR5007", "evalute")]
    [InlineData("GFR5007", "packs", "extra")]
    [InlineData("GFR5007", "packs", "--no-such-option")]
    [InlineData("GFR5007", "evaluate", "--foo")]
    [InlineData("GFR5007", "schema", "nothing")]
    [InlineData("GFR5008", "schema")]
    [InlineData("GFR5008", "evaluate", "--pack")]
    [InlineData("GFR5008", "required")]
    [InlineData("GFR5008", "expr")]
    [InlineData("GFR5005", "packs", "--lang", "zh", "--lang", "en")]
    [InlineData("GFR5005", "packs", "--lang", "fr")]
    [InlineData("GFR5005", "check", "no/such/folder")]
    public void Wrong_usage_is_told_in_our_words_and_exits_with_2(string code, params string[] arguments)
    {
        var run = Command.Run(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"greenfactory: error {code}: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Usage_errors_are_json_too()
    {
        var run = Command.Run("packs", "--format", "json", "--no-such-option");

        Assert.StartsWith("{", run.Error, StringComparison.Ordinal);
        Assert.Contains("\"GFR5007\"", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_response_file_is_an_ordinary_argument() => Assert.Contains("@args", Command.Run("packs", "@args").Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Output_is_the_same_in_every_culture(string culture)
    {
        var expected = All();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, All());
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }

        static string All() => string.Concat(new[]
        {
            Command.Run("packs"), Command.Run("packs", "--help"), Command.Run("evaluate", "--foo"), Command.Run("required", "--pack", "gb-t-36132@2018"),
            Command.Run("expr", "1.5 t / 3", "--explain"), Command.Run("schema", "facts"), Command.Run("evaluate", Command.Fixture("cement.json"), "--pack", "miit-green-factory@2018"),
        }.Select(r => r.Output + r.Error));
    }

    [Fact]
    public void An_output_nobody_reads_is_an_error_of_one_line()
    {
        foreach (var trouble in new Exception[] { new IOException("Broken pipe"), new UnauthorizedAccessException("closed") })
        {
            using var error = new StringWriter { NewLine = "\n" };
            using var output = new ClosedWriter(trouble);

            var code = Tool.Run(["packs"], new Shell { Output = output, Error = error, Input = () => Stream.Null, Today = Command.Today });

            Assert.Equal(2, code);
            Assert.StartsWith("greenfactory: error GFR5009: ", error.ToString(), StringComparison.Ordinal);
            Assert.Single(error.ToString().TrimEnd('\n').Split('\n'));
        }
    }

    [Fact]
    public void Nobody_listening_at_all_is_survived()
    {
        using var closed = new ClosedWriter(new IOException());

        Assert.Equal(2, Tool.Run(["packs"], new Shell { Output = closed, Error = closed, Input = () => Stream.Null, Today = Command.Today }));
    }

    [Fact]
    public void Trouble_of_our_own_is_told_without_a_stack_trace()
    {
        using var error = new StringWriter { NewLine = "\n" };
        using var output = new StringWriter();
        var shell = new Shell { Output = output, Error = error, Input = () => throw new InvalidOperationException("boom"), Today = Command.Today };

        Assert.Equal(2, Tool.Run(["evaluate", "-", "--pack", "gb-t-36132@2018"], shell));
        Assert.StartsWith("greenfactory: error GFR5010: ", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_much_on_standard_input_is_refused_in_time()
    {
        using var error = new StringWriter { NewLine = "\n" };
        using var output = new StringWriter();
        var shell = new Shell { Output = output, Error = error, Input = () => new Endless(), Today = Command.Today };

        Assert.Equal(2, Tool.Run(["evaluate", "-", "--pack", "gb-t-36132@2018"], shell));
        Assert.StartsWith("<stdin>: error GFR1002: ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_clock_is_read_in_one_place()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

        Assert.Equal(["Program.cs"], files.Where(f => Clock().IsMatch(File.ReadAllText(f))).Select(f => Path.GetFileName(f)));
    }

    [Fact]
    public async Task The_process_speaks_UTF8_and_exits_with_the_conclusion()
    {
        var tool = typeof(Tool).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [tool, "evaluate", Command.Fixture("cement.json"), "--pack", "miit-green-factory@2018", "--as-of", "2024-12-31"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        using var bytes = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(bytes);
        await process.WaitForExitAsync();

        Assert.Equal(1, process.ExitCode);
        Assert.Empty(await error);
        Assert.Equal(VerdictText.Render(Tests.Rendering.Rendered.Cement), new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.ToArray()));
    }

    [GeneratedRegex("[\\u4e00-\\u9fff，。；：（）]")]
    private static partial Regex Chinese();

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex OptionName();

    [GeneratedRegex("DateTime(Offset)?\\.(Utc)?(Now|Today)|TimeProvider\\.System")]
    private static partial Regex Clock();

    private sealed class ClosedWriter(Exception trouble) : StringWriter
    {
        public override void Write(char value) => throw trouble;

        public override void Write(string? value) => throw trouble;

        public override void Flush() => throw trouble;
    }

    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => 0; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
