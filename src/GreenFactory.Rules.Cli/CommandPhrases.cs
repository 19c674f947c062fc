namespace GreenFactory.Rules.Cli;

/// <summary>Every word of the command's own, Chinese and English side by side. A table.</summary>
internal static class CommandPhrases
{
    public static readonly LocalizedText Tool = new("绿色工厂评价：用标准的规则包判定一家工厂，并说明理由。", "Green factory evaluation: judges a factory by the rule pack of a standard and says why.");
    public static readonly LocalizedText Packs = new("列出规则包", "Lists rule packs");
    public static readonly LocalizedText ComparisonTitle = new("同一工厂按 {0} 个规则包评价，依据日期 {1}", "One factory by {0} packs, as of {1}");
    public static readonly LocalizedText ComparisonNote = new("“原文依据”为已确定得分中全部取值均见过原文的比例。各包尺度不同，得分不能互相比较。", "Sourced is the share of the certain points whose values were all read in their source. The packs measure by different scales: scores of two packs do not compare.");
    public static readonly LocalizedText SourcedShare = new("原文依据", "Sourced");
    public static readonly LocalizedText InForceOnDate = new("当日有效", "In force");
    public static readonly LocalizedText Yes = new("是", "yes");
    public static readonly LocalizedText No = new("否", "no");
    public static readonly LocalizedText Evaluate = new("按一个规则包评价一家工厂", "Evaluates one factory by one pack");
    public static readonly LocalizedText Explain = new("写出一个条目的全部推导", "Shows the whole derivation of one finding");
    public static readonly LocalizedText Required = new("列出一个规则包要用的事实", "Lists the facts a pack needs");
    public static readonly LocalizedText Benefits = new("列出工厂所在地的奖励、义务、期限和处罚", "Rewards, duties, deadlines and sanctions where the factory lies");
    public static readonly LocalizedText Roster = new("列出国家绿色工厂名单的数量：按地区、大区、批次、行业、集团、年份或目标；或列出报告中的矛盾", "Counts of the lists of national green factories by region, macro-region, batch, industry, group, year or target; or what contradicts what in the report");
    public static readonly LocalizedText RosterBy = new("按什么列：region、macro-region、batch、industry、group、year 或 target；不写则按地区", "What to list by: region, macro-region, batch, industry, group, year or target; by region when left out");
    public static readonly LocalizedText RosterContradictions = new("列出报告中的误印、异样和与其他来源的矛盾：照印的和可能的读法", "Lists the misprints and oddities of the report and where other sources contradict it: as printed, and the likely reading");
    public static readonly LocalizedText RosterTarget = new("目标", "target");
    public static readonly LocalizedText RosterHas = new("已有", "has");
    public static readonly LocalizedText RosterShare = new("达成", "met");
    public static readonly LocalizedText RosterPrinted = new("照印", "printed");
    public static readonly LocalizedText RosterReading = new("可能应为", "likely");
    public static readonly LocalizedText[] RosterKinds = [new("误印", "misprint"), new("异样", "oddity"), new("异名", "naming"), new("他处矛盾", "outside")];
    public static readonly LocalizedText RosterApplied = new("申报", "applied");
    public static readonly LocalizedText RosterNamed = new("入选", "named");
    public static readonly LocalizedText RosterRate = new("通过率", "rate");
    public static readonly LocalizedText RosterSum = new("累计", "sum");
    public static readonly LocalizedText RosterGrowth = new("累计（移出）", "sum (removed)");
    public static readonly LocalizedText RosterSource = new("来源", "source");
    public static readonly LocalizedText ThoughtRegion = new("假设工厂在此地，六位 GB/T 2260 代码；不写则取事实文件所填", "A place the factory is thought to lie in, a six-digit GB/T 2260 code; that of the fact file when left out");
    public static readonly LocalizedText PolicySetting = new("改政策中的一个设定，可写多次，如 frame=lenient", "Another value for a setting of the policies; may be repeated, such as frame=lenient");
    public static readonly LocalizedText SettingShape = new("请写成 名称=值", "write it as name=value");
    public static readonly LocalizedText Check = new("检查规则包，列出全部问题", "Checks packs and lists everything wrong with them");
    public static readonly LocalizedText Expr = new("计算规则语言的一个表达式", "Evaluates one expression of the rule language");
    public static readonly LocalizedText Schema = new("输出 JSON Schema（2020-12），或编辑器用的事实路径补全（snippets）", "Prints a JSON Schema (draft 2020-12), or all fact paths as snippets of an editor");

    public static readonly LocalizedText FactsFile = new("工厂事实文件，JSON 或 YAML；- 为标准输入", "Fact file of the factory, JSON or YAML; - for standard input");
    public static readonly LocalizedText PackFolders = new("规则根目录，或一个规则包的目录；不写则检查内置的规则包", "Rules roots or folders of single packs; the packs inside when left out");
    public static readonly LocalizedText Expression = new("表达式", "The expression");
    public static readonly LocalizedText SchemaName = new("{0} 之一", "one of {0}");

    public static readonly LocalizedText Pack = new("规则包，如 gb-t-36132@2025；只写名称则取依据日期有效的版本", "The pack, such as gb-t-36132@2025; a name alone takes the edition in force on the as-of date");
    public static readonly LocalizedText AsOf = new("依据日期，YYYY-MM-DD；系数、基准值和版本按此日选取。不写则为今天", "As-of date, YYYY-MM-DD, that coefficients, benchmarks and editions are chosen for; today when left out");
    public static readonly LocalizedText AsOfPacks = new("只列此日有效的规则包，YYYY-MM-DD", "Only packs in force on this date, YYYY-MM-DD");
    public static readonly LocalizedText Rules = new("规则目录：同路径的文件替换内置文件，其余加入", "A rules folder: same paths replace files inside, others add to them");
    public static readonly LocalizedText Benchmarks = new("另加一个基准值文件，可写多次", "One more file of benchmark sets; may be repeated");
    public static readonly LocalizedText Overlay = new("叠加一个文件，可写多次", "One more overlay file; may be repeated");
    public static readonly LocalizedText Engine = new("引擎：compiled、reference，编入后还有 nrules；结果相同", "Engine: compiled, reference or, where it is built in, nrules; the answers are the same");
    public static readonly LocalizedText Resolve = new("把一个规则包连同它的基础包和叠加文件写成一个规则包文件，末尾注明各层改了什么", "Writes a pack with all it builds on and its overlays as one pack file, with what each layer changed at its end");
    public static readonly LocalizedText Strict = new("结论或等级取决于未见原文的数值时不下结论，列出这些数值，退出码 3", "Gives no conclusion where conclusion or tier rest on values not read in their source; lists them, exit code 3");
    public static readonly LocalizedText StrictOnePack = new("一次只能用于一个规则包", "works with one pack at a time");
    public static readonly LocalizedText StrictHead = new("{0}：严格模式下不作结论", "{0}: no conclusion in strict mode");
    public static readonly LocalizedText StrictWhy = new("结论或等级取决于 {0} 项未见原文的数值：", "Conclusion or tier rest on {0} values that were not read in their source:");
    public static readonly LocalizedText StrictCure = new("核对原文后用叠加文件写入（--overlay 文件，label: seen），或去掉 --strict 查看带假设的结论。", "Confirm them in the source and lay them over the pack (--overlay FILE, label: seen), or leave out --strict for the answer with its assumptions.");
    public static readonly LocalizedText Format = new("输出格式：{0}", "Output format: {0}");
    public static readonly LocalizedText Out = new("写入文件，不写到屏幕；写成功才替换旧文件", "Write to a file instead of the screen; an old file is replaced only once all is written");
    public static readonly LocalizedText Lang = new("语言：zh 或 en", "Language: zh or en");
    public static readonly LocalizedText Width = new("文本的列宽，60 至 400", "Columns of text output, 60 to 400");
    public static readonly LocalizedText Region = new("只列适用于此行政区划的规则包，六位 GB/T 2260 代码", "Only packs whose jurisdiction covers this region, a six-digit GB/T 2260 code");
    public static readonly LocalizedText Finding = new("条目编号", "Id of the finding");
    public static readonly LocalizedText Given = new("给出一个名称的值，可写多次：true、false、unknown、n/a、数（可带单位，如 98 kgce/t）、日期或带引号的文字（如 'abc'）", "The value of a name; may be repeated: true, false, unknown, n/a, a number with or without unit (98 kgce/t), a date, or quoted text ('abc')");
    public static readonly LocalizedText ExplainTree = new("写出推导过程", "Show the derivation");

    public static readonly LocalizedText ConclusionExits = new("退出码：0 符合，1 不符合，3 证据不足而待定，2 无法执行", "Exit code: 0 met, 1 not met, 3 undetermined for lack of evidence, 2 cannot be done");
    public static readonly LocalizedText FindingExits = new("退出码：0 符合或不适用，1 不符合或部分符合，3 证据不足，2 无法执行", "Exit code: 0 met or not applicable, 1 not met or partly met, 3 insufficient evidence, 2 cannot be done");
    public static readonly LocalizedText CheckExits = new("退出码：0 没有错误，1 有错误，2 无法执行。警告不算错误", "Exit code: 0 no errors, 1 errors, 2 cannot be done. Warnings are not errors");
    public static readonly LocalizedText ExprExits = new("退出码：0 成立、有值或不适用，1 不成立，3 未知，2 无法计算", "Exit code: 0 true, a value or not applicable, 1 false, 3 unknown, 2 cannot be evaluated");
    public static readonly LocalizedText PlainExits = new("退出码：0 完成，2 无法执行", "Exit code: 0 done, 2 cannot be done");
    public static readonly LocalizedText PacksExits = new("退出码：0 完成，1 有规则包读不通，2 无法执行", "Exit code: 0 done, 1 a pack cannot be read, 2 cannot be done");

    public static readonly LocalizedText Usage = new("用法", "Usage");
    public static readonly LocalizedText Commands = new("命令", "Commands");
    public static readonly LocalizedText Arguments = new("参数", "Arguments");
    public static readonly LocalizedText Options = new("选项", "Options");
    public static readonly LocalizedText ShowHelp = new("显示帮助", "Show help");
    public static readonly LocalizedText ShowVersion = new("显示版本", "Show the version");
    public static readonly LocalizedText CommandPlace = new("<命令>", "<command>");
    public static readonly LocalizedText OptionsPlace = new("[选项]", "[options]");
    public static readonly LocalizedText MoreHelp = new("greenfactory <命令> --help 看一个命令的用法。", "greenfactory <command> --help shows how a command is used.");

    public static readonly LocalizedText ValueOf = new("{0} 的值", "a value for {0}");
    public static readonly LocalizedText WriteOnce = new("只能写一次", "write it once");
    public static readonly LocalizedText OneOf = new("可用 {0}", "one of {0}");
    public static readonly LocalizedText DateShape = new("应为 YYYY-MM-DD", "it should be YYYY-MM-DD");
    public static readonly LocalizedText WidthShape = new("应为 60 至 400 的整数", "it should be a whole number from 60 to 400");
    public static readonly LocalizedText RegionShape = new("应为六位行政区划代码", "it should be a six-digit region code");
    public static readonly LocalizedText GivenShape = new("应为 名称=值", "it should be name=value");
    public static readonly LocalizedText GivenName = new("{0} 不能作名称", "'{0}' cannot be a name");
    public static readonly LocalizedText GivenValue = new("值应为 true、false、unknown、n/a、数、日期或带引号的文字", "the value should be true, false, unknown, n/a, a number, a date or quoted text");
    public static readonly LocalizedText NoFolder = new("没有这个目录", "there is no such folder");
    public static readonly LocalizedText NotAPackFolder = new("其中没有规则包：应为规则根目录，或有 pack.yaml 的目录", "there is no pack in it: it should be a rules root or a folder with pack.yaml");

    public static readonly LocalizedText Id = new("规则包", "Pack");
    public static readonly LocalizedText InForce = new("有效期", "In force");
    public static readonly LocalizedText Jurisdiction = new("适用地区", "Jurisdiction");
    public static readonly LocalizedText Extends = new("基于", "Extends");
    public static readonly LocalizedText CoverageClauses = new("条款 {0}：编码 {1}，人工判断 {2}，范围外 {3}", "clauses {0}: encoded {1}, for a person {2}, out of scope {3}");
    public static readonly LocalizedText ClaimChecked = new("声称只严于 {0}：已检查，边界搜索没有找到反例（不是证明）", "claims to tighten {0} only: checked, a search over boundaries found no counterexample (no proof)");
    public static readonly LocalizedText ClaimRefuted = new("声称只严于 {0}：已推翻，有工厂按它符合而按 {0} 不符合", "claims to tighten {0} only: refuted, a factory passes by it and fails by {0}");
    public static readonly LocalizedText CoverageUnset = new("未设值的参数：{0}", "parameters without a value: {0}");
    public static readonly LocalizedText CoverageGaps = new("缺：{0}", "missing: {0}");
    public static readonly LocalizedText Crosswalk = new("列出两个规则包的条款对照", "Shows which clauses of two packs answer to each other");
    public static readonly LocalizedText NoCrosswalk = new("没有这两个规则包的对照表；有对照的：{0}", "there is no crosswalk of these two; there are: {0}");
    public static readonly LocalizedText TwoPacks = new("请写两个规则包编号", "write two pack ids");
    public static readonly LocalizedText CrosswalkRest = new("{0} 其余条款 {1} 条：{2}", "{0}, {1} clauses left: {2}");
    public static readonly LocalizedText[] Relations = [new("等同", "equivalent"), new("属于后者", "subset"), new("多于后者", "superset"), new("相交", "intersects"), new("无对应", "none")];
    public static readonly LocalizedText[] DispositionNames = [new("已编码", "encoded"), new("人工判断", "for a person"), new("范围外", "out of scope")];
    public static readonly LocalizedText Batches = new("所用批次", "Batches");
    public static readonly LocalizedText LabelShares = new("数值来源", "Values by label");
    public static readonly LocalizedText From = new("{0} 起", "from {0}");
    public static readonly LocalizedText FromUntil = new("{0} 至 {1}", "{0} to {1}");
    public static readonly LocalizedText NowInForce = new("现行", "in force");
    public static readonly LocalizedText NoLonger = new("已止", "ended");
    public static readonly LocalizedText NotYet = new("未生效", "not yet");
    public static readonly LocalizedText Nationwide = new("全国", "whole country");
    public static readonly LocalizedText NoPacks = new("没有符合条件的规则包。", "No pack fits.");

    public static readonly LocalizedText Checked = new("检查了 {0} 个规则包：错误 {1}，警告 {2}", "{0} packs checked: {1} errors, {2} warnings");

    public static readonly LocalizedText RequiredHead = new("{0} 要用的事实：{1} 项", "Facts needed by {0}: {1}");
    public static readonly LocalizedText RequiredCount = new("（{0} 项）", " ({0})");
    public static readonly LocalizedText UsedBy = new("用于 {0}", "used by {0}");
    public static readonly LocalizedText PerProduct = new("每种产品一个值", "one value per product");
    public static readonly LocalizedText Path = new("路径", "Path");
    public static readonly LocalizedText Name = new("名称", "Name");
    public static readonly LocalizedText FactKind = new("类型", "Kind");
    public static readonly LocalizedText Unit = new("单位", "Unit");
    public static readonly LocalizedText Meaning = new("含义", "Meaning");
    public static readonly LocalizedText UsedByHead = new("用于", "Used by");
    public static readonly LocalizedText IdentityNote = new("基准值按工厂的行业（factory.industry）和地区（factory.region）选取，也要填。", "Benchmarks are chosen by factory.industry and factory.region, which are needed too.");
}
