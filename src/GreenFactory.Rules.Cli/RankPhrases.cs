namespace GreenFactory.Rules.Cli;

/// <summary>The words of <c>rank</c>. A table.</summary>
internal static class RankPhrases
{
    public static readonly LocalizedText Rank = new("按一条规则给一批工厂排名：绿码、连续多年末位、地区平均线；不给表则列出有哪些规则", "Ranks a population by a rule: green code, last ones several years running, regional mean; lists the rules when no table is given");
    public static readonly LocalizedText Exits = new("退出码：0 已排名（--cases：用例全过），1 有用例未过，2 无法执行", "Exit code: 0 ranked (with --cases: all cases pass), 1 a case fails, 2 cannot be done");
    public static readonly LocalizedText Tables = new("CSV 或 Parquet 表（列 id、year、region、industry、score 或 score_lower 与 score_upper，及规则要看的列），或判定 JSON；多个文件算一批", "Tables as CSV or Parquet (columns id, year, region, industry, score or score_lower and score_upper, and those the rule looks at), or verdicts as JSON; several are one population");
    public static readonly LocalizedText Rule = new("哪一条规则；不写版本取最新的", "Which rule; the newest edition when none is named");
    public static readonly LocalizedText Cases = new("运行规则自带的用例", "Runs the cases of the rules");

    public static readonly LocalizedText ListHead = new("规则|施行|来源|名称", "rule|in force|source|title");
    public static readonly LocalizedText From = new("出自 {0} [{1}]；来源没有定下、由规则设定的：", "From {0} [{1}]; settled by the rule where the source does not say:");
    public static readonly LocalizedText TallyHead = new("年份|范围|家数|未定|不排名", "year|cohort|number|open|not ranked");
    public static readonly LocalizedText RowHead = new("年份|范围|工厂|得分|名次|总数|结果|连续、线或原因", "year|cohort|factory|score|place|of|result|streak, bar or reason");
    public static readonly LocalizedText More = new("另有 {0} 行，全部结果用 --format csv --out 写出", "{0} more rows; write them all with --format csv --out");
    public static readonly LocalizedText Streak = new("{0} 年 {1}：{2} 家，另有 {3} 家尚不能定", "{1} in {0}: {2}, and {3} that cannot be settled yet");
    public static readonly LocalizedText NoScore = new("没有得分", "no score");
    public static readonly LocalizedText NoCohort = new("没有写明范围（地区或行业）", "its region or industry is not stated");
    public static readonly LocalizedText CaseDiffers = new("  {0}  {1} {2} {3}：应为 {4}，得到 {5}", "  {0}  {1} {2} {3}: expected {4}, got {5}");
    public static readonly LocalizedText Nothing = new("没有这一行", "no such row");
}
