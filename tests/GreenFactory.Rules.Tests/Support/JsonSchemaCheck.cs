using System.Text.Json;
using System.Text.RegularExpressions;

namespace GreenFactory.Rules.Tests.Support;

/// <summary>
/// Validates JSON by the keywords our schemas use, as draft 2020-12 defines them. Any other keyword is an error of the schema:
/// a keyword that nobody checks protects nobody.
/// </summary>
internal sealed class JsonSchemaCheck
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "$schema", "$id", "$defs", "$ref", "title", "description", "type", "enum", "pattern", "minimum", "maximum", "items", "minItems", "maxItems",
        "properties", "patternProperties", "additionalProperties", "required", "anyOf", "oneOf",
    };

    private readonly JsonElement _root;

    public JsonSchemaCheck(string schema)
    {
        _root = JsonDocument.Parse(schema).RootElement;
        Faults = [.. SchemaFaults(_root, "#")];
    }

    /// <summary>What is wrong with the schema itself.</summary>
    public IReadOnlyList<string> Faults { get; }

    public JsonElement Root => _root;

    /// <summary>The first faults of a document, by path.</summary>
    public IReadOnlyList<string> Validate(JsonElement document) => [.. Check(_root, document, "$").Take(5)];

    private IEnumerable<string> Check(JsonElement schema, JsonElement value, string path)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return schema.GetBoolean() ? [] : [$"{path}: nothing is allowed here"];
        }

        return schema.EnumerateObject().SelectMany(keyword => keyword.Name switch
        {
            "$ref" => Check(Resolve(keyword.Value.GetString()!), value, path),
            "type" => HasType(keyword.Value, value) ? [] : [$"{path}: {value.ValueKind} is not {keyword.Value}"],
            "enum" => keyword.Value.EnumerateArray().Any(v => JsonElement.DeepEquals(v, value)) ? [] : [$"{path}: {value} is none of {keyword.Value}"],
            "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!) ? [] : [$"{path}: '{value}' does not match {keyword.Value}"],
            "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= keyword.Value.GetDecimal() ? [] : [$"{path}: less than {keyword.Value}"],
            "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= keyword.Value.GetDecimal() ? [] : [$"{path}: more than {keyword.Value}"],
            "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= keyword.Value.GetInt32() ? [] : [$"{path}: too few items"],
            "maxItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= keyword.Value.GetInt32() ? [] : [$"{path}: too many items"],
            "items" => value.ValueKind != JsonValueKind.Array ? [] : value.EnumerateArray().SelectMany((item, i) => Check(keyword.Value, item, $"{path}[{i}]")),
            "required" => value.ValueKind != JsonValueKind.Object ? [] : keyword.Value.EnumerateArray().Where(n => !value.TryGetProperty(n.GetString()!, out _)).Select(n => $"{path}: {n} is missing"),
            "properties" => value.ValueKind != JsonValueKind.Object ? [] : keyword.Value.EnumerateObject().SelectMany(p => value.TryGetProperty(p.Name, out var inner) ? Check(p.Value, inner, $"{path}.{p.Name}") : []),
            "patternProperties" => value.ValueKind != JsonValueKind.Object ? [] : value.EnumerateObject().SelectMany(p => keyword.Value.EnumerateObject().Where(k => Regex.IsMatch(p.Name, k.Name)).SelectMany(k => Check(k.Value, p.Value, $"{path}.{p.Name}"))),
            "additionalProperties" => value.ValueKind != JsonValueKind.Object ? [] : Others(schema, value).SelectMany(p => Check(keyword.Value, p.Value, $"{path}.{p.Name}")),
            "anyOf" => keyword.Value.EnumerateArray().Any(s => !Check(s, value, path).Any()) ? [] : [$"{path}: fits no way of writing it ({keyword.Value.EnumerateArray().SelectMany(s => Check(s, value, path)).First()})"],
            "oneOf" => keyword.Value.EnumerateArray().Count(s => !Check(s, value, path).Any()) == 1 ? [] : [$"{path}: fits none or several of the alternatives"],
            _ => [],
        });
    }

    private static IEnumerable<JsonProperty> Others(JsonElement schema, JsonElement value) => value.EnumerateObject().Where(p =>
        !(schema.TryGetProperty("properties", out var known) && known.TryGetProperty(p.Name, out _))
        && !(schema.TryGetProperty("patternProperties", out var patterns) && patterns.EnumerateObject().Any(k => Regex.IsMatch(p.Name, k.Name))));

    private static bool HasType(JsonElement types, JsonElement value) =>
        types.ValueKind == JsonValueKind.Array ? types.EnumerateArray().Any(t => HasType(t, value)) : types.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.GetDecimal() == decimal.Truncate(value.GetDecimal()),
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => value.ValueKind == JsonValueKind.Null,
            _ => throw new InvalidOperationException($"{types} is no type"),
        };

    private JsonElement Resolve(string reference) => _root.GetProperty("$defs").GetProperty(reference["#/$defs/".Length..]);

    /// <summary>Unknown keywords, references that lead nowhere, open objects and properties without a description.</summary>
    private IEnumerable<string> SchemaFaults(JsonElement schema, string path)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var keyword in schema.EnumerateObject())
        {
            if (!Keywords.Contains(keyword.Name))
            {
                yield return $"{path}: unknown keyword {keyword.Name}";
            }

            if (keyword.Name == "$ref" && !(_root.TryGetProperty("$defs", out var definitions) && definitions.TryGetProperty(keyword.Value.GetString()!["#/$defs/".Length..], out _)))
            {
                yield return $"{path}: {keyword.Value} leads nowhere";
            }

            var inner = keyword.Name switch
            {
                "properties" or "patternProperties" or "$defs" => keyword.Value.EnumerateObject().SelectMany(p => SchemaFaults(p.Value, $"{path}/{p.Name}")),
                "anyOf" or "oneOf" => keyword.Value.EnumerateArray().SelectMany((s, i) => SchemaFaults(s, $"{path}/{keyword.Name}[{i}]")),
                "items" or "additionalProperties" => SchemaFaults(keyword.Value, $"{path}/{keyword.Name}"),
                _ => [],
            };
            foreach (var fault in inner)
            {
                yield return fault;
            }
        }

        if (schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "object" && !schema.TryGetProperty("additionalProperties", out _))
        {
            yield return $"{path}: an object that is neither closed nor says what else it may hold";
        }
    }
}
