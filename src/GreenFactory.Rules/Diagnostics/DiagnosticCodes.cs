namespace GreenFactory.Rules.Diagnostics;

/// <summary>Every diagnostic of this library: 1xxx reading, 2xxx expressions, 3xxx packs and tables, 33xx benchmark library, 34xx cases, 40xx facts, 42xx warnings about facts, 43xx tables of factories, 5xxx requests. Causes, examples and cures: DIAGNOSTICS.md.</summary>
public static class DiagnosticCodes
{
    /// <summary>GFR1001: The file cannot be read.</summary>
    public static readonly DiagnosticCode FileNotReadable = new("GFR1001", "文件读不到：{0}。请检查路径和权限。", "The file cannot be read: {0}. Check the path and the rights to it.");

    /// <summary>GFR1002: The file has … bytes.</summary>
    public static readonly DiagnosticCode FileTooLarge = new("GFR1002", "文件有 {0} 字节，上限是 {1} 字节（16 MB）。请拆分后再读。", "The file has {0} bytes; the limit is {1} (16 MB). Split it.");

    /// <summary>GFR1003: From here on this is not UTF-8.</summary>
    public static readonly DiagnosticCode NotUtf8 = new("GFR1003", "从这里起不是 UTF-8 编码。请在编辑器里另存为 UTF-8。", "From here on this is not UTF-8. Save the file as UTF-8 in your editor.");

    /// <summary>GFR1004: The document is empty.</summary>
    public static readonly DiagnosticCode EmptyDocument = new("GFR1004", "文件里没有内容。第一行应写 schema: …。", "The document is empty. It begins with a line schema: …");

    /// <summary>GFR1005: The YAML cannot be read.</summary>
    public static readonly DiagnosticCode YamlSyntax = new("GFR1005", "YAML 读不下去：{0}。", "The YAML cannot be read: {0}.");

    /// <summary>GFR1006: The JSON cannot be read.</summary>
    public static readonly DiagnosticCode JsonSyntax = new("GFR1006", "JSON 读不下去：{0}。", "The JSON cannot be read: {0}.");

    /// <summary>GFR1007: YAML beyond plain maps, lists and values: an anchor, alias, tag, merge key or second document.</summary>
    public static readonly DiagnosticCode YamlNotPlain = new("GFR1007", "这里用了{0}；这里的 YAML 只用键值对、列表和单个值。请把值直接写出来。", "This is {0}; files here use plain maps, lists and single values only. Write the value out.");

    /// <summary>GFR1008: Nested deeper than … levels.</summary>
    public static readonly DiagnosticCode TooDeep = new("GFR1008", "嵌套超过 {0} 层。请减少括号或缩进的层数。", "Nested deeper than {0} levels. Use fewer brackets or levels of indentation.");

    /// <summary>GFR1009: The key '…' was already written on line ….</summary>
    public static readonly DiagnosticCode DuplicateKey = new("GFR1009", "键“{0}”在第 {1} 行已经写过。请删去一个，后写的不会覆盖先写的。", "The key '{0}' was already written on line {1}. Remove one; a later one does not override.");

    /// <summary>GFR1010: Unknown key '…'.</summary>
    public static readonly DiagnosticCode UnknownKey = new("GFR1010", "不认识键“{0}”。{1}", "Unknown key '{0}'. {1}");

    /// <summary>GFR1011: The key '…' is missing or has no value.</summary>
    public static readonly DiagnosticCode MissingKey = new("GFR1011", "缺少键“{0}”，或者它没有值。请补上。", "The key '{0}' is missing or has no value. Add it.");

    /// <summary>GFR1012: This should be ….</summary>
    public static readonly DiagnosticCode WrongShape = new("GFR1012", "这里应是{0}。", "This should be {0}.");

    /// <summary>GFR1013: The schema is '…'.</summary>
    public static readonly DiagnosticCode WrongSchema = new("GFR1013", "schema 是“{0}”，这里应是“{1}”。文件放错了地方，或者写错了一个字。", "The schema is '{0}'; here it must be '{1}'. The file is in the wrong place, or there is a slip in the name.");

    /// <summary>GFR1014: '…' is not one of.</summary>
    public static readonly DiagnosticCode NotOneOf = new("GFR1014", "“{0}”不在可选值中：{1}。", "'{0}' is not one of: {1}.");

    /// <summary>GFR1015: '…' is not a decimal number.</summary>
    public static readonly DiagnosticCode NotANumber = new("GFR1015", "“{0}”不是十进制数。请写不加引号、不带千分号的数字，有效数字和小数位都不超过 28 位。", "'{0}' is not a decimal number. Write digits without quotes or thousands signs, at most 28 significant digits and 28 decimals.");

    /// <summary>GFR1016: '…' is not a date.</summary>
    public static readonly DiagnosticCode NotADate = new("GFR1016", "“{0}”不是日期。请写成 2025-12-31。", "'{0}' is not a date. Write it as 2025-12-31.");

    /// <summary>GFR1017: '…' is not a quantity.</summary>
    public static readonly DiagnosticCode NotAQuantity = new("GFR1017", "“{0}”不是带单位的数量。请写成 98 kgce/t 的样子。", "'{0}' is not a quantity. Write it like 98 kgce/t.");

    /// <summary>GFR1018: There is a character here, …, that has no place in a text.</summary>
    public static readonly DiagnosticCode BadCharacter = new("GFR1018", "这里有不能出现在文本里的字符 {0}。请删去它。", "There is a character here, {0}, that has no place in a text. Remove it.");

    /// <summary>GFR1019: The file holds more than … values.</summary>
    public static readonly DiagnosticCode TooManyValues = new("GFR1019", "文件里的值超过 {0} 个。请拆成几个文件。", "The file holds more than {0} values. Split it into several files.");

    /// <summary>GFR1020: There are more than … faults.</summary>
    public static readonly DiagnosticCode MoreFaults = new("GFR1020", "问题超过 {0} 处，只列出这些。请先改好再查一次。", "There are more than {0} faults; only these are listed. Cure them and look again.", DiagnosticSeverity.Warning);

    /// <summary>GFR1021: The key '…' does nothing here.</summary>
    public static readonly DiagnosticCode KeyWithoutEffect = new("GFR1021", "键“{0}”在这里不起作用：{1}。请删去它，或改掉与它不配的键。", "The key '{0}' does nothing here: {1}. Remove it, or change the key that does not go with it.");

    /// <summary>GFR2001: The character … has no place in an expression.</summary>
    public static readonly DiagnosticCode UnexpectedCharacter = new("GFR2001", "表达式里不能有字符{0}。请删去它；文字要放在引号里。", "The character {0} has no place in an expression. Remove it; texts stand in quotes.");

    /// <summary>GFR2002: The text lacks its closing quote ….</summary>
    public static readonly DiagnosticCode UnclosedText = new("GFR2002", "文字缺少右引号 {0}。请补上。", "The text lacks its closing quote {0}. Add it.");

    /// <summary>GFR2003: Found … where … is expected.</summary>
    public static readonly DiagnosticCode UnexpectedToken = new("GFR2003", "遇到{0}，这里应是{1}。", "Found {0} where {1} is expected.");

    /// <summary>GFR2004: The expression, derived facts followed, is longer than … characters or deeper than … levels.</summary>
    public static readonly DiagnosticCode ExpressionTooLarge = new("GFR2004", "表达式连同它引用的派生事实超过 {0} 个字符或 {1} 层。请写短些。", "The expression, derived facts followed, is longer than {0} characters or deeper than {1} levels. Make it shorter.");

    /// <summary>GFR2005: last … years is outside 1–….</summary>
    public static readonly DiagnosticCode YearsOutOfRange = new("GFR2005", "last {0} years 超出范围 1–{1}。请改年数。", "last {0} years is outside 1–{1}. Change the number.");

    /// <summary>GFR2006: Unknown name '…'.</summary>
    public static readonly DiagnosticCode UnknownName = new("GFR2006", "不认识名称“{0}”。{1}", "Unknown name '{0}'. {1}");

    /// <summary>GFR2007: A part of an expression has another type than its place asks for.</summary>
    public static readonly DiagnosticCode WrongType = new("GFR2007", "“{0}”的类型是{1}，这里应是{2}。", "'{0}' is {1}; here it must be {2}.");

    /// <summary>GFR2008: The units on the two sides of '…' have different dimensions.</summary>
    public static readonly DiagnosticCode UnitsDiffer = new("GFR2008", "“{0}”两边的单位不是一个量纲：{1} 与 {2}。请检查单位，或乘除一个带单位的量。", "The units on the two sides of '{0}' have different dimensions: {1} and {2}. Check them, or multiply or divide by a quantity.");

    /// <summary>GFR2009: '…' comes out in …, which is not a unit of the declared ….</summary>
    public static readonly DiagnosticCode WrongResultUnit = new("GFR2009", "“{0}”的单位是 {1}，与声明的 {2} 不是一个量纲。请改声明的单位或表达式。", "'{0}' comes out in {1}, which is not a unit of the declared {2}. Change the declared unit or the expression.");

    /// <summary>GFR2010: '…' exists per product.</summary>
    public static readonly DiagnosticCode ProductOutsideFold = new("GFR2010", "“{0}”是逐产品的值，只能用在 … over products 里或 over: products 的写法里。", "'{0}' exists per product: use it inside … over products, or in a form with over: products.");

    /// <summary>GFR2011: Unknown function '…'.</summary>
    public static readonly DiagnosticCode UnknownFunction = new("GFR2011", "不认识函数“{0}”。{1}", "Unknown function '{0}'. {1}");

    /// <summary>GFR2012: … is given … arguments.</summary>
    public static readonly DiagnosticCode WrongArgumentCount = new("GFR2012", "{0} 需要 {1} 个参数，写了 {2} 个。", "{0} is given {2} arguments; it takes {1}.");

    /// <summary>GFR2013: '…' is not a value of this fact.</summary>
    public static readonly DiagnosticCode UnknownChoiceInRule = new("GFR2013", "“{0}”不是这个事实的可选值。{1}", "'{0}' is not a value of this fact. {1}");

    /// <summary>GFR2014: There is no order here.</summary>
    public static readonly DiagnosticCode NoOrder = new("GFR2014", "{0}没有大小之分，只能用 = 和 !=。", "There is no order here: what is {0} can be compared by = and != only.");

    /// <summary>GFR2015: '…' folds already and cannot stand inside another fold.</summary>
    public static readonly DiagnosticCode NestedAggregate = new("GFR2015", "“{0}”里已有汇总，不能再放进另一个汇总。请改用不含汇总的事实。", "'{0}' folds already and cannot stand inside another fold. Use a fact that does not.");

    /// <summary>GFR2016: … needs its range.</summary>
    public static readonly DiagnosticCode AggregateNeedsOver = new("GFR2016", "{0} 要写明对什么汇总：{0}(… over products) 或 {0}(… over last 3 years)。", "{0} needs its range: {0}(… over products) or {0}(… over last 3 years).");

    /// <summary>GFR2017: A list can stand only on the right of in.</summary>
    public static readonly DiagnosticCode ListOutsideIn = new("GFR2017", "列表只能写在 in 的右边。请改成 … in [ … ]。", "A list can stand only on the right of in: … in [ … ].");

    /// <summary>GFR2018: The list is empty.</summary>
    public static readonly DiagnosticCode EmptyList = new("GFR2018", "列表是空的。请至少写一个值。", "The list is empty. Write at least one value.");

    /// <summary>GFR2019: '…' can only be added to or subtracted from a date.</summary>
    public static readonly DiagnosticCode DurationWithoutDate = new("GFR2019", "“{0}”只能从日期加减。", "'{0}' can only be added to or subtracted from a date.");

    /// <summary>GFR2020: Derived facts refer to each other in a circle.</summary>
    public static readonly DiagnosticCode DerivedCycle = new("GFR2020", "派生事实互相引用成环：{0}。请断开其中一处。", "Derived facts refer to each other in a circle: {0}. Break it in one place.");

    /// <summary>GFR3001: The id '…' is taken.</summary>
    public static readonly DiagnosticCode DuplicateId = new("GFR3001", "编号“{0}”已经用过。编号不能重复，请改一个。", "The id '{0}' is taken. Ids are unique; change one.");

    /// <summary>GFR3002: The id '…' may use lower-case letters, digits, dots and hyphens only, a letter or digit first.</summary>
    public static readonly DiagnosticCode BadId = new("GFR3002", "编号“{0}”只能用小写字母、数字、点和连字符，以字母或数字开头。", "The id '{0}' may use lower-case letters, digits, dots and hyphens only, a letter or digit first.");

    /// <summary>GFR3003: '…' is not a pack id.</summary>
    public static readonly DiagnosticCode BadPackId = new("GFR3003", "“{0}”不是规则包编号。请写成 gb-t-36132@2025。", "'{0}' is not a pack id. Write it like gb-t-36132@2025.");

    /// <summary>GFR3004: '…' is not a version.</summary>
    public static readonly DiagnosticCode BadVersion = new("GFR3004", "“{0}”不是版本号。请写成 1.0.0。", "'{0}' is not a version. Write it like 1.0.0.");

    /// <summary>GFR3005: '…' has no source.</summary>
    public static readonly DiagnosticCode MissingSource = new("GFR3005", "“{0}”没有来源。请写 source: {{ document, clause, label }}，label 为 seen、recalled、inferred 或 assumed。", "'{0}' has no source. Write source: {{ document, clause, label }} with the label seen, recalled, inferred or assumed.");

    /// <summary>GFR3006: There is no … '…'.</summary>
    public static readonly DiagnosticCode UnknownReference = new("GFR3006", "{0}“{1}”不存在。{2}", "There is no {0} '{1}'. {2}");

    /// <summary>GFR3007: Clause '…' is not registered under clauses in pack.yaml.</summary>
    public static readonly DiagnosticCode UnknownClause = new("GFR3007", "条款“{0}”没有在 pack.yaml 的 clauses 里登记。{1}", "Clause '{0}' is not registered under clauses in pack.yaml. {1}");

    /// <summary>GFR3008: Rule '…' needs exactly one way of judging.</summary>
    public static readonly DiagnosticCode OneWayOfJudging = new("GFR3008", "规则“{0}”要有且只有一种评判写法：condition、fraction、measure 或 forms。", "Rule '{0}' needs exactly one way of judging: condition, fraction, measure or forms.");

    /// <summary>GFR3009: '…' is a gate and carries no points.</summary>
    public static readonly DiagnosticCode GateWithPoints = new("GFR3009", "“{0}”是一票否决项，不能有分值。请删去 points。", "'{0}' is a gate and carries no points. Remove points.");

    /// <summary>GFR3010: '…' has a negative number, ….</summary>
    public static readonly DiagnosticCode NegativePoints = new("GFR3010", "“{0}”写了负数 {1}。请写零或正数。", "'{0}' has a negative number, {1}. Write zero or more.");

    /// <summary>GFR3011: '…' needs leading and baseline together, or steps.</summary>
    public static readonly DiagnosticCode ScaleIncomplete = new("GFR3011", "“{0}”要么写 leading 和 baseline，要么写 steps，不能混用或缺一。", "'{0}' needs leading and baseline together, or steps; not both and not half.");

    /// <summary>GFR3012: over: products and weight are not written together.</summary>
    public static readonly DiagnosticCode OverNeedsWeight = new("GFR3012", "“{0}”：over: products 要和 weight 一起写。", "'{0}': over: products and weight go together.");

    /// <summary>GFR3013: '…' has no when, so no form after it can ever be used.</summary>
    public static readonly DiagnosticCode FormsAfterLast = new("GFR3013", "“{0}”没有 when，它后面的写法永远用不到。请把它放在最后，或给它写 when。", "'{0}' has no when, so no form after it can ever be used. Put it last or give it a when.");

    /// <summary>GFR3014: A bonus group lacks its bonus: true or its cap.</summary>
    public static readonly DiagnosticCode BonusNeedsCap = new("GFR3014", "加分组“{0}”要同时写 bonus: true 和 cap。", "Bonus group '{0}' needs both bonus: true and cap.");

    /// <summary>GFR3015: '…' does not fit group '…'.</summary>
    public static readonly DiagnosticCode BonusMixed = new("GFR3015", "“{0}”与组“{1}”不配：加分项只能在加分组里，加分组里只能有加分项。", "'{0}' does not fit group '{1}': bonus rules live in bonus groups and nothing else does.");

    /// <summary>GFR3016: Decimals … must be a whole number from 0 to 10.</summary>
    public static readonly DiagnosticCode BadRounding = new("GFR3016", "小数位 {0} 应是 0 到 10 的整数。", "Decimals {0} must be a whole number from 0 to 10.");

    /// <summary>GFR3017: The points in group '…' add up to ….</summary>
    public static readonly DiagnosticCode PointsDoNotAddUp = new("GFR3017", "组“{0}”的各项分值合计 {1}，应为 {2}。请改各项 points，或改组的 full。", "The points in group '{0}' add up to {1}; they should be {2}. Change the points or the group's full.");

    /// <summary>GFR3018: Group '…' has a weight but no points.</summary>
    public static readonly DiagnosticCode WeightWithoutPoints = new("GFR3018", "组“{0}”有权重，却没有分值，权重会白白丢掉。请给规则写 points，或去掉权重。", "Group '{0}' has a weight but no points: the weight would be lost. Give its rules points or take the weight away.");

    /// <summary>GFR3019: The weights of the groups add up to ….</summary>
    public static readonly DiagnosticCode WeightsDoNotAddUp = new("GFR3019", "各组权重合计 {0}，应为满分 {1}。请改 weight 或 full。", "The weights of the groups add up to {0}; they should be the full {1}. Change weight or full.");

    /// <summary>GFR3020: Tier '…' (at least …) can never be reached.</summary>
    public static readonly DiagnosticCode TierUnreachable = new("GFR3020", "等级“{0}”（不低于 {1}）永远到不了：它高于满分，或不高于前一级。等级从低到高写。", "Tier '{0}' (at least {1}) can never be reached: it lies above full marks or not above the tier before it. Tiers go from low to high.");

    /// <summary>GFR3021: Pack … has no rules.</summary>
    public static readonly DiagnosticCode PackWithoutRules = new("GFR3021", "规则包 {0} 里没有规则。请在文件夹里放规则文件，或写 extends。", "Pack {0} has no rules. Put rule files into its folder, or write extends.");

    /// <summary>GFR3022: extends goes in a circle.</summary>
    public static readonly DiagnosticCode ExtendsCycle = new("GFR3022", "extends 成环：{0}。请断开其中一处。", "extends goes in a circle: {0}. Break it in one place.");

    /// <summary>GFR3023: Overlay '…' is for …, not for ….</summary>
    public static readonly DiagnosticCode OverlayForOtherPack = new("GFR3023", "叠加文件“{0}”用于 {1}，不能叠在 {2} 上。请改 extends，或换一个规则包。", "Overlay '{0}' is for {1}, not for {2}. Change its extends, or take another pack.");

    /// <summary>GFR3024: There is no day from … to ….</summary>
    public static readonly DiagnosticCode EmptyInterval = new("GFR3024", "起止日期 {0} – {1} 之间没有一天。请检查先后。", "There is no day from {0} to {1}. Check their order.");

    /// <summary>GFR3025: The range … – … is empty.</summary>
    public static readonly DiagnosticCode EmptyRange = new("GFR3025", "范围 {0} – {1} 是空的：min 大于 max。请对调或改正。", "The range {0} – {1} is empty: min is above max. Swap or correct them.");

    /// <summary>GFR3026: Unknown unit '…'.</summary>
    public static readonly DiagnosticCode UnknownUnit = new("GFR3026", "不认识单位“{0}”。{1}", "Unknown unit '{0}'. {1}");

    /// <summary>GFR3027: '…' is not a fact path.</summary>
    public static readonly DiagnosticCode BadFactPath = new("GFR3027", "“{0}”不是事实路径。用小写字母、数字、下划线，点分隔；逐产品的事实以 product. 开头，其他的不能。", "'{0}' is not a fact path: lower-case letters, digits, underscores, parted by dots; facts per product begin with product. and no others do.");

    /// <summary>GFR3028: Benchmarks '…' and '…' apply to the same industry, product, region and start.</summary>
    public static readonly DiagnosticCode RivalBenchmarks = new("GFR3028", "基准“{0}”与“{1}”适用于同样的行业、产品、地区和起始日，无从取舍。请留一个，或写明区别。", "Benchmarks '{0}' and '{1}' apply to the same industry, product, region and start; nothing chooses between them. Keep one or tell them apart.");

    /// <summary>GFR3029: The value '…' of parameter '…' does not fit.</summary>
    public static readonly DiagnosticCode ParameterValue = new("GFR3029", "参数“{0}”的值“{1}”不合用，应是{2}。", "The value '{1}' of parameter '{0}' does not fit; it should be {2}.");

    /// <summary>GFR3030: The leading value of '…' is worse than its baseline (… and …).</summary>
    public static readonly DiagnosticCode LeadingWorse = new("GFR3030", "“{0}”的引领值劣于基准值（{1} 与 {2}）。请检查 better 的方向和两个数。", "The leading value of '{0}' is worse than its baseline ({1} and {2}). Check the direction (better) and the two numbers.");

    /// <summary>GFR3031: A step earns from 0 % to 100 %, not '…'.</summary>
    public static readonly DiagnosticCode EarnsOutOfRange = new("GFR3031", "台阶的得分“{0}”应在 0 % 到 100 % 之间。", "A step earns from 0 % to 100 %, not '{0}'.");

    /// <summary>GFR3032: Pack … belongs in the folder …, not in ….</summary>
    public static readonly DiagnosticCode PackFolderMismatch = new("GFR3032", "规则包 {0} 应放在文件夹 {1} 里，现在放在 {2}。请改 id 或文件夹名。", "Pack {0} belongs in the folder {1}, not in {2}. Change the id or the folder.");

    /// <summary>GFR3033: This file is not used.</summary>
    public static readonly DiagnosticCode FileNotUsed = new("GFR3033", "这个文件用不上：{0}。", "This file is not used: {0}.", DiagnosticSeverity.Warning);

    /// <summary>GFR3034: The path '…' is reserved in expressions, so the fact could never be read.</summary>
    public static readonly DiagnosticCode ReservedName = new("GFR3034", "路径“{0}”是表达式里的保留名称，写了也读不到。请换一个。", "The path '{0}' is reserved in expressions, so the fact could never be read. Choose another.");

    /// <summary>GFR3035: '…' has two values from … on for the same region.</summary>
    public static readonly DiagnosticCode RivalValues = new("GFR3035", "“{0}”有两个值从 {1} 起用于同一地区，无从取舍。请留一个，或改起始日。", "'{0}' has two values from {1} on for the same region; nothing chooses between them. Keep one or change its start.");

    /// <summary>GFR3036: The name '…' cannot be written in an expression.</summary>
    public static readonly DiagnosticCode BadName = new("GFR3036", "名称“{0}”写不进表达式：用小写字母、数字和下划线，以字母开头。", "The name '{0}' cannot be written in an expression: use lower-case letters, digits and underscores, a letter first.");

    /// <summary>GFR3037: A pack says that it replaces another, or is replaced by it, and the other does not say so.</summary>
    public static readonly DiagnosticCode SupersessionOneSided = new("GFR3037", "{0} 写着 {1} {2}，那个规则包却没有写回来。请在它的 pack.yaml 里写 {3}: {0}。", "{0} says {1} {2}, but that pack does not point back. Write {3}: {0} in its pack.yaml.");

    /// <summary>GFR3038: … and … are in force at the same time.</summary>
    public static readonly DiagnosticCode EditionsOverlap = new("GFR3038", "{0} 与 {1} 的施行日期重叠；只写标准名时取较新的版本。若非过渡期，请改 in-force。", "{0} and {1} are in force at the same time; a name without edition takes the newer. Unless that is a transition, change in-force.", DiagnosticSeverity.Warning);

    /// <summary>GFR3039: Nothing cites the document '…'.</summary>
    public static readonly DiagnosticCode DocumentNotCited = new("GFR3039", "来源文件“{0}”没有被引用。请删去它，或在 source 里引用。", "Nothing cites the document '{0}'. Remove it, or cite it under source.", DiagnosticSeverity.Warning);

    /// <summary>GFR3040: Rule '…' cites clause '…', which is registered as ….</summary>
    public static readonly DiagnosticCode ClauseOutOfScope = new("GFR3040", "规则“{0}”引用的条款“{1}”登记为 {2}。请改规则的条款，或把登记改为 encoded。", "Rule '{0}' cites clause '{1}', which is registered as {2}. Change the clause of the rule, or register it as encoded.", DiagnosticSeverity.Warning);

    /// <summary>GFR3041: Nothing uses the parameter '…'.</summary>
    public static readonly DiagnosticCode ParameterNotUsed = new("GFR3041", "参数“{0}”没有用到。请在表达式里写 parameter.{0}，或删去它。", "Nothing uses the parameter '{0}'. Write parameter.{0} in an expression, or remove it.", DiagnosticSeverity.Warning);

    /// <summary>GFR3042: The pass mark … is not between 0 and the full ….</summary>
    public static readonly DiagnosticCode PassMarkUnreachable = new("GFR3042", "合格线 {0} 不在 0 到满分 {1} 之间，永远达不到或没有意义。请改参数的值。", "The pass mark {0} is not between 0 and the full {1}: it can never be reached, or means nothing. Change the parameter.");

    /// <summary>GFR3043: Group '…' has no rules.</summary>
    public static readonly DiagnosticCode GroupWithoutRules = new("GFR3043", "组“{0}”里没有规则。请补上规则，或删去这个组。", "Group '{0}' has no rules. Add some, or remove the group.", DiagnosticSeverity.Warning);

    /// <summary>GFR3044: The cap of bonus group '…' is …, but its rules add up to … only.</summary>
    public static readonly DiagnosticCode CapAbovePoints = new("GFR3044", "加分组“{0}”的 cap 是 {1}，各加分项合计只有 {2}，封顶不起作用。请把 cap 改小。", "The cap of bonus group '{0}' is {1}, but its rules add up to {2} only: the cap does nothing. Lower it.", DiagnosticSeverity.Warning);

    /// <summary>GFR3045: The steps … and … of '…' contradict each other.</summary>
    public static readonly DiagnosticCode StepsOutOfOrder = new("GFR3045", "“{0}”的台阶 {1} 与 {2} 矛盾：同一个数有两种得分，或更好的数得分更少。请改 at、earns 或 better。", "The steps {1} and {2} of '{0}' contradict each other: one value earns two scores, or a better value earns less. Change at, earns or better.");

    /// <summary>GFR3046: The conclusion demands nothing.</summary>
    public static readonly DiagnosticCode NothingDemanded = new("GFR3046", "结论什么也不要求：没有 requires，也没有 pass-mark，所有工厂都会“符合”。请至少写一样。", "The conclusion demands nothing: no requires and no pass-mark, so every factory would be 'met'. Write one of them.", DiagnosticSeverity.Warning);

    /// <summary>GFR3047: The overlay does not change '…'.</summary>
    public static readonly DiagnosticCode RefinesNothing = new("GFR3047", "叠加文件改不到“{0}”：{1}。", "The overlay does not change '{0}': {1}.");

    /// <summary>GFR3048: Pack … has more than … rules.</summary>
    public static readonly DiagnosticCode TooManyRules = new("GFR3048", "规则包 {0} 有超过 {1} 条规则。请拆成几个包。", "Pack {0} has more than {1} rules. Split it into several packs.");

    /// <summary>GFR3049: '…' is labelled … but names no ….</summary>
    public static readonly DiagnosticCode SourceIncomplete = new("GFR3049", "“{0}”标为 {1}，却没有写明{2}。请在 source 里补上；自己设的值标为 assumed。", "'{0}' is labelled {1} but names no {2}. Add it under source; a value of your own is labelled assumed.");

    /// <summary>GFR3050: The weight of '…' is in each product's own counting unit (…).</summary>
    public static readonly DiagnosticCode WeightPerProductUnit = new("GFR3050", "“{0}”的权重按各产品自己的计量单位计（{1}），吨和件不能相加。请用能耗、产值这样单位一致的量。", "The weight of '{0}' is in each product's own counting unit ({1}); tonnes and pieces do not add up. Use a quantity with one unit, such as energy or output value.", DiagnosticSeverity.Warning);

    /// <summary>GFR3051: '…' cannot be a unit symbol.</summary>
    public static readonly DiagnosticCode BadUnitSymbol = new("GFR3051", "“{0}”不能作单位符号：不能是空白或表达式里的词，不能以数字开头，不能含空格或 / * , ' \" = < > [ ]。", "'{0}' cannot be a unit symbol: not blank, no word of the rule language, no digit first, no space and none of / * , ' \" = < > [ ].");

    /// <summary>GFR3052: '…' cannot be kept exactly in ….</summary>
    public static readonly DiagnosticCode NumberTooLarge = new("GFR3052", "“{0}”换算成 {1} 时超出能精确表示的范围。请换一个接近的单位。", "'{0}' cannot be kept exactly in {1}. Use a unit nearer to it.");

    /// <summary>GFR3053: Batch '…' was called on …, a day the pack is not in force.</summary>
    public static readonly DiagnosticCode BatchOutsideInterval = new("GFR3053", "批次“{0}”于 {1} 发起，这一天不在 in-force 之内。请改 called，或把批次写到当日有效的版本里。", "Batch '{0}' was called on {1}, a day the pack is not in force. Correct called, or move the batch to the edition in force that day.");

    /// <summary>GFR3101: Two layers of equal rank change the same value.</summary>
    public static readonly DiagnosticCode EqualLayersCollide = new("GFR3101", "“{0}”与“{1}”同级，却都定了 {2}（前者在 {3}），无从取舍。请只留一处，或在它们之上的一层里写明。", "'{0}' and '{1}' are of equal rank and both set {2} (the first at {3}); nothing chooses between them. Keep one, or decide in a layer above both.");

    /// <summary>GFR3102: A pack or overlay is imported more than once.</summary>
    public static readonly DiagnosticCode RepeatedImport = new("GFR3102", "“{0}”重复引入：{1}。请只引入一次。", "'{0}' is imported more than once: {1}. Import it once.");

    /// <summary>GFR3103: '…' claims to tighten …, but a factory passes by it and fails there.</summary>
    public static readonly DiagnosticCode ClaimRefuted = new("GFR3103", "“{0}”声称只会更严（claims: tightens），却有工厂按它符合、按 {1} 不符合：{2}。请撤回声称，或改正这一层。", "'{0}' claims to tighten {1} only, but a factory passes by it and fails by {1}: {2}. Withdraw the claim or correct the layer.");

    /// <summary>GFR3201: Tier '…' requires '…', which does not come before it.</summary>
    public static readonly DiagnosticCode TierRequiresLater = new("GFR3201", "等级“{0}”要求先达到“{1}”，而它不在前面。等级从低到高写，只能要求更低的等级。", "Tier '{0}' requires '{1}', which does not come before it. Tiers go from low to high and can require lower ones only.");

    /// <summary>GFR3202: The band of tier '…' ends at …, but the next one begins at ….</summary>
    public static readonly DiagnosticCode TierGap = new("GFR3202", "等级“{0}”的分数段到 {1} 为止，下一段却从 {2} 起，中间的分数不属于任何等级。请把 below 写成 {2}。", "The band of tier '{0}' ends at {1}, but the next one begins at {2}: scores between belong to no tier. Write {2} as below.");

    /// <summary>GFR3203: The band of tier '…' ends at …, although the next one begins at … already.</summary>
    public static readonly DiagnosticCode TierOverlap = new("GFR3203", "等级“{0}”的分数段到 {1} 为止，下一段却从 {2} 就开始，中间的分数属于两个等级。请把 below 写成 {2}。", "The band of tier '{0}' ends at {1}, although the next one begins at {2} already: scores between belong to two tiers. Write {2} as below.");

    /// <summary>GFR3204: Tier '…' demands nothing.</summary>
    public static readonly DiagnosticCode TierDemandsNothing = new("GFR3204", "等级“{0}”什么也没有要求，任何工厂都能达到。请写 at-least、met、direct 或 requires。", "Tier '{0}' demands nothing: every factory would reach it. Write at-least, met, direct or requires.");

    /// <summary>GFR3301: The row has … cells, the grid … columns.</summary>
    public static readonly DiagnosticCode GridRowLength = new("GFR3301", "这一行有 {0} 格，columns 有 {1} 列。请补齐或删去多余的格；没有的值写 null。", "The row has {0} cells, columns names {1}. Fill or remove cells; a value that is not there is written null.");

    /// <summary>GFR3302: Series '…' is about the factory; adjust is for benchmarks of products.</summary>
    public static readonly DiagnosticCode AdjustNeedsProduct = new("GFR3302", "序列“{0}”针对全厂；adjust 只用于产品的基准值。请删去 adjust。", "Series '{0}' is about the factory; adjust is for benchmarks of products. Remove adjust.");

    /// <summary>GFR3303: An adjustment cannot read '…'.</summary>
    public static readonly DiagnosticCode AdjustLooksUp = new("GFR3303", "adjust 不能用“{0}”：修正只用事实和 value，不用系数和别的基准值。请改用填报的事实。", "An adjustment cannot read '{0}': it reads facts and value, no coefficients and no other benchmarks. Use a stated fact.");

    /// <summary>GFR3401: The file has no case.</summary>
    public static readonly DiagnosticCode NoCases = new("GFR3401", "文件里一个用例也没有。请至少写一个，或删去文件。", "The file has no case. Write one or remove the file.");

    /// <summary>GFR3402: The case expects nothing.</summary>
    public static readonly DiagnosticCode NothingExpected = new("GFR3402", "用例没有写明期望。请写 expect: {{ status: … }} 等。", "The case expects nothing. Write expect: {{ status: … }} or the like.");

    /// <summary>GFR3403: The cases do not say which pack they are for.</summary>
    public static readonly DiagnosticCode CasesWithoutPack = new("GFR3403", "不知道用例针对哪个规则包。请把文件放在规则包文件夹里，或写 pack: …。", "The cases do not say which pack they are for. Put the file into a pack's folder or write pack: …");

    /// <summary>GFR3404: There is nothing to test here.</summary>
    public static readonly DiagnosticCode NothingToTest = new("GFR3404", "这里没有用例：既没有 *.cases.yaml，也没有 pass-…、fail-… 文件夹。请写用例，或换一个文件夹。", "There are no cases here: no *.cases.yaml and no folder pass-… or fail-…. Write one, or name another folder.");

    /// <summary>GFR3405: No case matches '…'.</summary>
    public static readonly DiagnosticCode FilterMatchesNothing = new("GFR3405", "没有用例含“{0}”。筛选比对用例的句子、规则编号和文件路径，不分大小写。", "No case contains '{0}'. A filter is looked for in the sentence of a case, the id of its rule and the path of its file, in small or capital letters.");

    /// <summary>GFR3501: Clause '…' of … stands in no row.</summary>
    public static readonly DiagnosticCode ClauseWithoutCounterpart = new("GFR3501", "{1} 的条款“{0}”没有写进任何一行。请写一行（没有对应写 relation: none），或在 rest 里说明其余条款为何没有对应。", "Clause '{0}' of {1} stands in no row. Write one (relation: none where nothing answers to it), or say under rest why the other clauses have no counterpart.");

    /// <summary>GFR3502: Relation '…' does not fit the sides of its row.</summary>
    public static readonly DiagnosticCode CrosswalkSides = new("GFR3502", "关系“{0}”与这一行写的两侧不配：{1}。", "Relation '{0}' does not fit the sides of its row: {1}.");

    /// <summary>GFR3701: The title '…' of … runs beside the one of ….</summary>
    public static readonly DiagnosticCode TitlesOverlap = new("GFR3701", "{1} 的“{0}”称号与 {2} 的重叠。复审通过请写进前一个称号的 renewed；到期或被移出请写 expires 或 delisted 事件。", "The title '{0}' of {1} runs beside the one of {2}. Write a passed re-review as renewed of the earlier one; write its end as expires or as a delisted event.");

    /// <summary>GFR3702: '…' is dated …, after the as-of date ….</summary>
    public static readonly DiagnosticCode AfterAsOf = new("GFR3702", "“{0}”的日期 {1} 在依据日期 {2} 之后，本次不计。请核对日期。", "'{0}' is dated {1}, after the as-of date {2}, and is left out. Check the date.", DiagnosticSeverity.Warning);

    /// <summary>GFR3703: The region code … was abolished on ….</summary>
    public static readonly DiagnosticCode RegionAbolished = new("GFR3703", "行政区划代码 {0} 已于 {1} 撤销，现属 {2}。请改写现行代码。", "The region code {0} was abolished on {1}; its area now belongs to {2}. Write the code in force.");

    /// <summary>GFR3704: The section '…' stands beside the fact '…'.</summary>
    public static readonly DiagnosticCode RegisterStatedTwice = new("GFR3704", "写了 {0} 一节，又填报了“{1}”，两者说的是同一件事。请只留一处。", "The section {0} stands beside the fact '{1}', which it decides. Keep one of them.");

    /// <summary>GFR3705: It is not known where the factory lies.</summary>
    public static readonly DiagnosticCode RegionNotKnown = new("GFR3705", "不知道工厂在哪里：请填 factory.region，或用 --region 指明六位代码。", "It is not known where the factory lies: state factory.region, or name a six-digit code with --region.");

    /// <summary>GFR3706: No edition of the policies of … describes …; … is shown.</summary>
    public static readonly DiagnosticCode PolicyOfOtherTime = new("GFR3706", "没有描述 {1} 的 {0} 政策版本，这里给出 {2}。请向主管部门核实。", "No edition of the policies of {0} describes {1}; {2} is shown. Ask the authority.", DiagnosticSeverity.Warning);

    /// <summary>GFR3707: '…' is not a span of time.</summary>
    public static readonly DiagnosticCode BadSpan = new("GFR3707", "“{0}”不是一段时间。请写成 3 years、24 months、15 days 或 30 working-days。", "'{0}' is not a span of time. Write it like 3 years, 24 months, 15 days or 30 working-days.");

    /// <summary>GFR3708: The calendar of '…' has … ways of counting.</summary>
    public static readonly DiagnosticCode OneWayOfCounting = new("GFR3708", "“{0}”的期限要写且只写一种：yearly、every 或 within；every 和 within 还要写 from。", "The deadline of '{0}' is given in one way: yearly, every or within; every and within need from.");

    /// <summary>GFR4001: The vocabulary has no fact '…'.</summary>
    public static readonly DiagnosticCode UnknownFact = new("GFR4001", "词汇表没有事实“{0}”。{1}", "The vocabulary has no fact '{0}'. {1}");

    /// <summary>GFR4002: '…' belongs under ….</summary>
    public static readonly DiagnosticCode WrongScope = new("GFR4002", "“{0}”要写在 {1} 下。请移过去。", "'{0}' belongs under {1}. Move it there.");

    /// <summary>GFR4003: '…' is not written right.</summary>
    public static readonly DiagnosticCode WrongFactKind = new("GFR4003", "“{0}”的写法不对，应如 {1}。", "'{0}' is not written right; it should look like {1}.");

    /// <summary>GFR4004: '…' must measure the same as ….</summary>
    public static readonly DiagnosticCode WrongDimension = new("GFR4004", "“{0}”的单位应与 {2} 同量纲，现在是 {1}。请核对单位。", "'{0}' must measure the same as {2}; its unit is {1}. Check the unit.");

    /// <summary>GFR4005: A value is outside the range its fact declares.</summary>
    public static readonly DiagnosticCode OutOfRange = new("GFR4005", "“{0}” = {1} 超出声明的范围 {2} – {3} {4}。请核对数值和单位。", "'{0}' = {1} is outside its declared range {2} – {3} {4}. Check the number and its unit.");

    /// <summary>GFR4006: '…' has no value '…'.</summary>
    public static readonly DiagnosticCode UnknownChoice = new("GFR4006", "“{0}”没有可选值“{1}”。{2}", "'{0}' has no value '{1}'. {2}");

    /// <summary>GFR4007: '…' needs a reason.</summary>
    public static readonly DiagnosticCode ReasonMissing = new("GFR4007", "“{0}”要写明理由：notApplicable 写原因，评审分写 {{ fraction, reason }}。", "'{0}' needs a reason: notApplicable says why, an assessment is {{ fraction, reason }}.");

    /// <summary>GFR4008: '…' is in … while the same product is counted in ….</summary>
    public static readonly DiagnosticCode MixedProductUnits = new("GFR4008", "“{0}”用了 {1}，同一产品的其他量用 {2}。请统一计量单位。", "'{0}' is in {1} while the same product is counted in {2}. Use one counting unit.");

    /// <summary>GFR4009: The period '…' is not a four-digit year.</summary>
    public static readonly DiagnosticCode BadPeriod = new("GFR4009", "统计期“{0}”不是四位年份。请写成 \"2025\"。", "The period '{0}' is not a four-digit year. Write it as \"2025\".");

    /// <summary>GFR4010: The history year '…' must be a four-digit year before the period ….</summary>
    public static readonly DiagnosticCode BadHistoryYear = new("GFR4010", "history 的“{0}”应是统计期 {1} 之前的四位年份。", "The history year '{0}' must be a four-digit year before the period {1}.");

    /// <summary>GFR4011: Too many products, years, pieces of evidence or files.</summary>
    public static readonly DiagnosticCode TooMany = new("GFR4011", "{0}超过 {1} 个。请减少。", "More than {1} {0}. Use fewer.");

    /// <summary>GFR4012: '…' is not a six-digit GB/T 2260 region code.</summary>
    public static readonly DiagnosticCode UnknownRegion = new("GFR4012", "“{0}”不是 GB/T 2260 六位行政区划代码。请写成 330500 的样子。", "'{0}' is not a six-digit GB/T 2260 region code. Write it like 330500.");

    /// <summary>GFR4013: '…' is not a GB/T 4754-2017 industry code.</summary>
    public static readonly DiagnosticCode UnknownIndustry = new("GFR4013", "“{0}”不是 GB/T 4754-2017 行业代码。{1}", "'{0}' is not a GB/T 4754-2017 industry code. {1}");

    /// <summary>GFR4014: '…' is not a SHA-256.</summary>
    public static readonly DiagnosticCode BadDigest = new("GFR4014", "“{0}”不是 SHA-256。请写 64 位小写十六进制数。", "'{0}' is not a SHA-256. Write 64 lower-case hexadecimal digits.");

    /// <summary>GFR4201: … is stated as … but its parts give ….</summary>
    public static readonly DiagnosticCode TotalDiffers = new("GFR4201", "{0} 填报 {1}，由分项算得 {2}，相差超过 {3}。", "{0} is stated as {1} but its parts give {2}; they differ by more than {3}.", DiagnosticSeverity.Warning);

    /// <summary>GFR4202: The words come from a check of the vocabulary.</summary>
    public static readonly DiagnosticCode Contradiction = new("GFR4202", "{0}", "{0}", DiagnosticSeverity.Warning);

    /// <summary>GFR4203: … is stated although other facts say it does not apply.</summary>
    public static readonly DiagnosticCode StatedThoughNotApplicable = new("GFR4203", "{0} 有填报值，但按其他事实应不适用。", "{0} is stated although other facts say it does not apply.", DiagnosticSeverity.Warning);

    /// <summary>GFR4204: Evidence '…' expired on ….</summary>
    public static readonly DiagnosticCode EvidenceExpired = new("GFR4204", "证明材料 {0} 在 {1} 已过期。", "Evidence '{0}' expired on {1}.", DiagnosticSeverity.Warning);

    /// <summary>GFR4205: … is not in force on ….</summary>
    public static readonly DiagnosticCode OutsideInForce = new("GFR4205", "{0} 在 {1} 尚未施行或已废止。", "{0} is not in force on {1}.", DiagnosticSeverity.Warning);

    /// <summary>GFR4206: '…' may not be declared not applicable.</summary>
    public static readonly DiagnosticCode NotApplicableForbidden = new("GFR4206", "{0} 不允许申报不适用，按不符合处理。", "'{0}' may not be declared not applicable; it counts as not met.", DiagnosticSeverity.Warning);

    /// <summary>GFR4207: The pass mark of the scheme, '…', is not set, so the conclusion stays undetermined.</summary>
    public static readonly DiagnosticCode PassMarkNotSet = new("GFR4207", "所用评价方案的合格分数线 {0} 未设定，结论待定。用叠加文件设定即可。", "The pass mark of the scheme, '{0}', is not set, so the conclusion stays undetermined. An overlay sets it.", DiagnosticSeverity.Warning);

    /// <summary>GFR4301: No fact is named like a column.</summary>
    public static readonly DiagnosticCode UnknownColumn = new("GFR4301", "列“{0}”不是事实的路径，也不是 id、name、region、industry、founded、period。{1}", "The column '{0}' is no fact path, nor id, name, region, industry, founded or period. {1}");

    /// <summary>GFR4302: Two columns say the same.</summary>
    public static readonly DiagnosticCode RepeatedColumn = new("GFR4302", "列“{0}”在第 {1} 列已经有了。请删去一列。", "The column '{0}' stands in column {1} already. Remove one of them.");

    /// <summary>GFR4303: A row is longer or shorter than the header.</summary>
    public static readonly DiagnosticCode RowLength = new("GFR4303", "这一行有 {0} 格，表头有 {1} 列。请补齐或删去多余的格；含分隔符的文字要加引号。", "This row has {0} cells, the header {1} columns. Add or remove cells; a text that holds the separator is put in quotation marks.");

    /// <summary>GFR4304: Quotation marks are not in pairs.</summary>
    public static readonly DiagnosticCode BadQuoting = new("GFR4304", "引号不成对：带引号的格要整格加引号，里面的引号写两次。", "Quotation marks are not in pairs: a quoted cell is quoted as a whole, and a mark inside it is written twice.");

    /// <summary>GFR4305: The table cannot be read on.</summary>
    public static readonly DiagnosticCode TableNotReadable = new("GFR4305", "表读不下去：{0}。", "The table cannot be read: {0}.");

    /// <summary>GFR4306: A table has to have a column, and has not.</summary>
    public static readonly DiagnosticCode ColumnMissing = new("GFR4306", "表里没有列“{0}”。{1}", "The table has no column '{0}'. {1}");

    /// <summary>GFR4307: A cell of a table is not what its column holds.</summary>
    public static readonly DiagnosticCode BadCell = new("GFR4307", "列“{0}”的“{1}”应是{2}。", "'{1}' in column '{0}' should be {2}.");

    /// <summary>GFR4308: A factory stands in a table twice for one year.</summary>
    public static readonly DiagnosticCode RankedTwice = new("GFR4308", "工厂“{0}”在 {1} 年有 {2} 行。每年只留一行。", "Factory '{0}' has {2} rows for {1}. Keep one a year.");

    /// <summary>GFR4309: A column that a rule asks for is not in the table.</summary>
    public static readonly DiagnosticCode FlagColumnMissing = new("GFR4309", "表里没有列“{0}”，按规则所写的“{1}”处理。", "The table has no column '{0}'; it is handled as the rule says: {1}.", DiagnosticSeverity.Warning);

    /// <summary>GFR5001: There is no pack '…'.</summary>
    public static readonly DiagnosticCode UnknownPack = new("GFR5001", "没有规则包“{0}”。{1}", "There is no pack '{0}'. {1}");

    /// <summary>GFR5002: No edition of … is in force on ….</summary>
    public static readonly DiagnosticCode NoEditionInForce = new("GFR5002", "{0} 在 {1} 没有施行中的版本。请写明版本，如 {2}。", "No edition of {0} is in force on {1}. Name one, such as {2}.");

    /// <summary>GFR5003: There is no engine '…'.</summary>
    public static readonly DiagnosticCode UnknownEngine = new("GFR5003", "没有引擎“{0}”。{1}", "There is no engine '{0}'. {1}");

    /// <summary>GFR5004: The pack has no finding '…'.</summary>
    public static readonly DiagnosticCode UnknownFinding = new("GFR5004", "规则包里没有条目“{0}”。{1}", "The pack has no finding '{0}'. {1}");

    /// <summary>GFR5005: The value '…' of … cannot be used.</summary>
    public static readonly DiagnosticCode BadOption = new("GFR5005", "选项 {0} 的值“{1}”不能用：{2}。", "The value '{1}' of {0} cannot be used: {2}.");

    /// <summary>GFR5006: This build has no … engine.</summary>
    public static readonly DiagnosticCode EngineSwitchedOff = new("GFR5006", "此版本没有编入 {0} 引擎。用属性 {1} 重新生成即可。", "This build has no {0} engine. Build again with the property {1}.");

    /// <summary>GFR5007: '…' is not understood.</summary>
    public static readonly DiagnosticCode UnknownArgument = new("GFR5007", "不认识“{0}”。{1}用 --help 看用法。", "'{0}' is not understood. {1} See --help.");

    /// <summary>GFR5008: … is missing.</summary>
    public static readonly DiagnosticCode ArgumentMissing = new("GFR5008", "缺少 {0}。用 --help 看用法。", "{0} is missing. See --help.");

    /// <summary>GFR5009: The output cannot be written.</summary>
    public static readonly DiagnosticCode OutputNotWritten = new("GFR5009", "结果写不出去：{0}。请检查路径、权限和磁盘；原有文件没有改动。", "The output cannot be written: {0}. Check path, rights and disk; an existing file is unchanged.");

    /// <summary>GFR5010: Something went wrong inside (…).</summary>
    public static readonly DiagnosticCode Unexpected = new("GFR5010", "程序内部出错（{0}）。这是我们的错，请把命令和输入报告给我们。", "Something went wrong inside ({0}). The fault is ours: please report the command and its input.");

    /// <summary>GFR5011: There is no such rule about populations.</summary>
    public static readonly DiagnosticCode UnknownRanking = new("GFR5011", "没有排名规则“{0}”。{1}", "There is no ranking rule '{0}'. {1}");

    /// <summary>All codes by number.</summary>
    public static IReadOnlyList<DiagnosticCode> All { get; } =
    [
        FileNotReadable,
        FileTooLarge,
        NotUtf8,
        EmptyDocument,
        YamlSyntax,
        JsonSyntax,
        YamlNotPlain,
        TooDeep,
        DuplicateKey,
        UnknownKey,
        MissingKey,
        WrongShape,
        WrongSchema,
        NotOneOf,
        NotANumber,
        NotADate,
        NotAQuantity,
        BadCharacter,
        TooManyValues,
        MoreFaults,
        KeyWithoutEffect,
        UnexpectedCharacter,
        UnclosedText,
        UnexpectedToken,
        ExpressionTooLarge,
        YearsOutOfRange,
        UnknownName,
        WrongType,
        UnitsDiffer,
        WrongResultUnit,
        ProductOutsideFold,
        UnknownFunction,
        WrongArgumentCount,
        UnknownChoiceInRule,
        NoOrder,
        NestedAggregate,
        AggregateNeedsOver,
        ListOutsideIn,
        EmptyList,
        DurationWithoutDate,
        DerivedCycle,
        DuplicateId,
        BadId,
        BadPackId,
        BadVersion,
        MissingSource,
        UnknownReference,
        UnknownClause,
        OneWayOfJudging,
        GateWithPoints,
        NegativePoints,
        ScaleIncomplete,
        OverNeedsWeight,
        FormsAfterLast,
        BonusNeedsCap,
        BonusMixed,
        BadRounding,
        PointsDoNotAddUp,
        WeightWithoutPoints,
        WeightsDoNotAddUp,
        TierUnreachable,
        PackWithoutRules,
        ExtendsCycle,
        OverlayForOtherPack,
        EmptyInterval,
        EmptyRange,
        UnknownUnit,
        BadFactPath,
        RivalBenchmarks,
        ParameterValue,
        LeadingWorse,
        EarnsOutOfRange,
        PackFolderMismatch,
        FileNotUsed,
        ReservedName,
        RivalValues,
        BadName,
        SupersessionOneSided,
        EditionsOverlap,
        DocumentNotCited,
        ClauseOutOfScope,
        ParameterNotUsed,
        PassMarkUnreachable,
        GroupWithoutRules,
        CapAbovePoints,
        StepsOutOfOrder,
        NothingDemanded,
        RefinesNothing,
        TooManyRules,
        SourceIncomplete,
        WeightPerProductUnit,
        BadUnitSymbol,
        NumberTooLarge,
        BatchOutsideInterval,
        EqualLayersCollide,
        RepeatedImport,
        ClaimRefuted,
        TierRequiresLater,
        TierGap,
        TierOverlap,
        TierDemandsNothing,
        GridRowLength,
        AdjustNeedsProduct,
        AdjustLooksUp,
        NoCases,
        NothingExpected,
        CasesWithoutPack,
        NothingToTest,
        FilterMatchesNothing,
        ClauseWithoutCounterpart,
        CrosswalkSides,
        TitlesOverlap,
        AfterAsOf,
        RegionAbolished,
        RegisterStatedTwice,
        RegionNotKnown,
        PolicyOfOtherTime,
        BadSpan,
        OneWayOfCounting,
        UnknownFact,
        WrongScope,
        WrongFactKind,
        WrongDimension,
        OutOfRange,
        UnknownChoice,
        ReasonMissing,
        MixedProductUnits,
        BadPeriod,
        BadHistoryYear,
        TooMany,
        UnknownRegion,
        UnknownIndustry,
        BadDigest,
        TotalDiffers,
        Contradiction,
        StatedThoughNotApplicable,
        EvidenceExpired,
        OutsideInForce,
        NotApplicableForbidden,
        PassMarkNotSet,
        UnknownColumn,
        RepeatedColumn,
        RowLength,
        BadQuoting,
        TableNotReadable,
        ColumnMissing,
        BadCell,
        RankedTwice,
        FlagColumnMissing,
        UnknownPack,
        NoEditionInForce,
        UnknownEngine,
        UnknownFinding,
        BadOption,
        EngineSwitchedOff,
        UnknownArgument,
        ArgumentMissing,
        OutputNotWritten,
        Unexpected,
        UnknownRanking,
    ];
}
