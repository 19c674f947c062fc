using System.Text;
using System.Text.Json;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Rendering;

/// <summary>The schema of fact files, made from a vocabulary, so that editors complete paths and know kinds, units and choices.</summary>
internal static class FactsSchema
{
    private const string Number = "^\\s*[+-]?[0-9][0-9.]*([eE][+-]?[0-9]+)?\\s*";
    private const string Date = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    private static readonly string[] Scalars3 = ["string", "number", "boolean"];

    public static string Write(FactVocabulary vocabulary)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, VerdictJson.Options))
        {
            Root(json, vocabulary);
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Root(Utf8JsonWriter json, FactVocabulary vocabulary)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("$id", "urn:greenfactory:schema:facts:v1");
        json.WriteString("title", "工厂事实文件 / Fact file of a factory");
        Closed(json, "schema", "period");
        json.WriteStartObject("properties");
        Property(json, "schema", "文件格式及版本 / format and version of the file", () => Enum(json, "string", [FactoryFactsReader.Schema]));
        Identity(json);
        Property(json, "period", "统计期，四位年份 / reporting period, a four-digit year", () =>
        {
            Types(json, "string", "integer");
            json.WriteString("pattern", "^[0-9]{4}$");
        });
        Property(json, "facts", "全厂的事实；不写或写 null 为未知 / facts of the factory; absent and null both mean not known", () => Ref(json, "factoryFacts"));
        Property(json, "products", "产品 / products", () => Items(json, () => Product(json)));
        Property(json, "history", "往年的事实，按年 / facts of earlier years", () =>
        {
            json.WriteString("type", "object");
            json.WriteBoolean("additionalProperties", false);
            json.WriteStartObject("patternProperties");
            json.WriteStartObject("^[0-9]{4}$");
            json.WriteStartArray("anyOf");
            Element(json, () => Ref(json, "factoryFacts"));
            Element(json, () => json.WriteString("type", "null"));
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        });
        Property(json, "evidence", "证明材料 / supporting documents", () => Items(json, () => EvidenceItem(json)));
        Property(json, "titles", "称号；不写为未知，空列表为没有 / titles; absent means not known, an empty list none", () => Items(json, () => TitleItem(json)));
        Property(json, "events", "事件；不写为未知，空列表为没有 / events; absent means not known, an empty list none", () => Items(json, () => EventItem(json)));
        json.WriteEndObject();
        json.WriteStartObject("$defs");
        Table(json, "factoryFacts", vocabulary, FactScope.Factory);
        Table(json, "productFacts", vocabulary, FactScope.Product);
        json.WriteStartObject("notApplicable");
        json.WriteString("description", "不适用及理由 / does not apply, and why");
        Closed(json, "notApplicable");
        json.WriteStartObject("properties");
        Property(json, "notApplicable", "理由 / the reason", () => NonEmpty(json));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Identity(Utf8JsonWriter json) => Property(json, "factory", "工厂 / the factory", () =>
    {
        Closed(json);
        json.WriteStartObject("properties");
        Property(json, "id", "标识 / id in the caller's own system", () => Types(json, Scalars3));
        Property(json, "name", "名称 / name", () => Types(json, Scalars3));
        Property(json, "region", "GB/T 2260 六位行政区划代码 / six-digit GB/T 2260 region code", () => Pattern(json, "^[0-9]{6}$", "string", "integer"));
        Property(json, "industry", "GB/T 4754-2017 行业代码 / GB/T 4754-2017 industry code", () => Pattern(json, "^[0-9]{2,4}$", "string", "integer"));
        Property(json, "founded", "成立日期 / founding date", () => Pattern(json, Date, "string"));
        json.WriteEndObject();
    });

    private static void Product(Utf8JsonWriter json)
    {
        Closed(json, "id");
        json.WriteStartObject("properties");
        Property(json, "id", "产品标识，文件内唯一 / id, unique in the file", () => Types(json, Scalars3));
        Property(json, "name", "产品名称 / name", () => Types(json, Scalars3));
        Property(json, "facts", "该产品的事实 / facts of the product", () => Ref(json, "productFacts"));
        json.WriteEndObject();
    }

    private static void EvidenceItem(Utf8JsonWriter json)
    {
        Closed(json, "id");
        json.WriteStartObject("properties");
        Property(json, "id", "标识 / id", () => Types(json, Scalars3));
        Property(json, "kind", "种类 / kind", () => Types(json, Scalars3));
        Property(json, "title", "名称 / title", () => Types(json, Scalars3));
        Property(json, "supports", "证明哪些事实（路径） / paths of the facts it supports", () => Items(json, () => json.WriteString("type", "string")));
        Property(json, "issued", "签发日 / issued on", () => Pattern(json, Date, "string"));
        Property(json, "expires", "有效期止 / last valid day", () => Pattern(json, Date, "string"));
        Property(json, "sha256", "文件指纹 / fingerprint of the file", () => Pattern(json, "^[0-9a-fA-F]{64}$", "string"));
        json.WriteEndObject();
    }

    private static void TitleItem(Utf8JsonWriter json)
    {
        Closed(json, "level", "named");
        json.WriteStartObject("properties");
        Property(json, "level", "级别 / level", () => Enum(json, "string", FactoryRegister.Levels));
        Property(json, "named", "公布日 / named on", () => Pattern(json, Date, "string"));
        Property(json, "star", "星级 / stars", () => Types(json, "integer"));
        Property(json, "batch", "批次 / batch", () => Types(json, Scalars3));
        Property(json, "region", "授予地代码 / code of the place that gave it", () => Pattern(json, "^[0-9]{6}$", "string", "integer"));
        Property(json, "expires", "最后有效日 / last valid day", () => Pattern(json, Date, "string"));
        Property(json, "renewed", "通过复审的日期 / days a re-review was passed", () => Items(json, () => Pattern(json, Date, "string")));
        json.WriteEndObject();
    }

    private static void EventItem(Utf8JsonWriter json)
    {
        Closed(json, "kind", "date");
        json.WriteStartObject("properties");
        Property(json, "kind", "种类 / kind", () => Enum(json, "string", [.. FactoryRegister.Occurrences, .. FactoryRegister.States]));
        Property(json, "date", "发生日或起始日 / day, or first day", () => Pattern(json, Date, "string"));
        Property(json, "until", "状态的最后一日 / last day of a state", () => Pattern(json, Date, "string"));
        Property(json, "grade", "事故等级 / grade of an accident", () => Enum(json, "string", FactoryRegister.Grades));
        Property(json, "level", "被移出的级别 / level delisted from", () => Enum(json, "string", FactoryRegister.Levels));
        Property(json, "from", "原址代码 / code of the place left", () => Pattern(json, "^[0-9]{6}$", "string", "integer"));
        Property(json, "note", "说明 / note", () => Types(json, Scalars3));
        json.WriteEndObject();
    }

    private static void Table(Utf8JsonWriter json, string name, FactVocabulary vocabulary, FactScope scope)
    {
        json.WriteStartObject(name);
        Closed(json);
        json.WriteStartObject("properties");
        foreach (var fact in vocabulary.Facts.Where(f => f.Scope == scope))
        {
            Property(json, fact.Path, Describe(fact), () => Fact(json, fact));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Describe(FactDeclaration fact)
    {
        var unit = fact.Unit.Symbol == "1" ? string.Empty : $" [{fact.Unit.Symbol}]";
        return $"{fact.Name.Zh}{unit}：{fact.Meaning.Zh} / {fact.Name.En}{unit}: {fact.Meaning.En}";
    }

    /// <summary>The value bare, the value in a map, not applicable with a reason, or null.</summary>
    private static void Fact(Utf8JsonWriter json, FactDeclaration fact)
    {
        json.WriteStartArray("anyOf");
        if (fact.Kind == FactKind.Assessment)
        {
            Element(json, () =>
            {
                Closed(json, "fraction", "reason");
                json.WriteStartObject("properties");
                Property(json, "fraction", "0 至 1 / from 0 to 1", () => Value(json, fact));
                Property(json, "reason", "评审理由 / the assessor's reason", () => NonEmpty(json));
                json.WriteEndObject();
            });
        }
        else
        {
            Element(json, () => Value(json, fact));
            Element(json, () =>
            {
                Closed(json, "value");
                json.WriteStartObject("properties");
                json.WriteStartObject("value");
                Value(json, fact, withUnit: true);
                json.WriteEndObject();
                if (fact.Kind == FactKind.Quantity)
                {
                    Property(json, "unit", "单位 / unit", () => NonEmpty(json));
                }

                json.WriteEndObject();
            });
        }

        Element(json, () => Ref(json, "notApplicable"));
        Element(json, () => json.WriteString("type", "null"));
        json.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter json, FactDeclaration fact, bool withUnit = false)
    {
        switch (fact.Kind)
        {
            case FactKind.Flag:
                json.WriteString("type", "boolean");
                break;
            case FactKind.Choice:
                Enum(json, "string", fact.Choices);
                break;
            case FactKind.Choices:
                Items(json, () => Enum(json, "string", fact.Choices));
                break;
            case FactKind.Date:
                Pattern(json, Date, "string");
                break;
            case FactKind.Text:
                Types(json, Scalars3);
                break;
            case FactKind.Quantity when fact.Unit.Symbol != "1" && !withUnit:
                Pattern(json, Number + "\\S", "string");
                break;
            case FactKind.Count:
                Pattern(json, Number, "string", "integer");
                json.WriteNumber("minimum", 0);
                break;
            default:
                Pattern(json, Number, "string", "number");
                Range(json, fact, withUnit);
                break;
        }
    }

    /// <summary>Bounds hold for plain numbers; those with a unit are checked when the file is read.</summary>
    private static void Range(Utf8JsonWriter json, FactDeclaration fact, bool withUnit)
    {
        if (withUnit && fact.Unit.Symbol != "1")
        {
            return;
        }

        Bound("minimum", fact.Least);
        Bound("maximum", fact.Greatest);

        void Bound(string name, decimal? bound)
        {
            if (bound is { } value)
            {
                json.WritePropertyName(name);
                json.WriteRawValue(Scalars.Number(value));
            }
        }
    }

    private static void Property(Utf8JsonWriter json, string name, string description, Action write)
    {
        json.WriteStartObject(name);
        json.WriteString("description", description);
        write();
        json.WriteEndObject();
    }

    private static void Element(Utf8JsonWriter json, Action write)
    {
        json.WriteStartObject();
        write();
        json.WriteEndObject();
    }

    private static void Closed(Utf8JsonWriter json, params ReadOnlySpan<string> required)
    {
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        if (required.Length > 0)
        {
            json.WriteStartArray("required");
            foreach (var name in required)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
        }
    }

    private static void Items(Utf8JsonWriter json, Action write)
    {
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        write();
        json.WriteEndObject();
    }

    private static void Ref(Utf8JsonWriter json, string name) => json.WriteString("$ref", "#/$defs/" + name);

    private static void Types(Utf8JsonWriter json, params ReadOnlySpan<string> types)
    {
        if (types.Length == 1)
        {
            json.WriteString("type", types[0]);
            return;
        }

        json.WriteStartArray("type");
        foreach (var type in types)
        {
            json.WriteStringValue(type);
        }

        json.WriteEndArray();
    }

    private static void Pattern(Utf8JsonWriter json, string pattern, params ReadOnlySpan<string> types)
    {
        Types(json, types);
        json.WriteString("pattern", pattern);
    }

    private static void NonEmpty(Utf8JsonWriter json) => Pattern(json, "\\S", Scalars3);

    private static void Enum(Utf8JsonWriter json, string type, IReadOnlyList<string> values)
    {
        json.WriteString("type", type);
        json.WriteStartArray("enum");
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
