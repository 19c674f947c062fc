using System.CommandLine;
using System.CommandLine.Help;
using GreenFactory.Rules.Cli.Commands;
using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Cli;

/// <summary>The command <c>greenfactory</c>: arguments in, text and an exit code out. Knows no clock, console or culture.</summary>
internal static class Tool
{
    public const string Name = "greenfactory";

    /// <summary>Runs one command line and gives its exit code. Throws nothing.</summary>
    public static int Run(IReadOnlyList<string> arguments, Shell shell)
    {
        var speech = new Speech(LanguageOf(arguments));
        try
        {
            var code = Run(arguments, shell, speech);
            shell.Output.Flush();
            shell.Error.Flush();
            return code;
        }
        catch (InvalidInputException exception)
        {
            return Fail(shell, speech, arguments, exception.Diagnostics);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail(shell, speech, arguments, DiagnosticCodes.OutputNotWritten, exception);
        }
#pragma warning disable CA1031 // The last line of defence: people see what happened, never a stack trace.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Fail(shell, speech, arguments, DiagnosticCodes.Unexpected, exception);
        }
    }

    private static int Run(IReadOnlyList<string> arguments, Shell shell, Speech speech)
    {
        var root = Root(shell, speech);
        var parse = root.Parse(arguments, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (parse.Action is not HelpText && parse.Action != root.Options.OfType<VersionOption>().Single().Action)
        {
            var bag = new DiagnosticBag();
            UsageFaults.Collect(parse, bag);
            if (bag.HasErrors)
            {
                DiagnosticReport.Write(shell.Error, bag.ToList(), speech.Language, DiagnosticReport.IsJson(arguments));
                return ExitCode.CannotDo;
            }

            if (parse.CommandResult.Command == root)
            {
                HelpText.Write(root, speech, shell.Error);
                return ExitCode.CannotDo;
            }
        }

        return parse.Invoke(new InvocationConfiguration { Output = shell.Output, Error = shell.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private static RootCommand Root(Shell shell, Speech speech)
    {
        var options = new SharedOptions(speech);
        var root = new RootCommand(speech.Say(CommandPhrases.Tool));
        options.Lang.Recursive = true;
        root.Options.Add(options.Lang);
        foreach (var command in new[]
        {
            PacksCommand.Build(options, shell, speech),
            EvaluateCommand.Build(options, shell, speech),
            BatchCommand.Build(options, shell, speech),
            GroupCommand.Build(options, shell, speech),
            ExplainCommand.Build(options, shell, speech),
            RequiredCommand.Build(options, shell, speech),
            BenefitsCommand.Build(options, shell, speech),
            BenchmarksCommand.Build(options, shell, speech),
            CheckCommand.Build(options, shell, speech),
            TestCommand.Build(options, shell, speech),
            MutateCommand.Build(options, shell, speech),
            AnalyseCommand.Build(options, shell, speech),
            DiffCommand.Build(options, shell, speech),
            ImpactCommand.Build(options, shell, speech),
            ExprCommand.Build(options, shell, speech),
            RosterCommand.Build(options, shell, speech),
            RankCommand.Build(options, shell, speech),
            SchemaCommand.Build(options, shell, speech),
        })
        {
            root.Subcommands.Add(command);
        }

        var help = root.Options.OfType<HelpOption>().Single();
        help.Description = speech.Say(CommandPhrases.ShowHelp);
        help.Action = new HelpText(speech, shell);
        root.Options.OfType<VersionOption>().Single().Description = speech.Say(CommandPhrases.ShowVersion);
        return root;
    }

    /// <summary>The language is wanted before anything is parsed: help and usage errors speak it too.</summary>
    private static Language LanguageOf(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var value = arguments[i] == SharedOptions.LangName && i + 1 < arguments.Count ? arguments[i + 1]
                : arguments[i].StartsWith(SharedOptions.LangName + "=", StringComparison.Ordinal) ? arguments[i][(SharedOptions.LangName.Length + 1)..]
                : null;
            if (value == "en")
            {
                return Language.English;
            }
        }

        return Language.Chinese;
    }

    private static int Fail(Shell shell, Speech speech, IReadOnlyList<string> arguments, DiagnosticCode code, Exception exception)
    {
        var bag = new DiagnosticBag();
        bag.Add(code, SourceSpan.WholeFile(Name), $"{exception.GetType().Name}: {exception.Message}");
        return Fail(shell, speech, arguments, bag.ToList());
    }

    private static int Fail(Shell shell, Speech speech, IReadOnlyList<string> arguments, IReadOnlyList<Diagnostic> diagnostics)
    {
        try
        {
            DiagnosticReport.Write(shell.Error, diagnostics, speech.Language, DiagnosticReport.IsJson(arguments));
            shell.Error.Flush();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // Nobody listens on standard error either; the exit code is all that is left to say.
        }

        return ExitCode.CannotDo;
    }
}
