using System.Diagnostics;

namespace GreenFactory.Rules.Speed.Measuring;

/// <summary>This program once more, for what has to be measured alone.</summary>
internal static class OwnProcess
{
    private static readonly string Assembly = typeof(OwnProcess).Assembly.Location;

    /// <summary>Runs a mode to its end.</summary>
    public static (string Said, int ExitCode) Run(params string[] arguments) =>
        Run(Path.GetDirectoryName(Assembly)!, arguments, new Dictionary<string, string>());

    /// <summary>Runs a mode of the copy of this program in a folder, with settings of the environment.</summary>
    public static (string Said, int ExitCode) Run(string folder, string[] arguments, IReadOnlyDictionary<string, string> settings)
    {
        var own = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(own) == "dotnet";
        var start = new ProcessStartInfo(isHost ? own : Path.Combine(folder, Path.GetFileName(own))) { RedirectStandardOutput = true };
        if (isHost)
        {
            start.ArgumentList.Add(Path.Combine(folder, Path.GetFileName(Assembly)));
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return (said, process.ExitCode);
    }
}
