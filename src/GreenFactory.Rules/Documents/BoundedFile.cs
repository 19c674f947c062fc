using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Documents;

/// <summary>Reads a file of a stranger: never more than the limit, whatever the file says of its length.</summary>
internal static class BoundedFile
{
    private static readonly LocalizedText NoSuchFile = new("没有这个文件", "there is no such file");
    private static readonly LocalizedText IsFolder = new("这是文件夹", "it is a folder");
    private static readonly LocalizedText NoRight = new("没有读取的权限", "there is no right to read it");
    private static readonly LocalizedText BadPath = new("路径的写法不对", "the path is not written right");

    /// <summary>The bytes; null when they cannot be read (the bag says why).</summary>
    public static byte[]? Read(string path, string shownAs, DiagnosticBag bag)
    {
        try
        {
            // Shared for writing: a file that is open in an editor can be read as well.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (stream.CanSeek && stream.Length > DocumentLimits.MostBytes)
            {
                return TooLarge(stream.Length, shownAs, bag);
            }

            // A pipe has no length, and a growing file a wrong one: count what comes.
            using var kept = new MemoryStream();
            var buffer = new byte[81_920];
            for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            {
                kept.Write(buffer, 0, read);
                if (kept.Length > DocumentLimits.MostBytes)
                {
                    return TooLarge(kept.Length, shownAs, bag);
                }
            }

            return kept.ToArray();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return NotReadable(NoSuchFile);
        }
        catch (UnauthorizedAccessException)
        {
            return NotReadable(Directory.Exists(path) ? IsFolder : NoRight);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return NotReadable(BadPath);
        }
        catch (IOException exception)
        {
            return NotReadable(new LocalizedText($"读取时出错（{exception.GetType().Name}）", $"reading failed ({exception.GetType().Name})"));
        }

        byte[]? NotReadable(LocalizedText reason)
        {
            bag.Add(DiagnosticCodes.FileNotReadable, SourceSpan.WholeFile(shownAs), reason);
            return null;
        }
    }

    private static byte[]? TooLarge(long bytes, string shownAs, DiagnosticBag bag)
    {
        bag.Add(DiagnosticCodes.FileTooLarge, SourceSpan.WholeFile(shownAs), bytes, DocumentLimits.MostBytes);
        return null;
    }
}
