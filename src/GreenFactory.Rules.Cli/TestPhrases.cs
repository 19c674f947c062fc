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
}
