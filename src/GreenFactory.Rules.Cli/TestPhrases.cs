namespace GreenFactory.Rules.Cli;

/// <summary>The words of <c>test</c>. A table.</summary>
internal static class TestPhrases
{
    public static readonly LocalizedText Command = new("运行规则包旁边的用例", "Runs the cases beside packs");
    public static readonly LocalizedText Exits = new("退出码：0 全部通过，1 有用例未通过，2 无法执行，如没有用例、编号拼错、筛选没有选中", "Exit code: 0 all passed, 1 a case failed, 2 cannot be done: no cases, a misspelt id, a filter that picks none");
    public static readonly LocalizedText Targets = new("规则包编号、文件夹或用例文件；不写则为规则目录里的全部用例", "Pack ids, folders or files of cases; all of the rules folder when left out");
    public static readonly LocalizedText Rules = new("规则目录，按编号找规则包时用；不写则为当前目录下的 rules", "The rules folder packs are looked for in by id; ./rules when left out");
    public static readonly LocalizedText Filter = new("只运行句子、规则编号或文件路径含此文字的用例，不分大小写", "Only cases whose sentence, rule id or file path contains this text, in small or capital letters");

    public static readonly LocalizedText NoTarget = new("不是规则包编号，也没有这个文件夹或文件", "it is no pack id, and there is no such folder or file");
    public static readonly LocalizedText NoRules = new("没有这个文件夹；请写 --rules 或用例所在的文件夹", "there is no such folder; write --rules or the folder of the cases");
    public static readonly LocalizedText Expected = new("应为", "expected");
    public static readonly LocalizedText Got = new("实为", "got");
    public static readonly LocalizedText Variant = new("规则包的变体", "variant of the pack");
    public static readonly LocalizedText Total = new("通过 {0}，未通过 {1}", "{0} passed, {1} failed");

    public static readonly LocalizedText Coverage = new("再算用例覆盖了什么：每条规则的每种判定，每个条件独自起作用，每个阈值和等级的两侧；text、html 或 json", "Also measures what the cases cover: every status of every rule, every truth deciding alone, both sides of every threshold and tier; text, html or json");
    public static readonly LocalizedText CoverageMin = new("各包覆盖率至少为此百分数，否则退出码为 1", "Every pack covers at least this percentage, or the exit code is 1");
    public static readonly LocalizedText PercentShape = new("应为 0 至 100 的数", "it should be a number from 0 to 100");
    public static readonly LocalizedText CoverageTitle = new("用例覆盖", "What the cases cover");
    public static readonly LocalizedText CoverageHead = new("{0}：覆盖 {1}/{2}，{3} %", "{0}: {1} of {2} covered, {3} %");
    public static readonly LocalizedText WholePack = new("（整包）", "(the pack)");
    public static readonly LocalizedText Between = new("；", "; ");

    public static readonly LocalizedText Mutate = new("把规则包逐处改动一点，看用例能否发现", "Changes a pack a little in many ways and sees whether its cases notice");
    public static readonly LocalizedText MutateExits = new("退出码：0 完成，1 有规则包低于 --min，2 无法执行，如用例本来就未通过", "Exit code: 0 done, 1 a pack is below --min, 2 cannot be done: cases that fail as it is");
    public static readonly LocalizedText MutationMin = new("各包被发现的改动至少为此百分数，否则退出码为 1", "In every pack at least this percentage of changes is noticed, or the exit code is 1");
    public static readonly LocalizedText MutationTotal = new("{0}：发现 {1}，漏过 {2}，{3} %", "{0}: {1} killed, {2} survived, {3} %");

    public static readonly LocalizedText Watch = new("运行后继续守候，每次保存只重跑受影响的用例；按 Ctrl-C 结束", "Stays and runs again what each saved file touches; Ctrl-C ends it");
    public static readonly LocalizedText WatchAlone = new("只与文字输出合用，不与 --coverage、--propose、--out 或别的 --format 合用", "it goes with text output only, not with --coverage, --propose, --out or another --format");
    public static readonly LocalizedText Watching = new("守候中…", "watching…");
    public static readonly LocalizedText Propose = new("为尚未覆盖的行为写出用例（YAML），期望由引擎算出，须由人确认后再用", "Writes cases for what is not covered yet as YAML; their expectation is computed and a person has to confirm it");
    public static readonly LocalizedText Confirm = new("期望由引擎算出，请人确认后删去本行", "computed expectation: a person has to confirm it, then remove this line");
}
