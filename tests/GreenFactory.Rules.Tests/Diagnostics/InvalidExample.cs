using System.Globalization;
using System.Text.RegularExpressions;
using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Cases;
using GreenFactory.Rules.Cli;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Differences;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Tables;
using GreenFactory.Rules.Tests.Cli;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Diagnostics;

/// <summary>
/// One failing example: a file or a small folder under <c>Invalid/&lt;kind&gt;/</c>, named after the code it shows. What it must give
/// stands in comments <c># expect: GFR3017 @12:9</c> of the file itself, or in <c>name.expect</c> beside it where the format has no comments.
/// </summary>
internal sealed partial class InvalidExample
{
    private const string Sidecar = ".expect";
    private const int Many = 1000;

    private readonly Lazy<IReadOnlyList<Told>> _told;

    private InvalidExample(string kind, string name, string path)
    {
        Kind = kind;
        Name = name;
        Path = path;
        _told = new Lazy<IReadOnlyList<Told>>(Read);
    }

    public string Kind { get; }

    public string Name { get; }

    public string Path { get; }

    public static string Root { get; } = System.IO.Path.Combine(Repository.Tests, "Diagnostics", "Invalid");

    public static string Sample { get; } = System.IO.Path.Combine(Repository.Tests, "Diagnostics", "Sample");

    public string Code => Name[..7];

    public static IReadOnlyList<InvalidExample> All { get; } =
    [
        .. Directory.EnumerateDirectories(Root)
            .SelectMany(kind => Directory.EnumerateFileSystemEntries(kind).Where(e => !e.EndsWith(Sidecar, StringComparison.Ordinal)))
            .Select(entry => new InvalidExample(System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(entry)!), System.IO.Path.GetFileName(entry), entry))
            .OrderBy(e => e.Name, StringComparer.Ordinal),
    ];

    /// <summary>What the example says it gives: <c>file GFRnnnn @line:column</c>.</summary>
    public IReadOnlyList<string> Expected()
    {
        var files = Directory.Exists(Path) ? Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories) : [Path];
        var lines = files.SelectMany(f => Expectation().Matches(File.ReadAllText(f)).Select(m => $"{Shown(f)} {m.Groups[1].Value.TrimEnd()}"));
        var beside = File.Exists(Path + Sidecar) ? File.ReadLines(Path + Sidecar).Where(l => !l.StartsWith('#')).Select(l => l.StartsWith("GFR", StringComparison.Ordinal) ? $"{Shown(Path)} {l}" : l) : [];
        return [.. lines.Concat(beside).Order(StringComparer.Ordinal)];
    }

    /// <summary>What the right reader says about it, in the same form. A thousand places are not written down one by one.</summary>
    public IReadOnlyList<string> Actual()
    {
        var told = Diagnose();
        var lines = told.Count < Many
            ? told.Select(t => t.Place)
            : told.GroupBy(t => (t.File, t.Code)).Select(g => g.Count() == 1 ? g.First().Place : $"{g.Key.File} {g.Key.Code} x{g.Count()}");
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    /// <summary>Asked once: some examples take a while.</summary>
    public IReadOnlyList<Told> Diagnose() => _told.Value;

    private IReadOnlyList<Told> Read() => Kind switch
    {
        "packs" => Check(FolderRules.Of(Sample, Path)),
        "vocabulary" => Check(Directory.Exists(Path) ? FolderRules.Of(Path) : One(FactVocabularyReader.Folder)),
        "benchmarks" => Check(One(BenchmarkReader.Folder)),
        "overlays" => Laid(),
        "cases" => Cases(),
        "facts" => Thrown(() => FactoryFacts.Load(Path)),
        "expressions" => Expression(),
        "requests" => Request(),
        "consistency" => Consistency(),
        "commands" => RunCommand(),
        "tables" => Table(),
        "policies" => [.. PolicyCatalog.Open(new FolderRules(One("policies/cn-xx/", "2019.yaml"))).Check().Select(Told.Of).Select(t => t with { File = Name })],
        "benefits" => Benefits(),
        _ => throw new NotSupportedException(Kind),
    };

    private string Shown(string file) => Kind switch
    {
        "packs" => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'),
        "vocabulary" => Directory.Exists(Path) ? System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/') : FactVocabularyReader.Folder + Name,
        "benchmarks" => BenchmarkReader.Folder + Name,
        _ => Name,
    };

    private Dictionary<string, byte[]> One(string folder, string name) => new(StringComparer.Ordinal) { [folder + name] = File.ReadAllBytes(Path) };

    /// <summary>Sound facts that the policies of their place cannot take, or warn about, on the day a comment names.</summary>
    private IReadOnlyList<Told> Benefits() => Thrown(() =>
    {
        var asOf = DateOnly.ParseExact(AsOf().Match(File.ReadAllText(Path)).Groups[1].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        throw new InvalidInputException(PolicyCatalog.Default.Answer(FactoryFacts.Load(Path), asOf).Warnings);
    });

    private Dictionary<string, byte[]> One(string folder) => new(StringComparer.Ordinal) { [folder + Name] = File.ReadAllBytes(Path) };

    private static IReadOnlyList<Told> Check(Dictionary<string, byte[]> files) => [.. RulePackCatalog.Open(new FolderRules(files)).Check().Select(Told.Of)];

    /// <summary>An overlay laid on the sample, and what it claims of it.</summary>
    private IReadOnlyList<Told> Laid()
    {
        var catalog = RulePackCatalog.Open(new FolderRules(FolderRules.Of(Sample)));
        var claims = new DiagnosticBag();
        if (Overlay.Read(DocumentReader.ReadFile(Path, Path, new DiagnosticBag()), new DiagnosticBag()) is { } overlay)
        {
            ClaimCheck.OfOverlay(overlay, Path, catalog, [])?.Tell(claims);
        }

        return Named([.. catalog.WithOverlay(Path).TryLoad("sample@2024").Diagnostics, .. claims.ToList()]);
    }

    private IReadOnlyList<Told> Cases()
    {
        var result = new CaseRunner().Run(Path);
        return Named([.. result.Diagnostics, .. result.Cases.SelectMany(c => c.Diagnostics)]);
    }

    /// <summary>The first line that is no comment is the expression.</summary>
    private IReadOnlyList<Told> Expression()
    {
        var bag = new DiagnosticBag();
        var lines = File.ReadAllLines(Path);
        var first = Array.FindIndex(lines, l => !l.StartsWith('#'));
        var text = new ExpressionText(lines[first], new SourceSpan(Name, first + 1, 1));
        var names = new ProgramNames(FactVocabulary.Default, new Dictionary<string, BoundConstant>(StringComparer.Ordinal));
        Binder.Bind(text, names, FactVocabulary.Default.Units, BindingDomain.Factory, bag);
        return Named(bag.ToList());
    }

    /// <summary>A request in words: <c>load</c> a pack, read <c>facts</c>, open a folder of <c>rules</c>, or read a text of so many <c>values</c> or a file of so many <c>bytes</c> that is made for it.</summary>
    private IReadOnlyList<Told> Request()
    {
        var bag = new DiagnosticBag();
        var map = MapReader.Open(DocumentReader.ReadFile(Path, Name, bag), bag)!;
        var requests = System.IO.Path.GetDirectoryName(Path)!;
        return Thrown(() =>
        {
            if (map.Text("load") is { } pack)
            {
                RulePackCatalog.Default.Load(pack, map.Date("as-of"));
            }

            if (map.Text("rules") is { } folder)
            {
                RulePackCatalog.OpenDirectory(System.IO.Path.Combine(requests, folder));
            }

            if (map.Text("facts") is { } facts)
            {
                FactoryFacts.Load(System.IO.Path.Combine(requests, facts));
            }

            if (map.Number("values") is { } count)
            {
                FactoryFacts.Parse($"[{string.Join(',', Enumerable.Repeat('0', (int)count))}]");
            }

            if (map.Number("bytes") is { } size)
            {
                using var file = SparseFile.Of((long)size);
                FactoryFacts.Load(file.Path);
            }
        });
    }

    /// <summary>Sound facts that a verdict warns about; the sidecar names pack and date.</summary>
    private IReadOnlyList<Told> Consistency()
    {
        var setting = File.ReadLines(Path + Sidecar).Where(l => l.StartsWith("# ", StringComparison.Ordinal)).Select(l => l[2..].Split(": ", 2)).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        var asOf = DateOnly.ParseExact(setting["as-of"], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var pack = setting["pack"] == "sample@2024" ? RulePackCatalog.Open(new FolderRules(FolderRules.Of(Sample))).Load("sample@2024") : RulePackCatalog.Default.Load(setting["pack"]);
        var verdict = RuleEvaluator.Compile(pack).Evaluate(FactoryFacts.Load(Path), asOf);
        return [.. verdict.Warnings.Select(w => new Told(Name, 0, 0, w.Code, w.Message))];
    }

    /// <summary>A table of factories; what is wrong with its rows comes with the results, the rest instead of them.</summary>
    private IReadOnlyList<Told> Table() => Thrown(() =>
    {
        using var folder = new TemporaryFolder();
        var pack = RuleEvaluator.Compile(RulePackCatalog.Default.Load("gb-t-36132@2025"));
        throw new InvalidInputException(TableBatch.RunAsync(pack, Path, folder.File("results.csv")).GetAwaiter().GetResult().Diagnostics);
    });

    /// <summary>Words after <c>run</c> are a command line of the tool; what it writes to standard error is read back. It must say that it cannot do it.</summary>
    private IReadOnlyList<Told> RunCommand()
    {
        var bag = new DiagnosticBag();
        var map = MapReader.Open(DocumentReader.ReadFile(Path, Name, bag), bag)!;
        var words = map.ScalarList("run").Select(w => (w.Text.StartsWith("samples/", StringComparison.Ordinal) || w.Text.StartsWith("rules/", StringComparison.Ordinal) || w.Text.StartsWith("tests/", StringComparison.Ordinal)) ? System.IO.Path.Combine(Repository.Root, w.Text) : w.Text).ToList();
        var (zh, en) = (Run("zh"), Run("en"));
        return [.. zh.Zip(en).Select(p => new Told(Name, 0, 0, p.First.Groups[1].Value, new LocalizedText(p.First.Groups[2].Value, p.Second.Groups[2].Value)))];

        MatchCollection Run(string language)
        {
            using var output = new StringWriter();
            using var error = new StringWriter();
            var code = Tool.Run([.. words, "--lang", language], new Shell
            {
                Output = output,
                Error = error,
                Input = () => throw new InvalidOperationException(map.Text("input")),
                Today = new DateOnly(2026, 1, 15),
            });
            Assert.Equal(ExitCode.CannotDo, code);
            Assert.Equal(string.Empty, output.ToString());
            return Line().Matches(error.ToString());
        }
    }

    private IReadOnlyList<Told> Thrown(Action read)
    {
        try
        {
            read();
            return [];
        }
        catch (InvalidInputException exception)
        {
            return Named(exception.Diagnostics);
        }
    }

    private IReadOnlyList<Told> Named(IReadOnlyList<Diagnostic> diagnostics) => [.. diagnostics.Select(d => Told.Of(d) with { File = Name })];

    [GeneratedRegex("# as-of: ([0-9-]{10})")]
    private static partial Regex AsOf();

    [GeneratedRegex("^.*: (?:error|warning) (GFR[0-9]{4}): (.*)$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex("^ *# expect: (GFR[0-9]{4}(?: @[0-9]+:[0-9]+| x[0-9]+)?)", RegexOptions.Multiline)]
    private static partial Regex Expectation();
}

/// <summary>A diagnostic as an example expects it.</summary>
internal sealed record Told(string File, int Line, int Column, string Code, LocalizedText Message)
{
    public string Place => Line == 0 ? $"{File} {Code}" : string.Create(CultureInfo.InvariantCulture, $"{File} {Code} @{Line}:{Column}");

    public static Told Of(Diagnostic diagnostic) => new(diagnostic.Span.File, diagnostic.Span.Line, diagnostic.Span.Column, diagnostic.Code.Id, diagnostic.Message);
}
