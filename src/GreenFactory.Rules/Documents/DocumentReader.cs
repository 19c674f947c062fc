using System.Buffers;
using System.Text;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents.Json;
using GreenFactory.Rules.Documents.Yaml;

namespace GreenFactory.Rules.Documents;

/// <summary>Reads a file or a text into nodes; JSON by its first character, YAML otherwise. Everything wrong goes to the bag.</summary>
internal static class DocumentReader
{
    private const char ByteOrderMark = '\uFEFF';

    public static Node? ReadFile(string path, string shownAs, DiagnosticBag bag) =>
        BoundedFile.Read(path, shownAs, bag) is { } bytes ? ReadBytes(bytes, shownAs, bag) : null;

    public static Node? ReadBytes(ReadOnlySpan<byte> bytes, string shownAs, DiagnosticBag bag)
    {
        if (bytes.Length > DocumentLimits.MostBytes)
        {
            bag.Add(DiagnosticCodes.FileTooLarge, SourceSpan.WholeFile(shownAs), bytes.Length, DocumentLimits.MostBytes);
            return null;
        }

        return Decode(bytes, shownAs, bag) is { } text ? ReadText(text, shownAs, bag) : null;
    }

    /// <summary>The text of a file; null when it is not UTF-8.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, string shownAs, DiagnosticBag bag)
    {
        if (FirstNotUtf8(bytes) is not { } place)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        bag.Add(DiagnosticCodes.NotUtf8, new SourceSpan(shownAs, place.Line, place.Column));
        return null;
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

        if (!Characters.AllFit(text, shownAs, bag))
        {
            return null;
        }

        return start[0] is '{' or '[' && !IsYaml(shownAs)
            ? JsonNodeReader.Read(text, shownAs, bag)
            : YamlNodeReader.Read(text, shownAs, bag);
    }

    private static bool IsYaml(string name) =>
        name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    private static (int Line, int Column)? FirstNotUtf8(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return null;
        }

        var (line, column) = (1, 1);
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

        return (line, column);
    }
}
