using System.Buffers;
using System.Text;
using System.Text.Unicode;
using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Tables;

/// <summary>Looks through a file of any size for bytes that are not UTF-8; spreadsheets like to write GBK.</summary>
internal static class Utf8File
{
    private const int BufferSize = 1024 * 1024;
    private const int LongestRune = 4;

    private static readonly LocalizedText NoSuchFile = new("没有这个文件", "there is no such file");
    private static readonly LocalizedText IsFolder = new("这是文件夹", "it is a folder");
    private static readonly LocalizedText NoRight = new("没有读取的权限", "there is no right to read it");

    /// <summary>False when the file cannot be opened or is not UTF-8; the bag says which and where.</summary>
    public static bool Check(string path, string shownAs, DiagnosticBag bag)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            return Check(stream, shownAs, bag);
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

        return false;
    }

    private static bool Check(Stream stream, string shownAs, DiagnosticBag bag)
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
                return false;
            }

            if (isLast)
            {
                return true;
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
