namespace GreenFactory.Rules.Cli;

/// <summary>The words of <c>diff</c>. A table.</summary>
internal static class DiffPhrases
{
    public static readonly LocalizedText Diff = new("比较两个规则包：内容、来源、措辞各差在哪里，并为每处影响判定的改动给出一家两边判定不同的工厂", "Compares two packs: content, sources and wording, and for each change that turns a verdict a factory on which the two differ");
    public static readonly LocalizedText Exits = new("退出码：0 没有差别，1 有差别，2 无法比较", "Exit code: 0 no difference, 1 differences, 2 cannot be compared");
    public static readonly LocalizedText From = new("第一个规则包：编号或文件夹", "The first pack: an id or a folder");
    public static readonly LocalizedText To = new("第二个规则包：编号或文件夹", "The second pack: an id or a folder");
    public static readonly LocalizedText Factories = new("先在这些事实文件上找；可给多个", "Fact files to look at first; may be given several times");
    public static readonly LocalizedText Witnesses = new("把见证工厂写成事实文件，放在这个文件夹", "Writes the witness factories as fact files into this folder");

    public static readonly LocalizedText Counts = new("内容 {0} 处，其中 {1} 处有见证；来源 {2} 处；措辞 {3} 处", "content: {0} changes, {1} with a witness; sources: {2}; wording: {3}");
    public static readonly LocalizedText[] Kinds = [new("内容", "content"), new("来源", "source"), new("措辞", "wording")];
    public static readonly LocalizedText None = new("（无）", "(none)");
    public static readonly LocalizedText Witness = new("见证工厂 {0}，评价日期 {1}", "witness {0}, as of {1}");
    public static readonly LocalizedText SameWitness = new("见证工厂 {0}，见上", "witness {0}, see above");
    public static readonly LocalizedText NoWitness = new("在有限的搜索中没有找到两边判定不同的工厂", "no factory on which the two differ was found in a bounded search");
    public static readonly LocalizedText MoreDifferences = new("另有 {0} 处判定不同", "{0} more things differ");
    public static readonly LocalizedText MoreWordings = new("，另 {0} 处", " and {0} more");
    public static readonly LocalizedText OnlyIn = new("只在 {0} 中", "only in {0}");
    public static readonly LocalizedText Moves = new("结论相反的工厂", "Factories on which the conclusions are opposite");
    public static readonly LocalizedText Same = new("没有差别", "no difference");
}
