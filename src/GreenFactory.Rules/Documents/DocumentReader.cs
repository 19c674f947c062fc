using System.Text;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents.Json;
using GreenFactory.Rules.Documents.Yaml;

namespace GreenFactory.Rules.Documents;

/// <summary>Reads a file or a text into nodes; JSON by its first character, YAML otherwise. Everything wrong goes to the bag.</summary>
internal static class DocumentReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static Node? ReadFile(string path, string shownAs, DiagnosticBag bag)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                bag.Add(DiagnosticCodes.FileNotReadable, SourceSpan.WholeFile(shownAs), "no such file");
                return null;
            }

            if (file.Length > DocumentLimits.MostBytes)
            {
                bag.Add(DiagnosticCodes.FileTooLarge, SourceSpan.WholeFile(shownAs), file.Length, DocumentLimits.MostBytes);
                return null;
            }

            return ReadBytes(File.ReadAllBytes(path), shownAs, bag);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            bag.Add(DiagnosticCodes.FileNotReadable, SourceSpan.WholeFile(shownAs), exception.GetType().Name);
            return null;
        }
    }

    public static Node? ReadBytes(ReadOnlySpan<byte> bytes, string shownAs, DiagnosticBag bag)
    {
        if (bytes.Length > DocumentLimits.MostBytes)
        {
            bag.Add(DiagnosticCodes.FileTooLarge, SourceSpan.WholeFile(shownAs), bytes.Length, DocumentLimits.MostBytes);
            return null;
        }

        if (bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        string text;
        try
        {
            text = StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            bag.Add(DiagnosticCodes.NotUtf8, SourceSpan.WholeFile(shownAs));
            return null;
        }

        return ReadText(text, shownAs, bag);
    }

    public static Node? ReadText(string text, string shownAs, DiagnosticBag bag)
    {
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty)
        {
            bag.Add(DiagnosticCodes.EmptyDocument, new SourceSpan(shownAs, 1, 1));
            return null;
        }

        return start[0] is '{' or '[' && shownAs.EndsWith(".yaml", StringComparison.Ordinal) == false
            ? JsonNodeReader.Read(text, shownAs, bag)
            : YamlNodeReader.Read(text, shownAs, bag);
    }
}
