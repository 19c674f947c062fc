using System.Globalization;
using System.Text;
using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Authoring;

/// <summary>
/// One line for each number the reference data has <c>seen</c>: where it stands there, the number, its citation, and where it
/// went. A number that is found nowhere needs a reason from <c>not-encoded.yaml</c>; without one nothing is written.
/// </summary>
internal sealed class Checklist(string source)
{
    private readonly List<string[]> _lines = [];
    private readonly List<string> _homeless = [];
    private readonly Dictionary<string, BenchmarkRow> _rows = RulePackCatalog.Default.Benchmarks.Rows.ToDictionary(r => r.Id, StringComparer.Ordinal);
    private readonly List<(string Value, string Citation)> _coefficients = [.. RulesSource.Package.Paths
        .Where(p => p.StartsWith("vocabulary/coefficients/", StringComparison.Ordinal))
        .SelectMany(p => Values(RulesSource.Package.Read(p, new Diagnostics.DiagnosticBag())!))];
    private readonly List<(string Begins, string Reason)> _reasons = [.. Reading.Resource("not-encoded.yaml").Maps("reasons").Select(r => (r.Must("begins"), r.Must("because")))];

    public static string Write(string source, string output)
    {
        var list = new Checklist(source);
        list.Quotas();
        list.Water();
        list.Coal();
        list.Emissions();
        list.Land();
        list.Levels();
        list.Sectors();
        if (list._homeless.Count > 0)
        {
            throw new InvalidDataException("no reason for:\n" + string.Join('\n', list._homeless));
        }

        var text = new StringBuilder("# Every number seen in the reference data: place | number | citation | where it went. Made once, then kept by hand.\n");
        foreach (var line in list._lines)
        {
            text.AppendJoin('\t', line).Append('\n');
        }

        File.WriteAllText(output, text.ToString());
        return $"{list._lines.Count} numbers, {list._lines.Count(l => l[3].StartsWith("not-encoded", StringComparison.Ordinal))} not encoded";
    }

    private static IEnumerable<(string, string)> Values(Node node) => node switch
    {
        MapNode map when map.Text("value") is { } value && map.Text("citation") is { } citation => [(value, citation)],
        MapNode map => map.Entries.SelectMany(e => Values(e.Value)),
        ListNode list => list.Items.SelectMany(Values),
        _ => [],
    };

    private void Quotas()
    {
        var data = Reading.File(Path.Combine(source, "energy-quotas.yaml"));
        foreach (var standard in data.Maps("standards"))
        {
            foreach (var limit in standard.Maps("limits"))
            {
                foreach (var (grade, column) in new[] { ("grade_1", "leading"), ("grade_2", "baseline"), ("grade_3", "threshold") })
                {
                    Row($"energy-quotas {limit.Must("id")} {grade}", limit.Text(grade), $"{standard.Must("number")}, {limit.Must("table")}", limit.Must("id"), column);
                }
            }
        }

        foreach (var (limit, i) in ((MapNode)data.Find("superseded_first_editions")!).Maps("limits").Select((l, i) => (l, i)))
        {
            foreach (var key in new[] { "limit_existing", "access_new", "advanced" })
            {
                Nowhere($"energy-quotas superseded_first_editions {i + 1} {limit.Must("product")} {key}", limit.Text(key), limit.Must("number"));
            }
        }
    }

    private void Water()
    {
        var data = Reading.File(Path.Combine(source, "water-quotas.yaml"));
        foreach (var quota in data.Maps("quotas"))
        {
            Row($"water-quotas {quota.Must("id")} advanced", quota.Text("advanced"), quota.Must("standard"), quota.Must("id"), "leading");
            Row($"water-quotas {quota.Must("id")} general", quota.Text("general"), quota.Must("standard"), quota.Must("id"), "baseline");
        }

        var power = (MapNode)data.Find("coal_power")!;
        foreach (var value in power.Maps("values"))
        {
            foreach (var entry in value.Entries.Where(e => e.Key.Text != "cooling"))
            {
                Nowhere($"water-quotas coal_power {value.Must("cooling")} {entry.Key.Text}", ((ScalarNode)entry.Value).Text, "水节约〔2019〕373号");
            }
        }

        foreach (var value in ((MapNode)data.Find("local_examples_old")!).Maps("values"))
        {
            Nowhere($"water-quotas local_examples_old {value.Must("product")}", value.Text("value"), "W5");
        }
    }

    private void Coal()
    {
        var data = Reading.File(Path.Combine(source, "coal-equivalents.yaml"));
        var carriers = ((MapNode)data.Find("energy_carriers")!).Maps("values").Concat(data.Maps("electricity_and_heat"));
        foreach (var carrier in carriers.Where(Seen))
        {
            var name = carrier.Must("name_zh");
            foreach (var key in new[] { "value", "value_min", "value_max", "value_2008" })
            {
                Coefficient($"coal-equivalents {name} {key}", carrier.Text(key), "GB/T 2589", $"coal-equivalents, energy_carriers, {name}", $"coal-equivalents, electricity_and_heat, {name}");
            }
        }

        foreach (var medium in ((MapNode)data.Find("working_media")!).Maps("values"))
        {
            foreach (var year in new[] { "2008", "2020" }.Where(y => medium.Text($"label_{y}") == "seen"))
            {
                Coefficient($"coal-equivalents working_media {medium.Must("name_zh")} {year}", medium.Text($"value_{year}"), $"GB/T 2589-{year}", $"coal-equivalents, working_media, {medium.Must("name_zh")} {year}");
            }
        }
    }

    private void Emissions()
    {
        var data = Reading.File(Path.Combine(source, "emission-factors.yaml"));
        var national = (MapNode)data.Find("national_grid")!;
        foreach (var kind in new[] { "average", "without_market_traded_non_fossil", "fossil_only" })
        {
            foreach (var value in national.Maps(kind).Where(Seen))
            {
                Coefficient($"emission-factors national_grid {kind} {value.Must("data_year")}", value.Text("value"), value.Text("document") ?? "公告", $"emission-factors, national_grid {kind} {value.Must("data_year")}");
            }
        }

        foreach (var (part, key) in new[] { ("regional_grid", "region"), ("provincial_grid", "province") })
        {
            foreach (var value in ((MapNode)data.Find(part)!).Maps("values"))
            {
                foreach (var year in new[] { "2021", "2022", "2023" })
                {
                    Coefficient($"emission-factors {part} {value.Must(key)} {year}", value.Text(year), "公告", $"emission-factors, {part} {value.Must(key)} {year}", $"; {value.Must(key)} {year}");
                }
            }
        }

        Coefficient("emission-factors heat", data.Maps("heat").First().Text("value"), "F25", "emission-factors, heat");
        foreach (var set in ((MapNode)data.Find("fuels")!).Maps("sets"))
        {
            foreach (var fuel in set.Maps("values"))
            {
                var (id, name) = (set.Must("set_id"), fuel.Must("fuel_zh"));
                foreach (var key in new[] { "ncv_gj", "carbon_kgc_per_gj", "oxidation_pct" })
                {
                    Coefficient($"emission-factors fuels {id} {name} {key}", fuel.Text(key), set.Must("source"), $"emission-factors, {id}, {name}");
                }

                Nowhere($"emission-factors fuels {id} {name} ef_t_co2_per_gj_printed", fuel.Text("ef_t_co2_per_gj_printed"), set.Must("source"));
            }
        }

        foreach (var other in data.Maps("gwp_and_other").Where(Seen))
        {
            Nowhere($"emission-factors gwp_and_other {other.Must("name")}", other.Text("value"), other.Must("source"));
        }
    }

    private void Land()
    {
        var data = Reading.File(Path.Combine(source, "land-control-index.yaml"));
        var old = (MapNode)data.Find("edition_2008")!;
        foreach (var value in ((MapNode)old.Find("floor_area_ratio")!).Maps("values"))
        {
            var id = _rows.Values.FirstOrDefault(r => r.Source.Citation?.Contains($"land-control-index, {value.Must("industry_zh")} ", StringComparison.Ordinal) == true)?.Id ?? "none";
            Row($"land-control-index edition_2008 floor_area_ratio {value.Must("industry_zh")}", value.Text("min_far"), old.Must("document"), id, "threshold");
        }

        foreach (var value in old.Maps("general").Where(Seen))
        {
            Row($"land-control-index edition_2008 {value.Must("indicator")}", value.Text("value"), old.Must("document"), value.Must("indicator") == "建筑系数" ? "land-2008-building-coefficient" : "none", "threshold");
        }

        foreach (var value in ((MapNode)data.Find("platform_leading_and_baseline")!).Maps("values"))
        {
            Nowhere($"land-control-index platform {value.Must("indicator")} leading", value.Text("leading"), "LP");
            Nowhere($"land-control-index platform {value.Must("indicator")} baseline", value.Text("baseline"), "LP");
        }
    }

    private void Levels()
    {
        var data = Reading.File(Path.Combine(source, "energy-benchmarks.yaml"));
        foreach (var record in data.Maps("records"))
        {
            foreach (var (key, document) in new[] { ("edition_2021", "发改产业〔2021〕1609号"), ("edition_2023", "发改产业〔2023〕723号") })
            {
                if (record.Find(key) is MapNode edition && Seen(edition))
                {
                    Row($"energy-benchmarks {record.Must("id")} {key} benchmark", edition.Text("benchmark"), document, $"{record.Must("id")}-{key[^4..]}", "leading");
                    Row($"energy-benchmarks {record.Must("id")} {key} baseline", edition.Text("baseline"), document, $"{record.Must("id")}-{key[^4..]}", "baseline");
                }
            }
        }
    }

    private void Sectors()
    {
        var data = Reading.File(Path.Combine(source, "sector-standards.yaml"));
        foreach (var row in ((MapNode)data.Find("platform_general_table")!).Maps("rows"))
        {
            foreach (var key in new[] { "leading", "baseline", "points" })
            {
                Nowhere($"sector-standards platform_general_table {row.Must("id")} {key}", row.Text(key), "P1");
            }
        }

        foreach (var row in ((MapNode)data.Find("clean_production_index_pcb")!).Maps("indicators"))
        {
            foreach (var key in new[] { "level_I", "level_II", "level_III" })
            {
                Nowhere($"sector-standards clean_production_index_pcb {row.Must("id")} {key}", row.Text(key), "clean-production index, PCB");
            }
        }

        foreach (var (row, i) in ((MapNode)data.Find("regional_threshold_table_hebei")!).Maps("rows").Select((r, i) => (r, i)))
        {
            foreach (var key in new[] { "three", "four", "five" })
            {
                Nowhere($"sector-standards regional_threshold_table_hebei {i + 1} {key}", row.Text(key), "H1");
            }
        }

        foreach (var value in ((MapNode)data.Find("zero_carbon_park_reference")!).Maps("values"))
        {
            Nowhere($"sector-standards zero_carbon_park_reference {value.Must("indicator")}", value.Text("value"), "Z1");
        }
    }

    private static bool Seen(MapNode map) => map.Text("label") == "seen";

    private void Row(string place, string? value, string citation, string id, string column)
    {
        if (value is not null && _rows.TryGetValue(id, out var row) && row.PrintedValues.GetValueOrDefault(column) == Number(value))
        {
            _lines.Add([place, value, citation, $"benchmark {id} {column}"]);
        }
        else
        {
            Nowhere(place, value, citation);
        }
    }

    private void Coefficient(string place, string? value, string citation, params string[] marks)
    {
        if (value is not null && marks.FirstOrDefault(m => _coefficients.Exists(c => (c.Citation + " ").Contains(m + " ", StringComparison.Ordinal) && Number(c.Value) == Number(value))) is { } mark)
        {
            _lines.Add([place, value, citation, $"coefficient {mark}"]);
        }
        else
        {
            Nowhere(place, value, citation);
        }
    }

    private void Nowhere(string place, string? value, string citation)
    {
        if (value is null)
        {
            return;
        }

        if (_reasons.Find(r => place.StartsWith(r.Begins, StringComparison.Ordinal)).Reason is { } reason)
        {
            _lines.Add([place, value, citation, $"not-encoded because {reason}"]);
        }
        else
        {
            _homeless.Add($"{place} = {value}");
        }
    }

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
