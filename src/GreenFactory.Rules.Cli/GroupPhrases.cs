namespace GreenFactory.Rules.Cli;

/// <summary>The words of <c>group</c>. A table.</summary>
internal static class GroupPhrases
{
    public static readonly LocalizedText Group = new("把一个集团的各家工厂放在一起评：一张表、共同的差距、谁离下一级最近", "Judges the factories of one group together: one table, the gaps they share, and who is nearest to the next level");
    public static readonly LocalizedText Exits = new("退出码：0 全部符合，1 有不符合，3 有待定，2 无法执行", "Exit code: 0 all met, 1 one is not met, 3 one is undetermined, 2 cannot be done");
    public static readonly LocalizedText Facts = new("各工厂的事实文件，或放事实文件的文件夹", "Fact files of the factories, or folders of them");

    public static readonly LocalizedText Title = new("{0} 家工厂，{1}", "{0} factories, {1}");
    public static readonly LocalizedText Head = new("工厂|结论|等级|得分", "factory|conclusion|tier|score");
    public static readonly LocalizedText Gaps = new("共同的差距（两家及以上未完全满足）", "Shared gaps (two or more do not fully meet them)");
    public static readonly LocalizedText GapHead = new("规则|未满足|证据不足|未得分|名称", "rule|not met|open|points|title");
    public static readonly LocalizedText NoGaps = new("没有共同的差距", "no shared gaps");
    public static readonly LocalizedText Next = new("离下一级最近的", "Nearest to the next level");
    public static readonly LocalizedText NextHead = new("工厂|下一级|障碍|待定|差几分", "factory|next level|obstacles|open|points wanting");
    public static readonly LocalizedText Passing = new("符合", "pass");
    public static readonly LocalizedText NothingNext = new("都已到最高一级", "all have reached the highest level");
    public static readonly LocalizedText More = new("另有 {0} 条", "{0} more");
}
