using System.CommandLine;
using System.Globalization;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Cli;

/// <summary>One command line, read and checked. Everything wrong with it is collected; <see cref="Failed"/> tells it all at once.</summary>
internal sealed class Request(ParseResult parse, SharedOptions options, Shell shell, Speech speech)
{
    private const string StandardInput = "-";

    public Shell Shell { get; } = shell;

    public Speech Speech { get; } = speech;

    public Language Language => Speech.Language;

    public DiagnosticBag Bag { get; } = new();

    public string? Value(Option<string?> option) => parse.GetValue(option);

    public IReadOnlyList<string> Values(Option<string[]> option) => parse.GetValue(option) ?? [];

    public string? Value(Argument<string?> argument) => parse.GetValue(argument);

    public IReadOnlyList<string> Values(Argument<string[]> argument) => parse.GetValue(argument) ?? [];

    public bool IsSet(Option<bool> option) => parse.GetValue(option);

    /// <summary>A value that has to be there.</summary>
    public string Needed(Option<string?> option) => Value(option) ?? Missing(option.Name);

    /// <summary>An argument that has to be there.</summary>
    public string Needed(Argument<string?> argument) => Value(argument) ?? Missing(argument.Name);

    public DateOnly? Date(Option<string?> option)
    {
        if (Value(option) is not { } written)
        {
            return null;
        }

        if (Scalars.TryDate(written, out var date))
        {
            return date;
        }

        Bad(option.Name, written, CommandPhrases.DateShape);
        return null;
    }

    /// <summary>The date asked for, today otherwise.</summary>
    public DateOnly AsOf() => Date(options.AsOf) ?? Shell.Today;

    /// <summary>One of the given words; the first when the option is left out.</summary>
    public string Choice(Option<string?> option, params string[] legal)
    {
        var written = Value(option) ?? legal[0];
        if (!legal.Contains(written))
        {
            Bad(option.Name, written, Speech.Both(CommandPhrases.OneOf, string.Join(" | ", legal)));
        }

        return written;
    }

    public int Width()
    {
        if (Value(options.Width) is not { } written)
        {
            return VerdictText.DefaultWidth;
        }

        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var width) && width is >= VerdictText.NarrowestWidth and <= 400)
        {
            return width;
        }

        Bad(options.Width.Name, written, CommandPhrases.WidthShape);
        return VerdictText.DefaultWidth;
    }

    public void Bad(string option, string written, LocalizedText why) =>
        Bag.Add(DiagnosticCodes.BadOption, SourceSpan.WholeFile(Tool.Name), option, written, why);

    /// <summary>The folder of rules named on the command line; null when none is.</summary>
    public string? RulesFolder => Value(options.Rules);

    /// <summary>The packs inside, with the folder and files named on the command line laid over them.</summary>
    public RulePackCatalog Catalog()
    {
        var catalog = RulePackCatalog.Default;
        if (Value(options.Rules) is { } folder)
        {
            if (!Directory.Exists(folder))
            {
                Bad(options.Rules.Name, folder, CommandPhrases.NoFolder);
                return catalog;
            }

            catalog = RulePackCatalog.OpenDirectory(folder);
        }

        catalog = Values(options.Benchmarks).Aggregate(catalog, (c, file) => c.WithBenchmarks(file));
        return Values(options.Overlays).Aggregate(catalog, (c, file) => c.WithOverlay(file));
    }

    /// <summary>Notes early that no pack is named, so that it is told with whatever else is missing.</summary>
    public void NeedsPack() => Needed(options.Pack);

    /// <summary>The pack asked for; null when there is none or it has errors, which are in the bag then.</summary>
    public RulePack? Pack(RulePackCatalog catalog, DateOnly asOf) => Needed(options.Pack) is { Length: > 0 } id ? Pack(catalog, id, asOf) : null;

    /// <summary>The pack of that id, or of that slug in force on the date; null when there is none or it has errors, which are in the bag then.</summary>
    public RulePack? Pack(RulePackCatalog catalog, string id, DateOnly asOf)
    {
        var (pack, diagnostics) = catalog.TryLoad(id, asOf);
        Bag.AddRange(diagnostics.Where(d => pack is null || d.Code.Severity == DiagnosticSeverity.Error));
        return pack;
    }

    /// <summary>The facts of a file or of standard input; null when they cannot be used, and the bag says why.</summary>
    public FactoryFacts? Facts(string file, RulePackCatalog catalog)
    {
        FactVocabulary vocabulary;
        try
        {
            vocabulary = catalog.Vocabulary;
        }
        catch (InvalidInputException exception)
        {
            Bag.AddRange(exception.Diagnostics);
            return null;
        }

        var own = new DiagnosticBag();
        var root = file == StandardInput ? ReadInput(own) : DocumentReader.ReadFile(file, file.Replace('\\', '/'), own);
        var facts = root is null ? null : FactoryFactsReader.Read(root, vocabulary, own);
        Bag.AddRange(own.ToList());
        return own.HasErrors ? null : facts;
    }

    /// <summary>Tells everything in the bag and gives the exit code for it; null when there is nothing to tell.</summary>
    public int? Failed()
    {
        if (!Bag.HasErrors)
        {
            return null;
        }

        Report(Bag.ToList());
        return ExitCode.CannotDo;
    }

    public void Report(IReadOnlyList<Diagnostic> diagnostics) => DiagnosticReport.Write(Shell.Error, diagnostics, Language, DiagnosticReport.IsJson(parse.Tokens.Select(t => t.Value)));

    /// <summary>Writes a result to the screen or, whole or not at all, to the file named by <c>--out</c>.</summary>
    public int Emit(string text, int exitCode)
    {
        if (Value(options.Out) is not { } file)
        {
            Shell.Output.Write(text);
            return exitCode;
        }

        if (OutputFile.Write(file, text) is not { } trouble)
        {
            return exitCode;
        }

        Bag.Add(DiagnosticCodes.OutputNotWritten, SourceSpan.WholeFile(file.Replace('\\', '/')), trouble);
        return Failed()!.Value;
    }

    private string Missing(string what)
    {
        Bag.Add(DiagnosticCodes.ArgumentMissing, SourceSpan.WholeFile(Tool.Name), what);
        return string.Empty;
    }

    private Node? ReadInput(DiagnosticBag bag)
    {
        const string Name = "<stdin>";
        try
        {
            using var input = Shell.Input();
            using var bytes = new MemoryStream();
            var buffer = new byte[81920];
            int read;

            // One byte more than allowed is enough to know that it is too much.
            while (bytes.Length <= DocumentLimits.MostBytes && (read = input.Read(buffer)) > 0)
            {
                bytes.Write(buffer, 0, read);
            }

            return DocumentReader.ReadBytes(bytes.ToArray(), Name, bag);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            bag.Add(DiagnosticCodes.FileNotReadable, SourceSpan.WholeFile(Name), exception.GetType().Name);
            return null;
        }
    }
}
