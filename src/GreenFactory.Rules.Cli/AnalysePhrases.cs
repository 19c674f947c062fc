namespace GreenFactory.Rules.Cli;

/// <summary>The words of <c>analyse</c>. A table.</summary>
internal static class AnalysePhrases
{
    public static readonly LocalizedText Analyse = new("在能读能用的规则包里找作者可能没想到的：无人符合或无人不符的规则、从不起作用的条件、达不到的等级、重复给分、陡坎、逆向激励", "Looks at sound packs for what their authors may not have meant: rules nobody meets or nobody fails, conditions that never decide, tiers out of reach, one thing paid twice, cliffs, perverse incentives");
    public static readonly LocalizedText Exits = new("退出码：0 没有发现，1 有发现，2 无法执行", "Exit code: 0 nothing found, 1 findings, 2 cannot be done");
    public static readonly LocalizedText Packs = new("规则包编号或文件夹；不写则为全部内置规则包", "Pack ids or folders; all packs inside when left out");
    public static readonly LocalizedText Cliff = new("一步之差超过满分的百分之几算陡坎，默认 10", "Percent of the full score that one step may move before it is a cliff, 10 when left out");
    public static readonly LocalizedText Total = new("{0}：{1} 处", "{0}: {1} findings");
    public static readonly LocalizedText Bounded = new("搜索有限，“没有试到”不是证明；有发现不等于有错，标准可能就是这样写的。", "The search is bounded: 'no factory that was tried' proves nothing. A finding need not be a mistake: the standard may say so.");
}
