using System.Globalization;
using System.Text;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Authoring;

/// <summary>One benchmark set for each mandatory energy-quota standard: grades 1, 2, 3 as leading, baseline, threshold.</summary>
internal static class QuotaLibrary
{
    private static readonly string[] Grades = ["leading", "baseline", "threshold"];

    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["kW·h/m2"] = "kWh/m2",
        ["kW·h/t"] = "kWh/t",
        ["gce/(kW·h)"] = "gce/kWh",
        ["kgce/Adt"] = "kgce/t",
        ["kgce/tsl"] = "kgce/t",
        ["kgce/tdmf"] = "kgce/t",
        ["kgce/t SO2"] = "kgce/t",
        ["kgce/10^4 m2"] = "kgce/万m2",
        ["kgce/km2"] = "kgce/千m2",
        ["kgoe/(t·能量因数)"] = "kgoe/t",
        ["tce/10^4 t"] = "tce/万t",
        ["tce/10^4 TEU"] = "tce/万TEU",
    };

    private static readonly Dictionary<string, (string Zh, string En)> UnitNotes = new(StringComparer.Ordinal)
    {
        ["kgce/Adt"] = ("产量按风干吨计", "output in air-dry tonnes"),
        ["kgce/tsl"] = ("产量按标准规定的浸树脂基布吨数计", "output in tonnes of resin-loaded base as the standard counts it"),
        ["kgce/tdmf"] = ("产量按回收的 DMF 吨数计", "output in tonnes of recovered DMF"),
        ["kgce/t SO2"] = ("产量按 SO2 吨数计", "output in tonnes of SO2"),
        ["kgoe/(t·能量因数)"] = ("产量按加工吨数乘能量因数计", "output in tonnes processed times the energy factor"),
        ["kgce/toe"] = ("产量按吨油当量计", "output in tonnes of oil equivalent"),
    };

    private static readonly Dictionary<string, string> Indicators = new(StringComparer.Ordinal)
    {
        ["单位产品综合能耗"] = "comprehensive energy per unit of product",
        ["单位产品电耗"] = "electricity per unit of product",
        ["单位产品能耗"] = "energy per unit of product",
        ["熔铸工序单位产品综合能耗"] = "energy per unit of product, melting and casting",
        ["加工工序单位产品综合能耗"] = "energy per unit of product, working",
        ["全工序单位产品综合能耗"] = "energy per unit of product, all processes",
        ["供电煤耗率"] = "coal rate of electricity supplied",
        ["供热煤耗率"] = "coal rate of heat supplied",
        ["工序单位产品综合能耗"] = "comprehensive energy of the process per unit of product",
        ["工序单位产品能耗"] = "energy of the process per unit of product",
        ["单位产品可比综合能耗"] = "comparable comprehensive energy per unit of product",
        ["单位产品冶炼电耗"] = "smelting electricity per unit of product",
        ["单位产品能耗（原料用能不纳入）"] = "energy per unit of product, feedstock left out",
        ["单位产品能耗（原料用能纳入）"] = "energy per unit of product, feedstock included",
        ["单位吞吐量能耗"] = "energy per throughput",
        ["工艺能耗"] = "process energy",
        ["综合能耗"] = "comprehensive energy",
        ["选煤电力单耗"] = "electricity per tonne of coal washed",
        ["可比综合能耗"] = "comparable comprehensive energy",
        ["熟料单位产品综合能耗"] = "comprehensive energy per tonne of clinker",
        ["熟料单位产品综合电耗"] = "electricity per tonne of clinker",
        ["熟料单位产品综合煤耗"] = "coal per tonne of clinker",
        ["水泥制备工段电耗"] = "electricity of the cement-making section",
        ["单位产品焦炭消耗"] = "coke per unit of product",
        ["单位产品电炉电耗"] = "furnace electricity per unit of product",
        ["铝液交流电耗"] = "AC electricity per tonne of liquid aluminium",
        ["铝液综合交流电耗"] = "comprehensive AC electricity per tonne of liquid aluminium",
        ["铝锭综合交流电耗"] = "comprehensive AC electricity per tonne of aluminium ingot",
        ["铝锭综合能耗"] = "comprehensive energy per tonne of aluminium ingot",
        ["单位SO2提浓能耗"] = "energy of concentrating SO2",
        ["可比熔融焦耗"] = "comparable coke for melting",
        ["单位能量因数能耗"] = "energy per energy factor",
        ["生产能耗"] = "energy of production",
        ["运输能耗"] = "energy of transport",
    };

    public static string Write(string source, string output)
    {
        var data = Reading.File(Path.Combine(source, "energy-quotas.yaml"));
        var own = Reading.Resource("quota-standards.yaml");
        var codes = ((MapNode)own.Find("products")!).Entries.ToDictionary(e => e.Key.Text, e => ((ScalarNode)e.Value).Text, StringComparer.Ordinal);
        var beside = own.Maps("standards").ToDictionary(s => s.Must("number"), StringComparer.Ordinal);
        var rows = 0;
        var standards = data.Maps("standards").ToList();
        foreach (var standard in standards)
        {
            var number = standard.Must("number");
            var key = number.Split(' ', '-')[1];
            var adjust = own.Maps("adjust").Where(a => a.Must("number") == key).ToList();
            var limits = standard.Maps("limits").Select(l => new Limit(l)).Select(l => l with { Adjust = adjust.Find(a => Covers(a.Must("rows"), l.Id)) }).ToList();
            var text = Set(standard, beside[key], limits, codes);
            File.WriteAllText(Path.Combine(output, $"gb-{number["GB ".Length..]}.yaml"), text);
            rows += limits.Count;
        }

        return $"{standards.Count} standards, {rows} rows";
    }

    /// <summary>True when 003-007, or 003 alone, names the row by the end of its id.</summary>
    private static bool Covers(string rows, string id)
    {
        var number = id[(id.LastIndexOf('-') + 1)..];
        var ends = rows.Split('-');
        return string.CompareOrdinal(ends[0], number) <= 0 && string.CompareOrdinal(number, ends[^1]) <= 0;
    }

    private static string Set(MapNode standard, MapNode own, List<Limit> limits, Dictionary<string, string> codes)
    {
        var number = standard.Must("number");
        var title = standard.Must("title_zh");
        var scope = standard.Must("scope_en");
        var text = new StringBuilder()
            .Append("# yaml-language-server: $schema=../schema/benchmarks.schema.json\nschema: greenfactory.benchmarks/v1\n")
            .Append(CultureInfo.InvariantCulture, $"id: gb-{number["GB ".Length..]}\n")
            .Append(CultureInfo.InvariantCulture, $"title: {{ zh: {Wide(title)}, en: {Quoted($"Energy quota of {scope}")} }}\n")
            .Append("kind: energy-quota\n")
            .Append(CultureInfo.InvariantCulture, $"document: {{ number: {number}, title: {{ zh: {Wide(title)}, en: {Quoted($"Norm of energy consumption per unit product of {scope}")} }} }}\n")
            .Append(CultureInfo.InvariantCulture, $"from: {standard.Text("effective") ?? own.Must("from")}\n")
            .Append(CultureInfo.InvariantCulture, $"dated-by: period\nearlier-editions: {own.Text("earlier") ?? "not-held"}\n");
        if (standard.Texts("replaces") is { Count: > 0 } replaced)
        {
            text.Append(CultureInfo.InvariantCulture, $"replaces: [{string.Join(", ", replaced)}]\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"industry: [{string.Join(", ", own.Texts("industry").Select(Quoted))}]\n")
            .Append(CultureInfo.InvariantCulture, $"source: {{ label: seen, citation: {Quoted($"{number}; energy-quotas, rows named by id (seen T1, secondary transcription)")} }}\n");
        Notes(text, standard, own);
        text.Append("grids:\n");
        foreach (var grid in limits.GroupBy(l => l.Shared))
        {
            Grid(text, number, [.. grid], limits, codes, own);
        }

        return text.ToString();
    }

    private static void Notes(StringBuilder text, MapNode standard, MapNode own)
    {
        text.Append("notes:\n")
            .Append("  - { zh: \"1、2、3 级依次作为引领值、基准值、限定值\", en: \"Grades 1, 2, 3 serve as leading, baseline, threshold\" }\n");
        if (standard.Text("confidence") == "medium")
        {
            text.Append("  - { zh: 转录未经复核，正式使用前须核对原文, en: A transcription not yet reviewed; compare with the text before a binding decision }\n");
        }

        var zh = own.Texts("zh");
        var en = own.Texts("en") is { Count: > 0 } written ? written : standard.Texts("corrections_and_notes");
        if (zh.Count != en.Count)
        {
            throw new InvalidDataException($"{standard.Must("number")}: {zh.Count} notes in Chinese, {en.Count} in English");
        }

        foreach (var (first, second) in zh.Zip(en))
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{ zh: {Quoted(first)}, en: {Quoted(char.ToUpperInvariant(second[0]) + second[1..])} }}\n");
        }
    }

    private static void Grid(StringBuilder text, string number, List<Limit> rows, List<Limit> all, Dictionary<string, string> codes, MapNode own)
    {
        var first = rows[0];
        var unit = Units.GetValueOrDefault(first.Unit, first.Unit);
        var note = UnitNotes.TryGetValue(first.Unit, out var counted) ? counted : (Zh: string.Empty, En: string.Empty);
        text.Append(CultureInfo.InvariantCulture, $"  - series: {first.Series}\n")
            .Append(CultureInfo.InvariantCulture, $"    indicator: {{ zh: {Quoted(first.Indicator + (note.Zh.Length > 0 ? $"（{note.Zh}）" : string.Empty))}, en: {Quoted(Indicators[first.Indicator] + (note.En.Length > 0 ? $" ({note.En})" : string.Empty))} }}\n")
            .Append(CultureInfo.InvariantCulture, $"    unit: {unit}\n")
            .Append(CultureInfo.InvariantCulture, $"    table: {first.Table}\n");
        if (first.Adjust is { } adjust)
        {
            text.Append(adjust.Text("every") is { } every
                ? $"    adjust: {Quoted(every)}\n"
                : "    adjust:\n" + string.Concat(Grades.Where(c => adjust.Text(c) is not null).Select(c => $"      {c}: {Quoted(adjust.Must(c))}\n")));
        }

        if (first.IsOutOfOrder)
        {
            text.Append("    order: as-printed\n");
        }

        if (first.IsInferred)
        {
            text.Append(CultureInfo.InvariantCulture, $"    source: {{ label: inferred, citation: {Quoted($"{number}; energy-quotas, rows named by id")}, note: \"名称由工艺推断，数值为转录所见 / name concluded from the process, numbers as transcribed\" }}\n");
        }

        var named = rows.Exists(r => codes.ContainsKey(r.Id));
        text.Append(CultureInfo.InvariantCulture, $"    columns: [id, product, {(named ? "product-name, " : string.Empty)}leading, baseline, threshold]\n    rows:\n");
        foreach (var row in rows)
        {
            // One product with several indicators in one series needs a name for each.
            var name = all.Count(l => l.Product == row.Product && l.Series == row.Series) > 1 ? $"{row.Product}（{row.Indicator}）" : row.Product;
            var code = codes.GetValueOrDefault(row.Id);
            text.Append(CultureInfo.InvariantCulture, $"      - [{row.Id}, {code ?? Quoted(name)}, {(named ? (code is null ? "null" : Quoted(name)) + ", " : string.Empty)}{row.Grade1}, {row.Grade2}, {row.Grade3}]\n");
        }
    }

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>Chinese text with the punctuation of Chinese print.</summary>
    private static string Wide(string text) => text.Replace(',', '，').Replace('(', '（').Replace(')', '）');

    private sealed record Limit(string Id, string Product, string Indicator, string Unit, string Table, bool IsInferred, string Grade1, string Grade2, string Grade3)
    {
        private const string Inferred = "（金属名推断）";

        public Limit(MapNode node)
            : this(node.Must("id"), Wide(node.Must("product")).Replace(Inferred, string.Empty, StringComparison.Ordinal), Wide(node.Must("indicator")), node.Must("unit"), node.Must("table"), node.Text("label") == "inferred", node.Text("grade_1") ?? "null", node.Text("grade_2") ?? "null", node.Text("grade_3") ?? "null")
        {
        }

        public string Series => Unit == "kg/t" ? "coke_per_product"
            : Indicator.Contains("电耗", StringComparison.Ordinal) || Indicator.Contains("电力单耗", StringComparison.Ordinal) ? "electricity_per_product"
            : Indicator is "熟料单位产品综合煤耗" or "可比熔融焦耗" ? "coal_per_product"
            : "energy_per_product";

        public bool IsOutOfOrder => decimal.TryParse(Grade1, CultureInfo.InvariantCulture, out var one) && decimal.TryParse(Grade2, CultureInfo.InvariantCulture, out var two) && one > two;

        public MapNode? Adjust { get; init; }

        public (string, string, string, bool, bool, MapNode?) Shared => (Indicator, Unit, Table, IsInferred, IsOutOfOrder, Adjust);
    }
}
