using GreenFactory.Rules.Benchmarks;

namespace GreenFactory.Rules.Cli;

/// <summary>The words of <c>benchmarks</c>. A table.</summary>
internal static class BenchmarkPhrases
{
    public static readonly LocalizedText Command = new("列出一个行业适用的基准值，并说明理由", "Lists the benchmark values that apply to an industry and why");
    public static readonly LocalizedText Exits = new("退出码：0 有适用的已公布基准值，1 没有，3 缺条件而待定，2 无法执行", "Exit code: 0 a published value applies, 1 none, 3 undetermined for lack of something, 2 cannot be done");
    public static readonly LocalizedText Industry = new("行业，GB/T 4754-2017 的 2 至 4 位数字", "Industry, two to four digits of GB/T 4754-2017");
    public static readonly LocalizedText Product = new("产品种类，代号或中文名称；不写则逐行按其产品判断", "Kind of product, by code or Chinese name; each row is judged for its own product when left out");
    public static readonly LocalizedText Region = new("工厂所在地，六位 GB/T 2260 代码", "Region of the plant, a six-digit GB/T 2260 code");
    public static readonly LocalizedText IndustryShape = new("GB/T 4754-2017 里没有这个行业，应为 2 至 4 位数字", "GB/T 4754-2017 has no such industry; it should be two to four digits");

    public static readonly LocalizedText Head = new("行业 {0} {1}，依据日期 {2}", "Industry {0} {1}, as of {2}");
    public static readonly LocalizedText Applying = new("适用", "Applies");
    public static readonly LocalizedText NotApplying = new("不适用", "Does not apply");
    public static readonly LocalizedText Undecided = new("待定", "Open");
    public static readonly LocalizedText None = new("没有适用的已公布基准值。", "No published benchmark applies.");
    public static readonly LocalizedText UnknownProduct = new("基准库里没有产品“{0}”。{1}", "The library has no product '{0}'. {1}");

    public static readonly LocalizedText AnyProduct = new("不限产品", "any product");
    public static readonly LocalizedText NoValue = new("未公布，须由方案提供", "not published, a scheme has to supply it");
    public static readonly LocalizedText AsPrinted = new("级次不单调，原文如此", "grades out of order as printed");
    public static readonly LocalizedText Table = new("表号", "Table");
    public static readonly LocalizedText Document = new("文件", "Document");
    public static readonly LocalizedText Label = new("来源标签", "Label");
    public static readonly LocalizedText Values = new("数值", "Values");
    public static readonly LocalizedText Reason = new("原因", "Why");
    public static readonly LocalizedText Correction = new("修正", "correction");

    public static readonly IReadOnlyDictionary<BenchmarkStanding, LocalizedText> Reasons = new Dictionary<BenchmarkStanding, LocalizedText>
    {
        [BenchmarkStanding.Applies] = new("行业、产品、地区和日期都对上", "industry, product, region and date fit"),
        [BenchmarkStanding.Open] = new("须写明更细的行业或地区", "a more exact industry or region is needed"),
        [BenchmarkStanding.EarlierNotHeld] = new("{0} 起施行；此前的版本{1}未收录，其数值须另行提供", "in force from {0}; the edition before{1} is not held and its values have to be supplied"),
        [BenchmarkStanding.NotYetInForce] = new("{0} 起施行", "in force from {0}"),
        [BenchmarkStanding.NoLongerInForce] = new("{0} 起不再有效", "no longer in force from {0}"),
        [BenchmarkStanding.OtherProduct] = new("用于别的产品", "for another product"),
        [BenchmarkStanding.OtherRegion] = new("用于地区 {0}", "for region {0}"),
        [BenchmarkStanding.Outdone] = new("{0} 更贴合", "{0} fits better"),
    };
}
