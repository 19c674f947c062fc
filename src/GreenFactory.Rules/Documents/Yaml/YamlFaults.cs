using YamlDotNet.Core;

namespace GreenFactory.Rules.Documents.Yaml;

/// <summary>Says in both languages what the YAML library says in English.</summary>
internal static class YamlFaults
{
    public static readonly LocalizedText BreaksOff = new("文字到这里断了，还有引号或括号没有关上", "the text breaks off here while a quote or a bracket is still open");
    public static readonly LocalizedText Anchor = new("锚点（&name）", "an anchor (&name)");
    public static readonly LocalizedText Alias = new("别名（*name）", "an alias (*name)");
    public static readonly LocalizedText Tag = new("标签（!name）", "a tag (!name)");
    public static readonly LocalizedText MergeKey = new("合并键（<<）", "a merge key (<<)");
    public static readonly LocalizedText ComplexKey = new("不是单个词的键", "a key that is not a single word");
    public static readonly LocalizedText SecondDocument = new("第二个文档（---）", "a second document (---)");

    private static readonly LocalizedText Unclear = new("这里的写法不合 YAML；请检查缩进、冒号后的空格和引号", "this is not YAML; check indentation, the blank after colons, and quotes");
    private static readonly LocalizedText ColonInValue = new("一行里又出现了“: ”；请给含冒号的值加引号", "there is a second ': ' on the line; put a value with a colon in quotes");
    private static readonly LocalizedText Indentation = new("缩进与上文不一致，或者缺少冒号、横线", "the indentation does not line up with what is above, or a colon or hyphen is missing");

    /// <summary>The first entry whose English words occur in the library's message tells what is wrong.</summary>
    private static readonly (string Words, LocalizedText Reason)[] Reasons =
    [
        ("tab", new LocalizedText("缩进里有制表符；请改用空格", "there is a tab in the indentation; use blanks")),
        ("',' or", new LocalizedText("花括号或方括号里缺少逗号，或者没有关上", "a comma is missing inside brackets or braces, or they are not closed")),
        ("end of stream", BreaksOff),
        ("Reached the end", BreaksOff),
        ("escape", new LocalizedText("双引号里反斜杠后面的写法不对；请改用单引号", "what follows the backslash in double quotes is no escape; use single quotes")),
        ("hexadecimal", new LocalizedText("双引号里反斜杠后面的写法不对；请改用单引号", "what follows the backslash in double quotes is no escape; use single quotes")),
        ("Unicode surrogates", new LocalizedText("双引号里反斜杠后面的写法不对；请改用单引号", "what follows the backslash in double quotes is no escape; use single quotes")),
        ("Mapping values are not allowed", ColonInValue),
        ("invalid mapping", ColonInValue),
        ("cannot start any token", new LocalizedText("值不能以这个字符开头；请加引号", "a value cannot begin with this character; put it in quotes")),
        ("could not find expected ':'", new LocalizedText("键后面缺少冒号，冒号后要有空格", "a colon and a blank are missing after the key")),
        ("comment", new LocalizedText("注释的 # 前面要有空格", "a comment needs a blank before its #")),
        ("block scalar", new LocalizedText("| 或 > 之后的多行文字写法不对", "the lines after | or > are not written right")),
        ("did not find expected", Indentation),
        ("not allowed in this context", Indentation),
        ("wrong indentation", Indentation),
    ];

    public static LocalizedText Of(YamlException exception)
    {
        foreach (var (words, reason) in Reasons)
        {
            if (exception.Message.Contains(words, StringComparison.Ordinal))
            {
                return reason;
            }
        }

        return Unclear;
    }
}
