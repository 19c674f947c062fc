using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Verdicts;

/// <summary>Writes the canonical JSON: fixed order, plain digits, no escapes that are not needed, lines end with \n.</summary>
internal static class VerdictJson
{
    public const string Schema = "greenfactory.verdict/v1";

    private const int LikelyLength = 1 << 18;

    private static readonly string[] Conclusions = ["met", "not-met", "undetermined"];
    private static readonly string[] Kinds = ["gate", "mandatory", "optional", "indicator", "bonus"];
    private static readonly string[] ConditionKinds = ["gates", "mandatory", "tier", "score", "rule", "route"];
    private static readonly string[] Statuses = ["met", "partly-met", "not-met", "not-applicable", "insufficient-evidence"];
    private static readonly string[] Origins = ["computed", "fact", "derived", "coefficient", "benchmark", "constant", "parameter", "context"];

    public static string Spell(Conclusion conclusion) => Conclusions[(int)conclusion];

    public static string Spell(FindingStatus status) => Statuses[(int)status];

    public static string Spell(FindingKind kind) => Kinds[(int)kind];

    public static string Spell(TierConditionKind kind) => ConditionKinds[(int)kind];

    public static string Write(Verdict verdict)
    {
        var buffer = new ArrayBufferWriter<byte>(LikelyLength);
        Write(verdict, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The bytes themselves, for those who keep or compare many.</summary>
    public static void Write(Verdict verdict, IBufferWriter<byte> buffer)
    {
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, verdict);
        }

        buffer.Write("\n"u8);
    }

    /// <summary>One derivation on its own.</summary>
    public static string Write(ExplanationStep step)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, step);
        }

        buffer.Write("\n"u8);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static JsonWriterOptions Options => new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    private static void Write(Utf8JsonWriter writer, Verdict verdict)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", Schema);
        writer.WriteStartObject("pack");
        writer.WriteString("id", verdict.Pack.ToString());
        writer.WriteString("version", verdict.PackVersion);
        writer.WriteString("digest", verdict.PackDigest);
        Strings(writer, "overlays", verdict.Overlays);
        writer.WriteEndObject();
        writer.WriteStartObject("facts");
        writer.WriteString("digest", verdict.FactsDigest);
        Factory(writer, verdict.Factory);
        writer.WriteString("period", verdict.Period.ToString());
        writer.WriteEndObject();
        writer.WriteString("asOf", Scalars.Date(verdict.AsOf));
        writer.WriteString("conclusion", Spell(verdict.Conclusion));
        Tier(writer, verdict.Tier);
        Tiers(writer, verdict.Tiers);
        Score(writer, "score", verdict.Score, verdict.Explanation);
        writer.WriteStartArray("gates");
        foreach (var gate in verdict.Gates)
        {
            writer.WriteStartObject();
            writer.WriteString("id", gate.Id);
            writer.WriteString("clause", gate.Clause);
            writer.WriteString("status", Spell(gate.Status));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("groups");
        foreach (var group in verdict.Groups)
        {
            writer.WriteStartObject();
            writer.WriteString("id", group.Id);
            Localized(writer, "title", group.Title);
            Number(writer, "weight", group.Weight);
            Score(writer, "score", group.Score);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("findings");
        foreach (var finding in verdict.Findings)
        {
            Finding(writer, finding);
        }

        writer.WriteEndArray();
        Assurance(writer, verdict.Assurance);
        Strings(writer, "missing", verdict.Missing);
        writer.WriteStartArray("warnings");
        foreach (var warning in verdict.Warnings)
        {
            writer.WriteStartObject();
            writer.WriteString("code", warning.Code);
            Localized(writer, "message", warning.Message);
            writer.WriteString("path", warning.Path);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Factory(Utf8JsonWriter writer, FactoryIdentity factory)
    {
        writer.WriteStartObject("factory");
        writer.WriteString("id", factory.Id);
        writer.WriteString("name", factory.Name);
        writer.WriteString("region", factory.Region);
        writer.WriteString("industry", factory.Industry);
        writer.WriteEndObject();
    }

    private static void Tier(Utf8JsonWriter writer, TierResult? tier)
    {
        if (tier is null)
        {
            writer.WriteNull("tier");
            return;
        }

        writer.WriteStartObject("tier");
        writer.WriteString("id", tier.Id);
        if (tier.Title is null)
        {
            writer.WriteNull("title");
        }
        else
        {
            Localized(writer, "title", tier.Title);
        }

        writer.WriteString("lower", tier.Lower);
        writer.WriteString("upper", tier.Upper);
        writer.WriteEndObject();
    }

    private static void Tiers(Utf8JsonWriter writer, IReadOnlyList<TierStanding> tiers)
    {
        writer.WriteStartArray("tiers");
        foreach (var tier in tiers)
        {
            writer.WriteStartObject();
            writer.WriteString("id", tier.Id);
            Localized(writer, "title", tier.Title);
            if (tier.Authority is null)
            {
                writer.WriteNull("authority");
            }
            else
            {
                Localized(writer, "authority", tier.Authority);
            }

            writer.WriteString("state", Spell(tier.State));
            CutOff(writer, tier);
            writer.WriteStartArray("conditions");
            foreach (var condition in tier.Conditions)
            {
                writer.WriteStartObject();
                writer.WriteString("kind", Spell(condition.Kind));
                writer.WriteString("id", condition.Id);
                writer.WriteString("state", Spell(condition.State));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void CutOff(Utf8JsonWriter writer, TierStanding tier)
    {
        if (!tier.HasCutOff)
        {
            writer.WriteNull("cutOff");
            return;
        }

        writer.WriteStartObject("cutOff");
        if (tier.CutOff is { } least)
        {
            Number(writer, "value", least);
        }
        else
        {
            writer.WriteNull("value");
        }

        writer.WriteString("parameter", tier.CutOffParameter);
        writer.WriteString("label", Provenance.Spell(tier.CutOffLabel!.Value));
        writer.WriteEndObject();
    }

    private static void Finding(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("id", finding.Id);
        writer.WriteString("group", finding.Group);
        writer.WriteString("clause", finding.Clause);
        writer.WriteString("kind", Spell(finding.Kind));
        writer.WriteString("status", Spell(finding.Status));
        Score(writer, "points", finding.Points);
        Quantity(writer, "measured", finding.Measured);
        writer.WriteStartArray("thresholds");
        foreach (var threshold in finding.Thresholds)
        {
            writer.WriteStartObject();
            writer.WriteString("name", threshold.Name);
            if (threshold.Value is { } value)
            {
                Number(writer, "value", value.Value);
                writer.WriteString("unit", value.Unit.Symbol);
            }
            else
            {
                writer.WriteNull("value");
                writer.WriteNull("unit");
            }

            Source(writer, threshold.Source);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WritePropertyName("explanation");
        Write(writer, finding.Explanation);
        Strings(writer, "missing", finding.Missing);
        Strings(writer, "evidence", finding.Evidence);
        Source(writer, finding.Source);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ExplanationStep step)
    {
        writer.WriteStartObject();
        writer.WriteString("op", step.Operation);
        writer.WriteString("expression", step.Expression);
        if (step.Name is not null)
        {
            Localized(writer, "name", step.Name);
        }

        writer.WritePropertyName("value");
        Value(writer, step);
        if (step.Unit is not null)
        {
            writer.WriteString("unit", step.Unit);
        }

        writer.WriteString("origin", Origins[(int)step.Origin]);
        if (step.Source is not null)
        {
            Source(writer, step.Source);
        }

        if (step.Note is not null)
        {
            writer.WriteString("note", step.Note);
        }

        if (step.Decides)
        {
            writer.WriteBoolean("decides", true);
        }

        if (step.Operands.Count > 0)
        {
            writer.WriteStartArray("operands");
            foreach (var operand in step.Operands)
            {
                Write(writer, operand);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    /// <summary>Numbers stay numbers, with every digit; truths stay truths; what is open is text.</summary>
    private static void Value(Utf8JsonWriter writer, ExplanationStep step)
    {
        if (step.IsText)
        {
            writer.WriteStringValue(step.Value);
        }
        else if (step.Value is "true" or "false")
        {
            writer.WriteBooleanValue(step.Value == "true");
        }
        else if (IsNumber(step))
        {
            writer.WriteRawValue(step.Value, skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(step.Value);
        }
    }

    private static bool IsNumber(ExplanationStep step) =>
        step.Value is not ("unknown" or "not-applicable") && Scalars.TryDecimal(step.Value, out var number) && Scalars.Number(number) == step.Value
        && (step.Unit is not null || step.Origin is ValueOrigin.Computed or ValueOrigin.Constant);

    private static void Score(Utf8JsonWriter writer, string name, Score score, ExplanationStep? explanation = null)
    {
        writer.WriteStartObject(name);
        if (score.Value is { } value)
        {
            Number(writer, "value", value);
        }
        else
        {
            writer.WriteNull("value");
        }

        Number(writer, "lower", score.Lower);
        Number(writer, "upper", score.Upper);
        Number(writer, "full", score.Full);
        if (explanation is not null)
        {
            writer.WritePropertyName("explanation");
            Write(writer, explanation);
        }

        writer.WriteEndObject();
    }

    private static void Quantity(Utf8JsonWriter writer, string name, Quantity? quantity)
    {
        if (quantity is not { } known)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        Number(writer, "value", known.Value);
        writer.WriteString("unit", known.Unit.Symbol);
        writer.WriteEndObject();
    }

    private static void Assurance(Utf8JsonWriter writer, Assurance assurance)
    {
        writer.WriteStartObject("assurance");
        Number(writer, "sourcedPoints", assurance.SourcedPoints);
        Number(writer, "assumedPoints", assurance.AssumedPoints);
        writer.WriteStartArray("assumptions");
        foreach (var assumption in assurance.Assumptions)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", assumption.Rule);
            writer.WriteString("what", assumption.What);
            writer.WriteString("label", Provenance.Spell(assumption.Label));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Source(Utf8JsonWriter writer, Provenance source)
    {
        writer.WriteStartObject("source");
        writer.WriteString("document", source.Document);
        writer.WriteString("clause", source.Clause);
        writer.WriteString("label", Provenance.Spell(source.Label));
        writer.WriteEndObject();
    }

    private static void Localized(Utf8JsonWriter writer, string name, LocalizedText text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("zh", text.Zh);
        writer.WriteString("en", text.En);
        writer.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter writer, string name, IEnumerable<string> items)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStringValue(item);
        }

        writer.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter writer, string name, decimal value)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(Scalars.Number(value), skipInputValidation: true);
    }
}
