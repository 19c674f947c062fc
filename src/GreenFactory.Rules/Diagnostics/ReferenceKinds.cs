namespace GreenFactory.Rules.Diagnostics;

/// <summary>What a name in a file may refer to, as messages call it.</summary>
internal static class ReferenceKinds
{
    public static readonly LocalizedText Pack = new("规则包", "pack");
    public static readonly LocalizedText Clause = new("条款", "clause");
    public static readonly LocalizedText Rule = new("规则", "rule");
    public static readonly LocalizedText Group = new("组", "group");
    public static readonly LocalizedText Tier = new("等级", "tier");
    public static readonly LocalizedText Document = new("来源文件", "document");
    public static readonly LocalizedText Parameter = new("参数", "parameter");
    public static readonly LocalizedText NumberParameter = new("数值参数", "parameter with a number");
    public static readonly LocalizedText Method = new("计分方法", "scoring method");
    public static readonly LocalizedText Series = new("基准序列", "benchmark series");
    public static readonly LocalizedText Area = new("地区", "area");
    public static readonly LocalizedText Footnote = new("脚注", "footnote");
    public static readonly LocalizedText Industry = new("行业名称", "industry name");
    public static readonly LocalizedText State = new("状态", "state");
    public static readonly LocalizedText DateFact = new("日期事实", "fact with a date");
    public static readonly LocalizedText Line = new("条目", "line");
    public static readonly LocalizedText Dimension = new("量纲", "dimension");
    public static readonly LocalizedText Form = new("写法", "form");
    public static readonly LocalizedText Coefficient = new("系数", "coefficient");
}
