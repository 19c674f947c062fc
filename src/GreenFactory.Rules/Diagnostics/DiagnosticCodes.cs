namespace GreenFactory.Rules.Diagnostics;

/// <summary>Every diagnostic of this library: 1xxx reading, 2xxx expressions, 3xxx packs and tables, 40xx facts, 42xx warnings about facts, 5xxx requests. Causes and cures: DIAGNOSTICS.md.</summary>
public static class DiagnosticCodes
{
    /// <summary>GFR1001.</summary>
    public static readonly DiagnosticCode FileNotReadable = new("GFR1001", "文件读不到({0})。请检查路径和权限。", "The file cannot be read ({0}). Check the path and the rights to it.");

    /// <summary>GFR1002.</summary>
    public static readonly DiagnosticCode FileTooLarge = new("GFR1002", "文件有 {0} 字节,上限是 {1} 字节。请拆分后再读。", "The file has {0} bytes; the limit is {1}. Split it.");

    /// <summary>GFR1003.</summary>
    public static readonly DiagnosticCode NotUtf8 = new("GFR1003", "文件不是 UTF-8 编码。请另存为 UTF-8。", "The file is not UTF-8. Save it as UTF-8.");

    /// <summary>GFR1004.</summary>
    public static readonly DiagnosticCode EmptyDocument = new("GFR1004", "文件是空的。第一行应写 schema: …。", "The document is empty. It begins with a line schema: …");

    /// <summary>GFR1005.</summary>
    public static readonly DiagnosticCode YamlSyntax = new("GFR1005", "YAML 写法有误:{0}。请检查缩进、冒号后的空格和括号。", "The YAML cannot be read: {0}. Check indentation, the blank after colons, and brackets.");

    /// <summary>GFR1006.</summary>
    public static readonly DiagnosticCode JsonSyntax = new("GFR1006", "JSON 写法有误:{0}", "The JSON cannot be read: {0}");

    /// <summary>GFR1007.</summary>
    public static readonly DiagnosticCode YamlNotPlain = new("GFR1007", "这里用了{0};规则文件只用映射、列表和标量。请把值直接写出来。", "This is {0}; rule files use plain maps, lists and scalars only. Write the value out.");

    /// <summary>GFR1008.</summary>
    public static readonly DiagnosticCode TooDeep = new("GFR1008", "嵌套超过 {0} 层。请减少括号层数。", "Nested deeper than {0} levels. Use fewer brackets.");

    /// <summary>GFR1009.</summary>
    public static readonly DiagnosticCode DuplicateKey = new("GFR1009", "键 {0} 写了两次。请删去一个,后写的不会覆盖先写的。", "The key '{0}' is written twice. Remove one; a later one does not override.");

    /// <summary>GFR1010.</summary>
    public static readonly DiagnosticCode UnknownKey = new("GFR1010", "不认识键 {0}。是否想写 {1}?", "Unknown key '{0}'. Did you mean '{1}'?");

    /// <summary>GFR1011.</summary>
    public static readonly DiagnosticCode MissingKey = new("GFR1011", "缺少键 {0}。", "The key '{0}' is missing.");

    /// <summary>GFR1012.</summary>
    public static readonly DiagnosticCode WrongShape = new("GFR1012", "这里应是{0}。", "This should be {0}.");

    /// <summary>GFR1013.</summary>
    public static readonly DiagnosticCode WrongSchema = new("GFR1013", "schema 是 {0},这里应是 {1}。", "The schema is '{0}'; here it must be '{1}'.");

    /// <summary>GFR1014.</summary>
    public static readonly DiagnosticCode NotOneOf = new("GFR1014", "{0} 不在可选值中:{1}。", "'{0}' is not one of: {1}.");

    /// <summary>GFR1015.</summary>
    public static readonly DiagnosticCode NotANumber = new("GFR1015", "{0} 不是十进制数。数字不加引号,不写千分号。", "'{0}' is not a decimal number. Write digits without quotes or thousands signs.");

    /// <summary>GFR1016.</summary>
    public static readonly DiagnosticCode NotADate = new("GFR1016", "{0} 不是日期。请写成 2025-12-31。", "'{0}' is not a date. Write it as 2025-12-31.");

    /// <summary>GFR1017.</summary>
    public static readonly DiagnosticCode NotAQuantity = new("GFR1017", "{0} 不是带单位的数量。请写成 98 kgce/t 的样子。", "'{0}' is not a quantity. Write it like 98 kgce/t.");

    /// <summary>GFR2001.</summary>
    public static readonly DiagnosticCode UnexpectedCharacter = new("GFR2001", "表达式里不能有字符 {0}。", "The character '{0}' has no place in an expression.");

    /// <summary>GFR2002.</summary>
    public static readonly DiagnosticCode UnclosedText = new("GFR2002", "文字缺少右引号 {0}。", "The text lacks its closing quote {0}.");

    /// <summary>GFR2003.</summary>
    public static readonly DiagnosticCode UnexpectedToken = new("GFR2003", "遇到 {0},这里应是 {1}。", "Found '{0}' where {1} is expected.");

    /// <summary>GFR2004.</summary>
    public static readonly DiagnosticCode ExpressionTooLarge = new("GFR2004", "表达式超过 {0} 个字符或 {1} 层。请拆成派生事实。", "The expression is longer than {0} characters or deeper than {1} levels. Split it into derived facts.");

    /// <summary>GFR2005.</summary>
    public static readonly DiagnosticCode YearsOutOfRange = new("GFR2005", "last {0} years 超出范围 1–{1}。", "last {0} years is outside 1–{1}.");

    /// <summary>GFR2006.</summary>
    public static readonly DiagnosticCode UnknownName = new("GFR2006", "不认识名称 {0}。是否想写 {1}?", "Unknown name '{0}'. Did you mean '{1}'?");

    /// <summary>GFR2007.</summary>
    public static readonly DiagnosticCode WrongType = new("GFR2007", "{0} 的类型是 {1},这里应是 {2}。", "'{0}' is {1}; here it must be {2}.");

    /// <summary>GFR2008.</summary>
    public static readonly DiagnosticCode UnitsDiffer = new("GFR2008", "{0} 两边的单位不是一个量纲:{1} 与 {2}。", "The units on the two sides of '{0}' have different dimensions: {1} and {2}.");

    /// <summary>GFR2009.</summary>
    public static readonly DiagnosticCode WrongResultUnit = new("GFR2009", "{0} 的单位是 {1},与声明的 {2} 不是一个量纲。", "'{0}' comes out in {1}, which is not a unit of the declared {2}.");

    /// <summary>GFR2010.</summary>
    public static readonly DiagnosticCode ProductOutsideFold = new("GFR2010", "{0} 是逐产品的值,只能用在 … over products 里或 over: products 的写法里。", "'{0}' exists per product: use it inside … over products, or in a form with over: products.");

    /// <summary>GFR2011.</summary>
    public static readonly DiagnosticCode UnknownFunction = new("GFR2011", "不认识函数 {0}。是否想写 {1}?", "Unknown function '{0}'. Did you mean '{1}'?");

    /// <summary>GFR2012.</summary>
    public static readonly DiagnosticCode WrongArgumentCount = new("GFR2012", "{0} 需要 {1} 个参数,写了 {2} 个。", "{0} takes {1} arguments, not {2}.");

    /// <summary>GFR2013.</summary>
    public static readonly DiagnosticCode UnknownChoiceInRule = new("GFR2013", "{0} 不是这个事实的可选值。是否想写 {1}?", "'{0}' is not a value of this fact. Did you mean '{1}'?");

    /// <summary>GFR2014.</summary>
    public static readonly DiagnosticCode NoOrder = new("GFR2014", "{0} 没有大小之分,只能用 = 和 !=。", "A {0} has no order: use = or != only.");

    /// <summary>GFR2015.</summary>
    public static readonly DiagnosticCode NestedAggregate = new("GFR2015", "{0} 不能写在另一个汇总里。请拆成派生事实。", "{0} cannot stand inside another fold. Split it into a derived fact.");

    /// <summary>GFR2016.</summary>
    public static readonly DiagnosticCode AggregateNeedsOver = new("GFR2016", "{0} 要写明对什么汇总:{0}(… over products) 或 {0}(… over last 3 years)。", "{0} needs its range: {0}(… over products) or {0}(… over last 3 years).");

    /// <summary>GFR2017.</summary>
    public static readonly DiagnosticCode ListOutsideIn = new("GFR2017", "列表只能写在 in 的右边。", "A list can stand only on the right of in.");

    /// <summary>GFR2018.</summary>
    public static readonly DiagnosticCode EmptyList = new("GFR2018", "列表是空的。", "The list is empty.");

    /// <summary>GFR2019.</summary>
    public static readonly DiagnosticCode DurationWithoutDate = new("GFR2019", "{0} 只能从日期加减。", "{0} can only be added to or subtracted from a date.");

    /// <summary>GFR2020.</summary>
    public static readonly DiagnosticCode DerivedCycle = new("GFR2020", "派生事实互相引用成环:{0}。", "Derived facts refer to each other in a circle: {0}.");

    /// <summary>GFR3001.</summary>
    public static readonly DiagnosticCode DuplicateId = new("GFR3001", "编号 {0} 已经用过。编号不能重复。", "The id '{0}' is taken. Ids are unique.");

    /// <summary>GFR3002.</summary>
    public static readonly DiagnosticCode BadId = new("GFR3002", "编号 {0} 只能用小写字母、数字、点和连字符。", "The id '{0}' may use lower-case letters, digits, dots and hyphens only.");

    /// <summary>GFR3003.</summary>
    public static readonly DiagnosticCode BadPackId = new("GFR3003", "{0} 不是规则包编号。请写成 gb-t-36132@2025。", "'{0}' is not a pack id. Write it like gb-t-36132@2025.");

    /// <summary>GFR3004.</summary>
    public static readonly DiagnosticCode BadVersion = new("GFR3004", "{0} 不是版本号。请写成 1.0.0。", "'{0}' is not a version. Write it like 1.0.0.");

    /// <summary>GFR3005.</summary>
    public static readonly DiagnosticCode MissingSource = new("GFR3005", "{0} 没有来源。请写 source: {{ document, clause, label }}。", "'{0}' has no source. Write source: {{ document, clause, label }}.");

    /// <summary>GFR3006.</summary>
    public static readonly DiagnosticCode UnknownReference = new("GFR3006", "{0} {1} 不存在。是否想写 {2}?", "There is no {0} '{1}'. Did you mean '{2}'?");

    /// <summary>GFR3007.</summary>
    public static readonly DiagnosticCode UnknownClause = new("GFR3007", "条款 {0} 没有在 pack.yaml 的 clauses 里登记。是否想写 {1}?", "Clause '{0}' is not registered under clauses in pack.yaml. Did you mean '{1}'?");

    /// <summary>GFR3008.</summary>
    public static readonly DiagnosticCode OneWayOfJudging = new("GFR3008", "规则 {0} 要有且只有一种评判写法:condition、fraction、measure 或 forms。", "Rule '{0}' needs exactly one way of judging: condition, fraction, measure or forms.");

    /// <summary>GFR3009.</summary>
    public static readonly DiagnosticCode GateWithPoints = new("GFR3009", "{0} 是一票否决项,不能有分值。请删去 points。", "'{0}' is a gate and carries no points. Remove points.");

    /// <summary>GFR3010.</summary>
    public static readonly DiagnosticCode NegativePoints = new("GFR3010", "{0} 的分值 {1} 是负数。", "The points {1} of '{0}' are negative.");

    /// <summary>GFR3011.</summary>
    public static readonly DiagnosticCode ScaleIncomplete = new("GFR3011", "{0} 要么写 leading 和 baseline,要么写 steps,不能混用或缺一。", "'{0}' needs leading and baseline together, or steps; not both and not half.");

    /// <summary>GFR3012.</summary>
    public static readonly DiagnosticCode OverNeedsWeight = new("GFR3012", "{0}:over: products 要和 weight 一起写。", "'{0}': over: products and weight go together.");

    /// <summary>GFR3013.</summary>
    public static readonly DiagnosticCode FormsAfterLast = new("GFR3013", "{0} 没有 when,它后面的写法永远用不到。请把它放在最后。", "'{0}' has no when, so no form after it can ever be used. Put it last.");

    /// <summary>GFR3014.</summary>
    public static readonly DiagnosticCode BonusNeedsCap = new("GFR3014", "加分组 {0} 要写 bonus: true 和 cap。", "Bonus group '{0}' needs both bonus: true and cap.");

    /// <summary>GFR3015.</summary>
    public static readonly DiagnosticCode BonusMixed = new("GFR3015", "{0} 与组 {1} 不配:加分项只能在加分组里,加分组里只能有加分项。", "'{0}' does not fit group '{1}': bonus rules live in bonus groups and nothing else does.");

    /// <summary>GFR3016.</summary>
    public static readonly DiagnosticCode BadRounding = new("GFR3016", "小数位 {0} 应是 0 到 10 的整数。", "Decimals {0} must be a whole number from 0 to 10.");

    /// <summary>GFR3017.</summary>
    public static readonly DiagnosticCode PointsDoNotAddUp = new("GFR3017", "组 {0} 的各项分值合计 {1},应为 {2}。", "The points in group '{0}' add up to {1}; they should be {2}.");

    /// <summary>GFR3018.</summary>
    public static readonly DiagnosticCode WeightWithoutPoints = new("GFR3018", "组 {0} 有权重,却没有分值。", "Group '{0}' has a weight but no points.");

    /// <summary>GFR3019.</summary>
    public static readonly DiagnosticCode WeightsDoNotAddUp = new("GFR3019", "各组权重合计 {0},应为 {1}。", "The weights of the groups add up to {0}; they should be {1}.");

    /// <summary>GFR3020.</summary>
    public static readonly DiagnosticCode TierUnreachable = new("GFR3020", "等级 {0}(不低于 {1})永远到不了:它高于满分,或不高于前一级。", "Tier '{0}' (at least {1}) can never be reached: it lies above full marks or not above the tier before it.");

    /// <summary>GFR3021.</summary>
    public static readonly DiagnosticCode PackWithoutRules = new("GFR3021", "规则包 {0} 里没有规则。", "Pack '{0}' has no rules.");

    /// <summary>GFR3022.</summary>
    public static readonly DiagnosticCode ExtendsCycle = new("GFR3022", "extends 成环:{0}。", "extends goes in a circle: {0}.");

    /// <summary>GFR3023.</summary>
    public static readonly DiagnosticCode OverlayForOtherPack = new("GFR3023", "叠加文件 {0} 用于 {1},不能叠在 {2} 上。", "Overlay '{0}' is for {1}, not for {2}.");

    /// <summary>GFR3024.</summary>
    public static readonly DiagnosticCode EmptyInterval = new("GFR3024", "起止日期 {0} – {1} 之间没有一天。", "There is no day between {0} and {1}.");

    /// <summary>GFR3025.</summary>
    public static readonly DiagnosticCode EmptyRange = new("GFR3025", "范围 {0} – {1} 是空的。", "The range {0} – {1} is empty.");

    /// <summary>GFR3026.</summary>
    public static readonly DiagnosticCode UnknownUnit = new("GFR3026", "不认识单位 {0}。是否想写 {1}?", "Unknown unit '{0}'. Did you mean '{1}'?");

    /// <summary>GFR3027.</summary>
    public static readonly DiagnosticCode BadFactPath = new("GFR3027", "{0} 不是事实路径。用小写字母、数字、下划线,点分隔;逐产品的事实以 product. 开头。", "'{0}' is not a fact path: lower-case letters, digits, underscores, parted by dots; facts per product begin with product.");

    /// <summary>GFR3028.</summary>
    public static readonly DiagnosticCode RivalBenchmarks = new("GFR3028", "基准 {0} 与 {1} 适用于同样的行业、产品、地区和起始日。请留一个,或写明区别。", "Benchmarks '{0}' and '{1}' apply to the same industry, product, region and start. Keep one or tell them apart.");

    /// <summary>GFR3029.</summary>
    public static readonly DiagnosticCode ParameterValue = new("GFR3029", "参数 {0} 的值 {1} 不合它的类型或可选值。", "The value {1} of parameter '{0}' does not fit its kind or values.");

    /// <summary>GFR3030.</summary>
    public static readonly DiagnosticCode LeadingWorse = new("GFR3030", "{0} 的引领值不优于基准值({1} 与 {2})。请检查方向。", "The leading value of '{0}' is not better than its baseline ({1} and {2}). Check the direction.");

    /// <summary>GFR3031.</summary>
    public static readonly DiagnosticCode EarnsOutOfRange = new("GFR3031", "台阶 {0} 应得 0 % 到 100 %。", "The step '{0}' must earn from 0 % to 100 %.");

    /// <summary>GFR3401.</summary>
    public static readonly DiagnosticCode NoCases = new("GFR3401", "文件里一个用例也没有。请至少写一个，或删去文件。", "The file has no case. Write one or remove the file.");

    /// <summary>GFR3402.</summary>
    public static readonly DiagnosticCode NothingExpected = new("GFR3402", "用例没有写明期望。请写 expect: {{ status: … }} 等。", "The case expects nothing. Write expect: {{ status: … }} or the like.");

    /// <summary>GFR3403.</summary>
    public static readonly DiagnosticCode CasesWithoutPack = new("GFR3403", "不知道用例针对哪个规则包。请把文件放在规则包文件夹里，或写 pack: …。", "The cases do not say which pack they are for. Put the file into a pack's folder or write pack: …");

    /// <summary>GFR4001.</summary>
    public static readonly DiagnosticCode UnknownFact = new("GFR4001", "词汇表没有事实 {0}。是否想写 {1}?", "The vocabulary has no fact '{0}'. Did you mean '{1}'?");

    /// <summary>GFR4002.</summary>
    public static readonly DiagnosticCode WrongScope = new("GFR4002", "{0} 要写在 {1} 下。", "'{0}' belongs under {1}.");

    /// <summary>GFR4003.</summary>
    public static readonly DiagnosticCode WrongFactKind = new("GFR4003", "{0} 的写法不对,应如 {1}。", "'{0}' is not written right; it should look like {1}.");

    /// <summary>GFR4004.</summary>
    public static readonly DiagnosticCode WrongDimension = new("GFR4004", "{0} 的单位 {1} 不对,应与 {2} 同量纲。", "The unit {1} of '{0}' does not fit; it must measure the same as {2}.");

    /// <summary>GFR4005.</summary>
    public static readonly DiagnosticCode OutOfRange = new("GFR4005", "{0} = {1} 超出声明的范围 {2} – {3} {4}。", "{0} = {1} is outside its declared range {2} – {3} {4}.");

    /// <summary>GFR4006.</summary>
    public static readonly DiagnosticCode UnknownChoice = new("GFR4006", "{0} 没有可选值 {1}。是否想写 {2}?", "'{0}' has no value '{1}'. Did you mean '{2}'?");

    /// <summary>GFR4007.</summary>
    public static readonly DiagnosticCode ReasonMissing = new("GFR4007", "{0} 要写明理由:notApplicable 写原因,评审分写 {{ fraction, reason }}。", "'{0}' needs a reason: notApplicable says why, an assessment is {{ fraction, reason }}.");

    /// <summary>GFR4008.</summary>
    public static readonly DiagnosticCode MixedProductUnits = new("GFR4008", "{0} 用了 {1},同一产品的其他量用 {2}。请统一计量单位。", "'{0}' is in {1} while the same product is counted in {2}. Use one counting unit.");

    /// <summary>GFR4009.</summary>
    public static readonly DiagnosticCode BadPeriod = new("GFR4009", "统计期 {0} 不是四位年份。", "The period '{0}' is not a four-digit year.");

    /// <summary>GFR4010.</summary>
    public static readonly DiagnosticCode BadHistoryYear = new("GFR4010", "history 的 {0} 应是统计期 {1} 之前的年份。", "The history year '{0}' must be a year before the period {1}.");

    /// <summary>GFR4011.</summary>
    public static readonly DiagnosticCode TooMany = new("GFR4011", "{0} 超过 {1} 个。", "More than {1} {0}.");

    /// <summary>GFR4012.</summary>
    public static readonly DiagnosticCode UnknownRegion = new("GFR4012", "{0} 不是 GB/T 2260 六位行政区划代码。", "'{0}' is not a six-digit GB/T 2260 region code.");

    /// <summary>GFR4013.</summary>
    public static readonly DiagnosticCode UnknownIndustry = new("GFR4013", "{0} 不是 GB/T 4754-2017 行业代码。是否想写 {1}?", "'{0}' is not a GB/T 4754-2017 industry code. Did you mean '{1}'?");

    /// <summary>GFR5001.</summary>
    public static readonly DiagnosticCode UnknownPack = new("GFR5001", "没有规则包 {0}。可用的有:{1}。", "There is no pack '{0}'. There are: {1}.");

    /// <summary>GFR5002.</summary>
    public static readonly DiagnosticCode NoEditionInForce = new("GFR5002", "{0} 在 {1} 没有生效的版本。请写明版本,如 {2}。", "No edition of '{0}' is in force on {1}. Name one, such as {2}.");

    /// <summary>GFR5003.</summary>
    public static readonly DiagnosticCode UnknownEngine = new("GFR5003", "没有引擎 {0}。可用:{1}。", "There is no engine '{0}'. There are: {1}.");

    /// <summary>GFR5004.</summary>
    public static readonly DiagnosticCode UnknownFinding = new("GFR5004", "规则包里没有条目 {0}。是否想写 {1}?", "The pack has no finding '{0}'. Did you mean '{1}'?");

    /// <summary>GFR5005.</summary>
    public static readonly DiagnosticCode BadOption = new("GFR5005", "选项 {0} 的值 {1} 不能用:{2}", "The value {1} of {0} cannot be used: {2}");

    /// <summary>GFR5006.</summary>
    public static readonly DiagnosticCode EngineSwitchedOff = new("GFR5006", "此版本没有编入 {0} 引擎。用属性 {1} 重新生成即可。", "This build has no {0} engine. Build again with the property {1}.");

    /// <summary>GFR5007.</summary>
    public static readonly DiagnosticCode UnknownArgument = new("GFR5007", "不认识 {0}。是否想写 {1}?用 --help 看用法。", "'{0}' is not understood. Did you mean '{1}'? See --help.");

    /// <summary>GFR5008.</summary>
    public static readonly DiagnosticCode ArgumentMissing = new("GFR5008", "缺少 {0}。用 --help 看用法。", "{0} is missing. See --help.");

    /// <summary>GFR5009.</summary>
    public static readonly DiagnosticCode OutputNotWritten = new("GFR5009", "结果写不出去({0})。请检查路径、权限和磁盘;原有文件没有改动。", "The output cannot be written ({0}). Check path, rights and disk; an existing file is unchanged.");

    /// <summary>GFR5010.</summary>
    public static readonly DiagnosticCode Unexpected = new("GFR5010", "程序内部出错({0})。这是我们的错,请把命令和输入报告给我们。", "Something went wrong inside ({0}). The fault is ours: please report the command and its input.");

    /// <summary>GFR4201.</summary>
    public static readonly DiagnosticCode TotalDiffers = new("GFR4201", "{0} 填报 {1},由分项算得 {2},相差超过 {3}。", "{0} is stated as {1} but its parts give {2}; they differ by more than {3}.", DiagnosticSeverity.Warning);

    /// <summary>GFR4202.</summary>
    public static readonly DiagnosticCode Contradiction = new("GFR4202", "{0}", "{0}", DiagnosticSeverity.Warning);

    /// <summary>GFR4203.</summary>
    public static readonly DiagnosticCode StatedThoughNotApplicable = new("GFR4203", "{0} 有填报值,但按其他事实应不适用。", "{0} is stated although other facts say it does not apply.", DiagnosticSeverity.Warning);

    /// <summary>GFR4204.</summary>
    public static readonly DiagnosticCode EvidenceExpired = new("GFR4204", "证明材料 {0} 在 {1} 已过期。", "Evidence '{0}' expired on {1}.", DiagnosticSeverity.Warning);

    /// <summary>GFR4205.</summary>
    public static readonly DiagnosticCode OutsideInForce = new("GFR4205", "{0} 在 {1} 尚未生效或已废止。", "{0} is not in force on {1}.", DiagnosticSeverity.Warning);

    /// <summary>GFR4206.</summary>
    public static readonly DiagnosticCode NotApplicableForbidden = new("GFR4206", "{0} 不允许申报不适用,按不符合处理。", "'{0}' may not be declared not applicable; it counts as not met.", DiagnosticSeverity.Warning);

    /// <summary>GFR4207.</summary>
    public static readonly DiagnosticCode PassMarkNotSet = new("GFR4207", "所用评价方案的合格分数线 {0} 未设定,结论待定。用叠加文件设定即可。", "The pass mark of the scheme, '{0}', is not set, so the conclusion stays undetermined. An overlay sets it.", DiagnosticSeverity.Warning);

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
        NoCases,
        NothingExpected,
        CasesWithoutPack,
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
        TotalDiffers,
        Contradiction,
        StatedThoughNotApplicable,
        EvidenceExpired,
        OutsideInForce,
        NotApplicableForbidden,
        PassMarkNotSet,
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
    ];
}
