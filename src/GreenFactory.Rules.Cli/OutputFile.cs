using System.Text;

namespace GreenFactory.Rules.Cli;

/// <summary>Writes a file whole or not at all: beside it first, then in its place.</summary>
internal static class OutputFile
{
    /// <summary>Null when written; otherwise what went wrong, and the old file is as it was.</summary>
    public static string? Write(string file, string text)
    {
        string? beside = null;
        try
        {
            var target = Path.GetFullPath(file);
            if (Directory.Exists(target))
            {
                return nameof(Directory);
            }

            beside = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
            File.WriteAllText(beside, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(beside, target, overwrite: true);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Remove(beside);
            return exception.GetType().Name;
        }
    }

    private static void Remove(string? file)
    {
        try
        {
            if (file is not null)
            {
                File.Delete(file);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What is told is why writing failed; a leftover beside the target harms nobody.
        }
    }
}
