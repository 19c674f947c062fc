using System.Text;

namespace GreenFactory.Rules.Cli;

/// <summary>Writes a file whole or not at all: beside it first, then in its place.</summary>
internal static class OutputFile
{
    private static readonly LocalizedText IsFolder = new("这是文件夹", "it is a folder");
    private static readonly LocalizedText NoFolder = new("没有这个文件夹", "there is no such folder");
    private static readonly LocalizedText NoRight = new("没有写的权限", "there is no right to write");

    /// <summary>Null when written; otherwise what went wrong, and the old file is as it was.</summary>
    public static LocalizedText? Write(string file, string text)
    {
        string? beside = null;
        try
        {
            var target = Path.GetFullPath(file);
            if (Directory.Exists(target))
            {
                return IsFolder;
            }

            beside = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
            File.WriteAllText(beside, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(beside, target, overwrite: true);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Remove(beside);
            return exception switch
            {
                DirectoryNotFoundException => NoFolder,
                UnauthorizedAccessException => NoRight,
                _ => LocalizedText.Same(exception.GetType().Name),
            };
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
