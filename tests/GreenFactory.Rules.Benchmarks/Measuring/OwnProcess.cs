using System.Diagnostics;

namespace GreenFactory.Rules.Speed.Measuring;

/// <summary>This program once more, for what has to be measured alone.</summary>
internal static class OwnProcess
{
    /// <summary>Runs a mode to its end.</summary>
    public static (string Said, int ExitCode) Run(params string[] arguments)
    {
        var own = Environment.ProcessPath!;
        var start = new ProcessStartInfo(own) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(own) == "dotnet")
        {
            start.ArgumentList.Add(typeof(OwnProcess).Assembly.Location);
        }

        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return (said, process.ExitCode);
    }
}
