using System.Text;
using GreenFactory.Rules.Cli;

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
if (OperatingSystem.IsWindows())
{
    try
    {
        Console.OutputEncoding = utf8;
    }
    catch (IOException)
    {
        // No console to tell; redirected output is UTF-8 anyway.
    }
}

#pragma warning disable RS0030 // The one clock of the product: what "today" means where no as-of date is given.
var today = DateOnly.FromDateTime(DateTime.Now);
#pragma warning restore RS0030
using var output = new StreamWriter(Console.OpenStandardOutput(), utf8) { NewLine = "\n" };
using var error = new StreamWriter(Console.OpenStandardError(), utf8) { NewLine = "\n" };
return Tool.Run(args, new Shell { Output = output, Error = error, Input = Console.OpenStandardInput, Today = today, ErrorIsTerminal = !Console.IsErrorRedirected });
