using GreenFactory.Rules.Cli;
using GreenFactory.Rules.Tests.Rendering;

namespace GreenFactory.Rules.Tests.Cli;

/// <summary>Runs the command in this process, as it runs in its own: arguments in, exit code and two texts out. It is 15 January 2026.</summary>
internal sealed record Command(int ExitCode, string Output, string Error)
{
    public static readonly DateOnly Today = new(2026, 1, 15);

    public static Command Run(params string[] arguments) => RunWith(string.Empty, arguments);

    public static Command RunWith(string input, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = Tool.Run(arguments, new Shell { Output = output, Error = error, Input = () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(input)), Today = Today });
        return new Command(code, output.ToString(), error.ToString());
    }

    public static string Fixture(string name) => Path.Combine(Rendered.Fixtures, name);
}
