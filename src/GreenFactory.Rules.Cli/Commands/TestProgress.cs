using System.Globalization;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary>One line on standard error that says how far a long command is; only where somebody watches it.</summary>
internal sealed class TestProgress(Shell shell)
{
    private const string Erase = "\r\u001b[K";

    private bool _shown;

    public void Tell(int done, int all, string what)
    {
        if (!shell.ErrorIsTerminal)
        {
            return;
        }

        shell.Error.Write(string.Create(CultureInfo.InvariantCulture, $"{Erase}[{done + 1}/{all}] {what}"));
        shell.Error.Flush();
        _shown = true;
    }

    public void Clear()
    {
        if (_shown)
        {
            shell.Error.Write(Erase);
            shell.Error.Flush();
            _shown = false;
        }
    }
}
