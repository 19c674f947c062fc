namespace GreenFactory.Rules.Policies;

/// <summary>Every word of our own in an answer about policies, Chinese and English side by side. A table.</summary>
internal static class PolicyPhrases
{
    // In the order of their enumerations.
    public static readonly LocalizedText[] Kinds =
        [new("奖励资金", "Money"), new("优待", "Privileges"), new("义务与期限", "Duties and deadlines"), new("处罚与移出", "Sanctions"), new("推荐路径", "Ways to be recommended"), new("说明", "Remarks")];

    public static readonly LocalizedText[] States = [new("确定", "certain"), new("有条件", "conditional"), new("尚不符合条件", "not yet")];

    public static readonly LocalizedText[] Reserves =
    [
        new("缺少事实", "facts are missing"),
        new("工厂所在地不够具体", "the place is not known finely enough"),
        new("按勘误读法才在此地", "holds here only by the likely reading of a misprint"),
        new("印刷内容存疑或有矛盾", "what is printed is doubted or contradicted"),
        new("不是从原文读到的", "not read in the source itself"),
        new("出自较早版本，新版没有提到", "from an earlier edition that the later one does not speak of"),
        new("来源描述的不是这一天，须核实", "the source describes another time; ask again"),
        new("称号在别处获得，本地是否认可没有写明", "the title was given elsewhere; the text does not say whether it counts here"),
    ];

    public static readonly IReadOnlyDictionary<string, LocalizedText> Levels = new Dictionary<string, LocalizedText>(StringComparer.Ordinal)
    {
        ["candidate"] = new("培育（备选）", "candidate"),
        ["district"] = new("区县级", "district"),
        ["municipal"] = new("市级", "municipal"),
        ["provincial"] = new("省级", "provincial"),
        ["national"] = new("国家级", "national"),
        ["star"] = new("星级", "star"),
        ["unspecified"] = new("未写级别", "level not stated"),
        ["national_and_provincial"] = new("国家级和省级", "national and provincial"),
    };

    public static readonly IReadOnlyDictionary<string, LocalizedText> Payers = new Dictionary<string, LocalizedText>(StringComparer.Ordinal)
    {
        ["nation"] = new("中央", "the nation"),
        ["province"] = new("省（自治区、直辖市）", "the province"),
        ["city"] = new("市", "the city"),
        ["district"] = new("区县", "the district"),
        ["government"] = new("政府", "the government"),
        ["applicant"] = new("申报单位", "the applicant"),
        ["applicant-or-government"] = new("申报单位或政府", "the applicant or the government"),
        ["none"] = new("无费用", "nobody"),
    };

    public static readonly IReadOnlyDictionary<string, LocalizedText> Payees = new Dictionary<string, LocalizedText>(StringComparer.Ordinal)
    {
        ["enterprise"] = new("企业", "the enterprise"),
        ["management"] = new("企业管理层", "the management of the enterprise"),
        ["individual"] = new("个人", "persons"),
    };

    public static readonly IReadOnlyDictionary<string, LocalizedText> Stackings = new Dictionary<string, LocalizedText>(StringComparer.Ordinal)
    {
        ["added"] = new("与其他级别叠加", "added to money of other levels"),
        ["top-up"] = new("升级补差", "topped up to the higher level"),
        ["highest-only"] = new("就高不重复", "only the highest is paid"),
    };

    public static readonly IReadOnlyDictionary<string, LocalizedText> Effects = new Dictionary<string, LocalizedText>(StringComparer.Ordinal)
    {
        ["removed-at-once"] = new("立即移出", "removed at once"),
        ["removed-at-next-list"] = new("下次名单移出", "removed at the next list"),
        ["not-recommended"] = new("不得申报或推荐", "may not be recommended"),
        ["evaluator-refused"] = new("不采信评价机构", "reports of the evaluator are refused"),
        ["downgraded"] = new("降级", "downgraded"),
        ["rectification"] = new("限期整改", "ordered to rectify"),
    };

    public static readonly LocalizedText Title = new("绿色工厂：奖励、义务、期限与处罚", "Green factory: money, duties, deadlines and sanctions");
    public static readonly LocalizedText PlaceAndDate = new("地区 {0}，依据日期 {1}", "region {0}, as of {1}");
    public static readonly LocalizedText From = new("依据", "From");
    public static readonly LocalizedText UpTo = new("最高 {0}", "up to {0}");
    public static readonly LocalizedText Between = new("{0} 至 {1}", "{0} to {1}");
    public static readonly LocalizedText Likely = new("可能应为 {0}（{1}）", "likely {0} ({1})");
    public static readonly LocalizedText LikelyAreaIs = new("可能指{0}（{1}）", "likely means {0} ({1})");
    public static readonly LocalizedText LikelyLevelIs = new("另一读法：{0}（{1}）", "other reading: {0} ({1})");
    public static readonly LocalizedText Printed = new("原文：{0}", "printed: {0}");
    public static readonly LocalizedText Payer = new("付款：{0}", "paid by {0}");
    public static readonly LocalizedText PayerUnknown = new("付款方未写明", "who pays is not stated");
    public static readonly LocalizedText Payee = new("奖给{0}", "paid to {0}");
    public static readonly LocalizedText StackingUnknown = new("能否叠加未写明", "whether it stacks is not stated");
    public static readonly LocalizedText Source = new("来源：{0} {1}（{2}）", "source: {0} {1} ({2})");
    public static readonly LocalizedText Note = new("脚注：{0}", "footnote: {0}");
    public static readonly LocalizedText Reserve = new("保留：{0}", "reserve: {0}");
    public static readonly LocalizedText Missing = new("请补：{0}", "to be stated: {0}");
    public static readonly LocalizedText For = new("适用于{0}", "for {0}");
    public static readonly LocalizedText Due = new("期限 {0}", "due {0}");
    public static readonly LocalizedText Overdue = new("已逾期，期限 {0}", "overdue since {0}");
    public static readonly LocalizedText WorkingDays = new("按工作日计，节假日未知，不推算日期", "counted in working days; holidays are not known, so no date is worked out");
    public static readonly LocalizedText TotalCertain = new("确定的钱", "Certain money");
    public static readonly LocalizedText TotalConditional = new("有条件的钱（不与上面相加）", "Conditional money (not to be added to the above)");
    public static readonly LocalizedText TotalRule = new("下限为单项最大的保底数，上限为各项之和；能否叠加大多没有写明", "from the largest single floor to the sum of all; whether they stack is mostly not stated");
    public static readonly LocalizedText NoMoney = new("没有", "none");
    public static readonly LocalizedText Priority = new("优先鼓励行业", "Priority industries");
    public static readonly LocalizedText PriorityYes = new("在列", "named");
    public static readonly LocalizedText PriorityNo = new("不在列", "not named");
    public static readonly LocalizedText PriorityOpen = new("无法判断（名单以“等”结尾，或行业代码不够细）", "cannot be told (the list is open, or the code of the industry too short)");
    public static readonly LocalizedText AndSoOn = new("等", "and so on");
    public static readonly LocalizedText Machines = new("当前状态", "Present state");
    public static readonly LocalizedText Since = new("自 {0}", "since {0}");
    public static readonly LocalizedText NextStep = new("如无变化，{0} 起进入下一步", "without a change the next step comes on {0}");
    public static readonly LocalizedText NotYet = new("尚不符合条件，取得相应称号后可得", "Not yet: open to the factory once it has the title");
    public static readonly LocalizedText Warnings = new("提醒", "Warnings");
    public static readonly LocalizedText ThirdParty = new("第三方费用：{0}", "third party paid by {0}");
    public static readonly LocalizedText Item = new("事项", "Item");
    public static readonly LocalizedText State = new("状态", "State");
    public static readonly LocalizedText Amount = new("金额", "Amount");
    public static readonly LocalizedText Details = new("说明与来源", "Details and source");
}
