using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Documents;

/// <summary>Reads a file of a stranger: never more than the limit, whatever the file says of its length.</summary>
internal static class BoundedFile
{
    /// <summary>The bytes; null when they cannot be read (the bag says why).</summary>
    public static byte[]? Read(string path, string shownAs, DiagnosticBag bag)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
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
            bag.Add(DiagnosticCodes.FileNotReadable, SourceSpan.WholeFile(shownAs), "no such file");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            bag.Add(DiagnosticCodes.FileNotReadable, SourceSpan.WholeFile(shownAs), exception.GetType().Name);
        }

        return null;
    }

    private static byte[]? TooLarge(long bytes, string shownAs, DiagnosticBag bag)
    {
        bag.Add(DiagnosticCodes.FileTooLarge, SourceSpan.WholeFile(shownAs), bytes, DocumentLimits.MostBytes);
        return null;
    }
}
