using System.Buffers;
using System.Text;
using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Documents.Json;

/// <summary>Says what is wrong with JSON by what stands where reading stopped, in both languages.</summary>
internal static class JsonFaults
{
    public static readonly LocalizedText MoreText = new("文件结束之后还有内容", "there is more text after the end of the document");

    private static readonly LocalizedText Ends = new("文字到这里断了，还有括号或引号没有关上", "the text ends here while a bracket or a quote is still open");
    private static readonly LocalizedText TrailingComma = new("最后一项后面多了逗号", "there is a comma after the last item");
    private static readonly LocalizedText Comment = new("JSON 里不能写注释", "JSON has no comments");
    private static readonly LocalizedText SingleQuote = new("文字和键要用双引号", "texts and keys take double quotes");
    private static readonly LocalizedText LineBreak = new("引号没有关上，或者文字里有换行；换行要写成 \\n", "a quote is not closed, or a text contains a line break; write it as \\n");
    private static readonly LocalizedText Escape = new("反斜杠后面的写法不对；反斜杠本身要写成 \\\\", "what follows the backslash is no escape; a backslash itself is written \\\\");
    private static readonly LocalizedText Number = new("数字的写法不对：不能以 0、+ 或小数点开头，也不能以小数点结尾", "the number is not written right: it begins with no 0, + or point, and does not end with a point");

    public static LocalizedText At(byte[] bytes, int at)
    {
        if (at >= bytes.Length)
        {
            return Ends;
        }

        var before = Before(bytes, at);
        var inEscape = at > 0 && bytes[at - 1] == '\\' || (at > 1 && bytes.AsSpan(Math.Max(0, at - 5), Math.Min(5, at)).LastIndexOf("\\u"u8) >= 0);
        switch ((char)bytes[at])
        {
            case '\n' or '\r' or '\t' when !char.IsWhiteSpace((char)before):
                return LineBreak;
            case '}' or ']' when before == ',':
                return TrailingComma;
            case '/':
                return Comment;
            case '\'':
                return SingleQuote;
            case (>= '0' and <= '9') or '+' or '.':
                return Number;
            default:
                if (inEscape)
                {
                    return Escape;
                }

                if (before == '.' || (before == '/' && at > 1))
                {
                    return before == '.' ? Number : Comment;
                }

                return CannotStand(bytes, at);
        }
    }

    private static LocalizedText CannotStand(byte[] bytes, int at)
    {
        var shown = Rune.DecodeFromUtf8(bytes.AsSpan(at), out var rune, out _) == OperationStatus.Done ? rune.ToString() : "?";
        var quoted = WrittenText.Quote(shown);
        return new LocalizedText($"这里不能是{quoted.Zh}；请检查前面的逗号、冒号和引号", $"{quoted.En} cannot stand here; check the commas, colons and quotes before it");
    }

    private static byte Before(byte[] bytes, int at)
    {
        var i = at - 1;
        while (i > 0 && bytes[i] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            i--;
        }

        return i < 0 ? (byte)' ' : bytes[i];
    }
}
