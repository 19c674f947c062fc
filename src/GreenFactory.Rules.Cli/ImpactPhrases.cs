namespace GreenFactory.Rules.Cli;

/// <summary>The words of <c>impact</c>. A table.</summary>
internal static class ImpactPhrases
{
    public static readonly LocalizedText Impact = new("一批工厂从规则包 A 换到 B 会怎样：结论与等级的迁移表，哪些规则动了最多的分", "What becomes of many factories when pack B takes the place of A: who moves from which conclusion and tier to which, and the rules that move most points");
    public static readonly LocalizedText Exits = new("退出码：0 完成，2 无法比较", "Exit code: 0 done, 2 cannot be compared");
    public static readonly LocalizedText Factories = new("事实文件、放事实文件的文件夹或一行一厂的 CSV 表；可给多个；不写则编造一批", "Fact files, folders of them, or CSV tables of one factory a row; may be given several times; made up when left out");
    public static readonly LocalizedText Population = new("编造多少家工厂，默认 1000", "How many factories to make up, 1000 when left out");
    public static readonly LocalizedText Seed = new("编造用的种子；同一种子编造同一批", "Seed of the made-up factories; the same seed makes the same ones");
    public static readonly LocalizedText NumberShape = new("应为 1 至 1000000 的整数", "it should be a whole number from 1 to 1000000");
    public static readonly LocalizedText SeedShape = new("应为不小于 0 的整数", "it should be a whole number from 0");
    public static readonly LocalizedText NoFactories = new("这里没有事实文件", "there are no fact files in it");

    public static readonly LocalizedText Real = new("{0} 家工厂", "{0} factories");
    public static readonly LocalizedText MadeUp = new("{0} 家编造的工厂（种子 {1}）：数值取自规则包自己的界限，不反映真实企业", "{0} made-up factories (seed {1}): their numbers come from the packs' own boundaries and picture no real plants");
    public static readonly LocalizedText Conclusions = new("结论（行：A，列：B）", "Conclusion (rows A, columns B)");
    public static readonly LocalizedText Tiers = new("确定的等级（行：A，列：B）", "Certain tier (rows A, columns B)");
    public static readonly LocalizedText Scores = new("确定得分平均每厂减 {0}、增 {1}", "Certain points per factory on average: {0} lost, {1} gained");
    public static readonly LocalizedText Rules = new("变动最大的规则", "Rules that move most points");
    public static readonly LocalizedText RuleHead = new("规则|家数|减分|增分|名称", "rule|factories|lost|gained|title");
    public static readonly LocalizedText NoRules = new("没有规则的得分变动", "no rule moves any points");
    public static readonly LocalizedText More = new("另有 {0} 条", "{0} more");
    public static readonly LocalizedText NoTier = new("无等级", "no tier");
}
