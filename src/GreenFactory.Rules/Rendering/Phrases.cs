namespace GreenFactory.Rules.Rendering;

/// <summary>Every word of our own that a rendered verdict or derivation uses, Chinese and English side by side. A table; names of rules, facts and groups come from packs.</summary>
internal static class Phrases
{
    // Statuses, kinds, labels and origins in the order of their enumerations.
    public static readonly LocalizedText[] Conclusions = [new("符合", "met"), new("不符合", "not met"), new("待定", "undetermined")];

    public static readonly LocalizedText[] Statuses =
        [new("符合", "met"), new("部分符合", "partly met"), new("不符合", "not met"), new("不适用", "not applicable"), new("证据不足", "insufficient evidence")];

    public static readonly LocalizedText[] Kinds =
        [new("一票否决", "gate"), new("必选", "mandatory"), new("可选", "optional"), new("指标", "indicator"), new("加分", "bonus")];

    public static readonly LocalizedText[] Labels = [new("已见", "seen"), new("推断", "inferred"), new("回忆", "recalled"), new("假设", "assumed")];

    public static readonly LocalizedText[] Origins =
    [
        new("计算", "computed"), new("填报", "stated"), new("推算", "derived"), new("系数", "coefficient"), new("基准", "benchmark"), new("规则所写", "written in the rule"),
        new("包参数", "setting of the pack"), new("基本信息", "identity and dates"),
    ];

    public static readonly LocalizedText[] FactKinds =
    [
        new("数量", "quantity"), new("个数", "count"), new("是/否", "yes/no"), new("单选", "one of"), new("多选", "any of"), new("日期", "date"), new("文字", "text"),
        new("评审给分", "assessed fraction"),
    ];

    // Values.
    public static readonly LocalizedText Yes = new("是", "yes");
    public static readonly LocalizedText No = new("否", "no");
    public static readonly LocalizedText Unknown = new("未知", "unknown");
    public static readonly LocalizedText NotApplicable = new("不适用", "not applicable");
    public static readonly LocalizedText Holds = new("成立", "holds");
    public static readonly LocalizedText Fails = new("不成立", "does not hold");

    // Punctuation that differs between the languages.
    public static readonly LocalizedText Comma = new("，", ", ");
    public static readonly LocalizedText Semicolon = new("；", "; ");
    public static readonly LocalizedText ListComma = new("、", ", ");
    public static readonly LocalizedText Colon = new("：", ": ");
    public static readonly LocalizedText Parenthesis = new("（{0}）", " ({0})");
    public static readonly LocalizedText And = new("，且", ", and ");

    // Head of a verdict.
    public static readonly LocalizedText Pack = new("规则包", "Pack");
    public static readonly LocalizedText PackVersion = new("{0}，包版本 {1}", "{0}, pack version {1}");
    public static readonly LocalizedText Overlays = new("叠加", "Overlays");
    public static readonly LocalizedText Factory = new("工厂", "Factory");
    public static readonly LocalizedText Unnamed = new("（未填名称）", "(no name given)");
    public static readonly LocalizedText Place = new("地区与行业", "Region, industry");
    public static readonly LocalizedText Region = new("地区 {0}", "region {0}");
    public static readonly LocalizedText Industry = new("行业 {0}", "industry {0}");
    public static readonly LocalizedText Dates = new("统计期", "Period");
    public static readonly LocalizedText PeriodAndDate = new("{0}，依据日期 {1}", "{0}, as of {1}");
    public static readonly LocalizedText Conclusion = new("结论", "Conclusion");
    public static readonly LocalizedText Score = new("得分", "Score");
    public static readonly LocalizedText ScoreOf = new("{0} / {1}", "{0} of {1}");
    public static readonly LocalizedText Interval = new("{0} – {1}", "{0} – {1}");
    public static readonly LocalizedText IntervalMeaning = new("下限为已确定，上限为仍可达到", "lower: certain; upper: still reachable");
    public static readonly LocalizedText Unscored = new("本包不计分", "this pack gives no points");
    public static readonly LocalizedText NothingApplies = new("没有适用的计分项", "nothing that carries points applies");
    public static readonly LocalizedText PassMark = new("合格线", "Pass mark");
    public static readonly LocalizedText NoPassMark = new("未设", "none set");
    public static readonly LocalizedText Tier = new("等级", "Tier");
    public static readonly LocalizedText NoTier = new("未达任何等级", "none reached");
    public static readonly LocalizedText TierOpen = new("待定：已确定{0}，最高可达{1}", "open: {0} is certain, {1} still reachable");
    public static readonly LocalizedText Tiers = new("等级阶梯", "Tiers");
    public static readonly LocalizedText TierReached = new("已达到", "reached");
    public static readonly LocalizedText TierNotReached = new("达不到", "out of reach");
    public static readonly LocalizedText TierUndecided = new("待定", "open");
    public static readonly LocalizedText TierCutOff = new("分数线", "Cut-off");
    public static readonly LocalizedText TierCutOffOpen = new("未设（{0}）", "not set ({0})");
    public static readonly LocalizedText TierAuthority = new("由{0}认定", "confirmed by {0}");
    public static readonly LocalizedText TierGates = new("一票否决项", "the gates");
    public static readonly LocalizedText TierMandatory = new("必选项", "the mandatory rules");
    public static readonly LocalizedText TierNeeds = new("须先达到{0}", "needs {0}");
    public static readonly LocalizedText TierScore = new("总分 {0}", "total {0}");
    public static readonly LocalizedText TierRule = new("{0}", "{0}");
    public static readonly LocalizedText TierRoute = new("直接认定：{0}", "direct route: {0}");
    public static readonly LocalizedText TierAtLeast = new("{0} ≥ {1}", "{0} ≥ {1}");
    public static readonly LocalizedText TierAssumed = new("等级取决于未经原文证实的分数线：{0}。", "The tier depends on cut-offs that were not read in their source: {0}.");
    public static readonly LocalizedText Because = new("原因", "Because");
    public static readonly LocalizedText BecauseVeto = new("一票否决未通过：{0}", "gates not passed: {0}");
    public static readonly LocalizedText BecauseMandatory = new("必选项未满足：{0}", "mandatory rules not met: {0}");
    public static readonly LocalizedText BecauseGateOpen = new("一票否决项证据不足：{0}", "gates still open for lack of evidence: {0}");
    public static readonly LocalizedText BecauseMandatoryOpen = new("必选项证据不足：{0}", "mandatory rules still open for lack of evidence: {0}");
    public static readonly LocalizedText BecauseBelowMark = new("总分最多 {0}，低于合格线 {1}", "the total is at most {0}, below the pass mark of {1}");
    public static readonly LocalizedText BecauseAtMark = new("总分至少 {0}，达到合格线 {1}", "the total is at least {0}, at or above the pass mark of {1}");
    public static readonly LocalizedText BecauseMarkOpen = new("合格线 {0} 在 {1} 与 {2} 之间", "the pass mark of {0} lies between {1} and {2}");
    public static readonly LocalizedText BecauseMarkUnknown = new("合格线尚未设定", "the pass mark is not set");
    public static readonly LocalizedText BecauseGatesHold = new("一票否决项全部通过", "every gate is passed");
    public static readonly LocalizedText BecauseMandatoryHold = new("必选项全部满足", "every mandatory rule is met");
    public static readonly LocalizedText AndMore = new("等 {0} 项", "and {0} more");

    // Groups.
    public static readonly LocalizedText Groups = new("分组得分", "Groups");
    public static readonly LocalizedText Group = new("分组", "Group");
    public static readonly LocalizedText Points = new("得分", "Points");
    public static readonly LocalizedText Weight = new("权重", "Weight");
    public static readonly LocalizedText Contribution = new("折合总分", "In the total");
    public static readonly LocalizedText BarLegend = new("{0} 已确定   {1} 待定   {2} 已失去", "{0} certain   {1} still open   {2} lost");
    public static readonly LocalizedText GroupCounts = new("{0} 项：符合 {1}，不符合 {2}，证据不足 {3}", "{0} rules: {1} met, {2} not met, {3} open");
    public static readonly LocalizedText GroupNotApplicable = new("整组不适用", "does not apply");
    public static readonly LocalizedText ScaledUp = new("不适用的分值不计入，其余按比例折算。", "Points that do not apply are left out and the rest is scaled up.");

    // Findings.
    public static readonly LocalizedText Vetoes = new("一票否决", "Gates that veto");
    public static readonly LocalizedText Lost = new("失分与不符合", "Points lost and rules not met");
    public static readonly LocalizedText LostInGroup = new("失 {0} 分", "{0} points lost");
    public static readonly LocalizedText NothingLost = new("没有失分。", "No points are lost.");
    public static readonly LocalizedText Open = new("证据不足", "Insufficient evidence");
    public static readonly LocalizedText OpenPoints = new("待定 {0} 分", "{0} points open");
    public static readonly LocalizedText Missing = new("缺：{0}", "missing: {0}");
    public static readonly LocalizedText NoBenchmark = new("没有适用的基准值 {0}", "no benchmark applies: {0}");
    public static readonly LocalizedText NoCoefficient = new("依据日期没有系数 {0}", "no coefficient on the date: {0}");
    public static readonly LocalizedText NoParameter = new("包参数未设 {0}", "setting without a value: {0}");
    public static readonly LocalizedText Products = new("产品清单", "the list of products");
    public static readonly LocalizedText NotApplicables = new("不适用", "Not applicable");
    public static readonly LocalizedText Findings = new("逐项结果", "Rule by rule");
    public static readonly LocalizedText Summary = new("共 {0} 项：{1}", "{0} rules: {1}");
    public static readonly LocalizedText Rule = new("编号", "Rule");
    public static readonly LocalizedText Title = new("条目", "Title");
    public static readonly LocalizedText Kind = new("类别", "Kind");
    public static readonly LocalizedText Status = new("判定", "Answer");
    public static readonly LocalizedText Grounds = new("依据", "Grounds");
    public static readonly LocalizedText Label = new("来源", "Source");
    public static readonly LocalizedText Evidence = new("证明材料", "Evidence");
    public static readonly LocalizedText Item = new("项目", "Item");
    public static readonly LocalizedText Content = new("内容", "Content");

    // Reasons in one line.
    public static readonly LocalizedText Is = new("{0}：{1}", "{0}: {1}");
    public static readonly LocalizedText Asked = new("{0} {1}，要求 {2} {3}", "{0} {1}, asked {2} {3}");
    public static readonly LocalizedText Contains = new("{0}含 {1}", "{0} contain {1}");
    public static readonly LocalizedText Lacks = new("{0}不含 {1}", "{0} do not contain {1}");
    public static readonly LocalizedText OfSubject = new("{0}：{1}", "{0}: {1}");
    public static readonly LocalizedText Scaled = new("{0} {1}，引领值 {2}，基准值 {3}，得 {4}", "{0} {1}, leading {2}, baseline {3}, earns {4}");
    public static readonly LocalizedText Stepped = new("{0} {1}，各阶 {2}，得 {3}", "{0} {1}, steps {2}, earns {3}");
    public static readonly LocalizedText StepEarns = new("{0} {1} 得 {2}", "{0} {1} earns {2}");
    public static readonly LocalizedText Assessed = new("评审给 {0}", "assessed at {0}");
    public static readonly LocalizedText NothingCounts = new("没有一种衡量方式适用", "no way of measuring applies");
    public static readonly LocalizedText Forbidden = new("申报不适用，本包不允许", "declared not applicable, which the pack does not allow");
    public static readonly LocalizedText Averaged = new("加权平均得 {0}", "weighted average {0}");

    // Warnings, assurance, missing facts.
    public static readonly LocalizedText Warnings = new("提示", "Warnings");
    public static readonly LocalizedText Assurance = new("可信程度", "Assurance");
    public static readonly LocalizedText AssuranceLine = new("已确定的 {0} 分中，{1} 分全部依据已见原文的数值，{2} 分至少依据一项未见原文的数值。", "Of {0} certain points {1} rest on values read in their source, {2} on at least one value that was not.");
    public static readonly LocalizedText AssumptionsHead = new("未见原文的数值（同类合并）", "Values not read in their source, alike ones together");
    public static readonly LocalizedText AssumedOfPack = new("全包", "whole pack");
    public static readonly LocalizedText AssumedOfRules = new("{0} 条规则", "{0} rules");
    public static readonly LocalizedText OtherAssumptions = new("另有 {0} 项，见 JSON 输出。", "{0} more; the JSON output has them all.");
    public static readonly LocalizedText WhatPoints = new("分值", "points");
    public static readonly LocalizedText WhatContent = new("条目内容", "content of the rule");
    public static readonly LocalizedText WhatCondition = new("判定条件", "condition");
    public static readonly LocalizedText WhatEarns = new("各阶得分", "what a step earns");
    public static readonly LocalizedText WhatConstant = new("规则中写的数值", "numbers written in rules");
    public static readonly LocalizedText WhatTier = new("等级“{0}”的分数线", "cut-off of the tier {0}");
    public static readonly LocalizedText WhatConditions = new("等级“{0}”的条件", "conditions of the tier {0}");
    public static readonly LocalizedText WhatConclusion = new("结论怎样得出", "how the conclusion is drawn");
    public static readonly LocalizedText WhatRounding = new("取整", "rounding");
    public static readonly LocalizedText WhatPolicy = new("不适用的处理", "treatment of what does not apply");
    public static readonly LocalizedText WhatBetween = new("两值之间的计分法", "points between two values");
    public static readonly LocalizedText WhatWeights = new("权重：{0}", "weights: {0}");
    public static readonly LocalizedText MissingFacts = new("最能左右结果的缺失事实", "Missing facts that matter most");
    public static readonly LocalizedText MoreMissing = new("另有 {0} 项。", "{0} more.");
    public static readonly LocalizedText LabelLegend = new("来源标签：已见＝读过原文，推断＝由原文推得，回忆＝凭记忆未核，假设＝暂定待替换", "Labels: seen = read in the source, inferred = follows from it, recalled = from memory, assumed = set for now");

    // Explanation.
    public static readonly LocalizedText Requirement = new("要求", "Asked");
    public static readonly LocalizedText Answer = new("判定", "Answer");
    public static readonly LocalizedText DecidesLegend = new("● 决定结果的步骤   ○ 对结果没有影响的步骤   ≈ 为便于阅读取整，JSON 输出有全部数位", "● brings the result about   ○ makes no difference   ≈ rounded to be read; the JSON output has every digit");
    public static readonly LocalizedText GetsPoints = new("得 {0} 分，满分 {1}", "{0} of {1} points");
    public static readonly LocalizedText PointsOpen = new("得分待定，满分 {0}", "points open, {0} at most");
    public static readonly LocalizedText NoPoints = new("不计分", "carries no points");

    public static readonly LocalizedText[] Policies =
    [
        new("不计入，全包其余按比例折算", "left out, the rest of the pack is scaled up"), new("不计入，本组其余按比例折算", "left out, the rest of its group is scaled up"),
        new("按满分计", "counts as full marks"), new("按 0 分计", "counts as nothing"), new("不允许申报不适用，按不符合计", "may not be claimed, counts as not met"),
    ];

    public static readonly LocalizedText AppliesIf = new("适用前提{0}", "precondition {0}");
    public static readonly LocalizedText Condition = new("判定条件{0} → {1}", "condition {0} → {1}");
    public static readonly LocalizedText ByAssessment = new("按评审给分 → 得 {0}", "by assessment → earns {0}");
    public static readonly LocalizedText Forms = new("依次试用的衡量方式 → {0}", "ways of measuring, in order → {0}");
    public static readonly LocalizedText FormUsed = new("方式“{0}”：采用 → {1}", "way '{0}': used → {1}");
    public static readonly LocalizedText FormSkipped = new("方式“{0}”：前提不成立，不采用", "way '{0}': its condition does not hold, not used");
    public static readonly LocalizedText FormOpen = new("方式“{0}”：前提未知，无法往下判断", "way '{0}': its condition is unknown, nothing further can be said");
    public static readonly LocalizedText Earns = new("得 {0}", "earns {0}");
    public static readonly LocalizedText Scale = new("实测 {0}，引领值 {1}，基准值 {2}（{3}，{4}）→ {5}", "measured {0}, leading {1}, baseline {2} ({3}, {4}) → {5}");
    public static readonly LocalizedText ScaleFormula = new("{0} ÷ {1} = {2}", "{0} ÷ {1} = {2}");
    public static readonly LocalizedText Ladder = new("实测 {0}，{1}，各阶 {2} → {3}", "measured {0}, {1}, steps {2} → {3}");
    public static readonly LocalizedText LowerIsBetter = new("越低越好", "lower is better");
    public static readonly LocalizedText HigherIsBetter = new("越高越好", "higher is better");
    public static readonly LocalizedText ByRange = new("两值之间按区间线性", "straight line between the two");
    public static readonly LocalizedText ByRatio = new("两值之间按比值", "ratio between the two");
    public static readonly LocalizedText Measured = new("实测值", "measured");
    public static readonly LocalizedText Leading = new("引领值", "leading");
    public static readonly LocalizedText Baseline = new("基准值", "baseline");
    public static readonly LocalizedText Rung = new("阶", "step");
    public static readonly LocalizedText RungEarns = new("此阶得 {0}", "this step earns {0}");
    public static readonly LocalizedText Average = new("各产品按 {0} 加权平均 → {1}", "products averaged by {0} → {1}");
    public static readonly LocalizedText Product = new("产品 {0} → {1}，权重 {2}", "product {0} → {1}, weight {2}");
    public static readonly LocalizedText Equal = new("{0} = {1}", "{0} = {1}");
    public static readonly LocalizedText About = new("{0} ≈ {1}", "{0} ≈ {1}");
    public static readonly LocalizedText Converted = new("换算（{0}）", "converted ({0})");
    public static readonly LocalizedText LeftOut = new("不计入：{0}（{1}）", "left out: {0} ({1})");
    public static readonly LocalizedText DivisionByZero = new("分母为 0，无法判断，不当作 0", "the denominator is 0; that is unknown, not 0");
    public static readonly LocalizedText NoneApply = new("{0} 项不适用：{1}", "{0} parts do not apply: {1}");
    public static readonly LocalizedText SeeAbove = new("推导见上", "derived above");
    public static readonly LocalizedText NotStated = new("未填报", "not stated");
    public static readonly LocalizedText Defined = new("定义见 {0}", "defined in {0}");
    public static readonly LocalizedText Row = new("行 {0}", "row {0}");

    /// <summary>Notes the explanation writes where a value is open.</summary>
    public static readonly IReadOnlyDictionary<string, LocalizedText> Notes = new Dictionary<string, LocalizedText>(StringComparer.Ordinal)
    {
        ["no value on this date"] = new("依据日期没有取值", "no value on this date"),
        ["industry, region or product kind is missing"] = new("缺行业、地区或产品种类，选不定", "industry, region or product kind is missing"),
        ["the edition in force then is not held"] = new("当时有效的版本未收录，其数值须另行提供", "the edition in force then is not held; its values have to be supplied"),
        ["no benchmark for this industry"] = new("本行业没有基准值", "no benchmark for this industry"),
        ["products"] = new("未填产品清单", "the products are not stated"),
        ["x / 0"] = DivisionByZero,
    };

    /// <summary>Columns of benchmark series and names of the context.</summary>
    public static readonly IReadOnlyDictionary<string, LocalizedText> Names = new Dictionary<string, LocalizedText>(StringComparer.Ordinal)
    {
        ["leading"] = Leading,
        ["baseline"] = Baseline,
        ["threshold"] = new("限定值", "limit"),
        ["mean"] = new("行业均值", "mean of the industry"),
        ["top20"] = new("行业前 20 %", "best 20 % of the industry"),
        ["top5"] = new("行业前 5 %", "best 5 % of the industry"),
        ["exists"] = new("是否有值", "is there a value"),
        ["step"] = Rung,
        ["as_of"] = new("依据日期", "as-of date"),
        ["period.start"] = new("统计期首日", "first day of the period"),
        ["period.end"] = new("统计期末日", "last day of the period"),
        ["factory.id"] = new("工厂标识", "id of the factory"),
        ["factory.name"] = new("工厂名称", "name of the factory"),
        ["factory.region"] = new("工厂所在地区", "region of the factory"),
        ["factory.industry"] = new("工厂所属行业", "industry of the factory"),
        ["factory.founded"] = new("成立日期", "founding date"),
        ["products"] = Products,
    };
}
