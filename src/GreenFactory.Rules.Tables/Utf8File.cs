using System.Buffers;
using System.Text;
using System.Text.Unicode;
using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Tables;

/// <summary>Text files of any size; spreadsheets like to write GBK, and are told where.</summary>
internal static class Utf8File
{
    private const int BufferSize = 1024 * 1024;
    private const int LongestRune = 4;

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    private static readonly LocalizedText NoSuchFile = new("没有这个文件", "there is no such file");
    private static readonly LocalizedText IsFolder = new("这是文件夹", "it is a folder");
    private static readonly LocalizedText NoRight = new("没有读取的权限", "there is no right to read it");

    /// <summary>A reader of the text, which throws <see cref="DecoderFallbackException"/> at bytes that are not UTF-8; null when the file cannot be opened, and the bag says why.</summary>
    public static StreamReader? Open(string path, string shownAs, DiagnosticBag bag) => Try(path, shownAs, bag, stream =>
    {
        // A mark of the byte order is no text; another encoding's mark is not looked for.
        Span<byte> first = stackalloc byte[Mark.Length];
        if (stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) < first.Length || !first.SequenceEqual(Mark))
        {
            stream.Position = 0;
        }

        return new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, BufferSize / 4);
    });

    /// <summary>Says where the file is not UTF-8.</summary>
    public static void Locate(string path, string shownAs, DiagnosticBag bag) => Try<object>(path, shownAs, bag, stream =>
    {
        using (stream)
        {
            Check(stream, shownAs, bag);
            if (!bag.HasErrors)
            {
                // Whoever changes the file meanwhile does not get half of it judged.
                bag.Add(DiagnosticCodes.NotUtf8, SourceSpan.WholeFile(shownAs));
            }

            return null;
        }
    });

    private static T? Try<T>(string path, string shownAs, DiagnosticBag bag, Func<FileStream, T?> use)
        where T : class
    {
        try
        {
            return use(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            bag.Add(DiagnosticCodes.FileNotReadable, SourceSpan.WholeFile(shownAs), NoSuchFile);
        }
        catch (UnauthorizedAccessException)
        {
            bag.Add(DiagnosticCodes.FileNotReadable, SourceSpan.WholeFile(shownAs), Directory.Exists(path) ? IsFolder : NoRight);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or NotSupportedException)
        {
            bag.Add(DiagnosticCodes.FileNotReadable, SourceSpan.WholeFile(shownAs), exception.GetType().Name);
        }

        return null;
    }

    private static void Check(FileStream stream, string shownAs, DiagnosticBag bag)
    {
        var buffer = new byte[BufferSize];
        var (line, column, kept) = (1, 1, 0);
        while (true)
        {
            var read = stream.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false);
            var bytes = buffer.AsSpan(0, kept + read);
            var isLast = bytes.Length < buffer.Length;
            var whole = isLast ? bytes : bytes[..^Tail(bytes)];
            if (!Utf8.IsValid(whole))
            {
                Step(whole, ref line, ref column);
                bag.Add(DiagnosticCodes.NotUtf8, new SourceSpan(shownAs, line, column));
                return;
            }

            if (isLast)
            {
                return;
            }

            var lastLine = whole.LastIndexOf((byte)'\n');
            line += whole.Count((byte)'\n');
            column = lastLine < 0 ? column + Encoding.UTF8.GetCharCount(whole) : 1 + Encoding.UTF8.GetCharCount(whole[(lastLine + 1)..]);
            bytes[whole.Length..].CopyTo(buffer);
            kept = bytes.Length - whole.Length;
        }
    }

    /// <summary>Bytes at the end that may be the beginning of a character.</summary>
    private static int Tail(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back < LongestRune && back <= bytes.Length; back++)
        {
            if ((bytes[^back] & 0xC0) != 0x80)
            {
                return bytes[^back] >= 0xC0 ? back : 0;
            }
        }

        return 0;
    }

    private static void Step(ReadOnlySpan<byte> bytes, ref int line, ref int column)
    {
        while (Rune.DecodeFromUtf8(bytes, out var rune, out var taken) == OperationStatus.Done)
        {
            column += rune.Utf16SequenceLength;
            if (rune.Value == '\n')
            {
                line++;
                column = 1;
            }

            bytes = bytes[taken..];
        }
    }
}
