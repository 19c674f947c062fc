using System.Text;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents.Json;
using GreenFactory.Rules.Documents.Yaml;

namespace GreenFactory.Rules.Documents;

/// <summary>Reads a file or a text into nodes; JSON by its first character, YAML otherwise. Everything wrong goes to the bag.</summary>
internal static class DocumentReader
{
    private const char ByteOrderMark = '\uFEFF';

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static Node? ReadFile(string path, string shownAs, DiagnosticBag bag) =>
        BoundedFile.Read(path, shownAs, bag) is { } bytes ? ReadBytes(bytes, shownAs, bag) : null;

    public static Node? ReadBytes(ReadOnlySpan<byte> bytes, string shownAs, DiagnosticBag bag)
    {
        if (bytes.Length > DocumentLimits.MostBytes)
        {
            bag.Add(DiagnosticCodes.FileTooLarge, SourceSpan.WholeFile(shownAs), bytes.Length, DocumentLimits.MostBytes);
            return null;
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
        text = text.TrimStart(ByteOrderMark);
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty)
        {
            bag.Add(DiagnosticCodes.EmptyDocument, new SourceSpan(shownAs, 1, 1));
            return null;
        }

        return start[0] is '{' or '[' && !IsYaml(shownAs)
            ? JsonNodeReader.Read(text, shownAs, bag)
            : YamlNodeReader.Read(text, shownAs, bag);
    }

    private static bool IsYaml(string name) =>
        name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
}
