using System.Text;
using System.Text.Json;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Policies;

/// <summary>An answer about policies as JSON; the layout is that of verdicts.</summary>
internal static class BenefitsJson
{
    public static string Write(BenefitsAnswer answer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, VerdictJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", "greenfactory.benefits/v1");
            json.WriteString("factory", answer.Factory.Id);
            json.WriteString("region", answer.Region);
            json.WriteString("asOf", Scalars.Date(answer.AsOf));
            List(json, "policies", answer.Policies, p => json.WriteStringValue(p.Policy.Id.ToString()));
            Total(json, "certainMoney", answer, LineState.Certain);
            Total(json, "conditionalMoney", answer, LineState.Conditional);
            List(json, "lines", answer.Lines, l => Line(json, l));
            List(json, "priority", answer.Priorities, p => Priority(json, p));
            List(json, "states", answer.Machines, m => Machine(json, m));
            List(json, "warnings", answer.Warnings, w => Warning(json, w));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Line(Utf8JsonWriter json, AnswerLine line)
    {
        json.WriteStartObject();
        json.WriteString("policy", line.Policy.Id.ToString());
        json.WriteString("id", line.Line.Id);
        json.WriteString("kind", line.Line.Kind.ToString().ToLowerInvariant());
        json.WriteString("state", line.State switch { LineState.Certain => "certain", LineState.Conditional => "conditional", _ => "not-met" });
        Text(json, "title", line.Line.Title);
        if (line.Area is { } area)
        {
            Text(json, "area", area.Name);
        }

        json.WriteString("level", line.Line.Level);
        Amount(json, "amount", line.Line.Amount);
        json.WriteString("payer", line.Line.Payer);
        json.WriteString("payee", line.Line.Payee);
        json.WriteString("stacking", line.Line.Stacking);
        json.WriteString("effect", line.Line.Effect);
        json.WriteString("due", line.Due?.Date is { } due ? Scalars.Date(due) : null);
        json.WriteBoolean("overdue", line.Due?.IsOverdue ?? false);
        json.WriteString("printed", line.Line.Printed);
        List(json, "doubts", line.Line.Doubts, d => Doubt(json, d));
        List(json, "reserves", line.Reserves, r => json.WriteStringValue(JsonNamingPolicy.KebabCaseLower.ConvertName(r.ToString())));
        List(json, "missing", line.Missing, json.WriteStringValue);
        List(json, "footnotes", line.Policy.Footnotes.Where(f => line.Line.Footnotes.Contains(f.Id)).ToList(), f =>
        {
            json.WriteStartObject();
            json.WriteString("id", f.Id);
            Text(json, "text", f.Text);
            json.WriteEndObject();
        });
        json.WriteStartObject("source");
        json.WriteString("document", line.Line.Source.Document);
        json.WriteString("clause", line.Line.Source.Clause);
        json.WriteString("label", Provenance.Spell(line.Line.Source.Label));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Doubt(Utf8JsonWriter json, Doubt doubt)
    {
        json.WriteStartObject();
        json.WriteString("kind", doubt.Kind);
        Text(json, "text", doubt.Text);
        Amount(json, "likelyAmount", doubt.LikelyAmount);
        json.WriteString("likelyArea", doubt.LikelyArea);
        json.WriteString("likelyLevel", doubt.LikelyLevel);
        json.WriteString("label", Provenance.Spell(doubt.Label));
        json.WriteEndObject();
    }

    private static void Priority(Utf8JsonWriter json, PriorityAnswer priority)
    {
        json.WriteStartObject();
        json.WriteString("policy", priority.Policy.Id.ToString());
        json.WriteString("year", priority.List.Year);
        json.WriteString("named", priority.IsNamed switch { true => "yes", false => "no", null => "open" });
        List(json, "industries", priority.List.Industries, json.WriteStringValue);
        json.WriteBoolean("andSoOn", priority.List.IsOpen);
        json.WriteEndObject();
    }

    private static void Machine(Utf8JsonWriter json, MachineAnswer machine)
    {
        json.WriteStartObject();
        json.WriteString("policy", machine.Policy.Id.ToString());
        json.WriteString("id", machine.Machine.Id);
        json.WriteString("state", machine.State.Id);
        json.WriteString("since", machine.Since is { } since ? Scalars.Date(since) : null);
        json.WriteString("next", machine.Next is { } next ? Scalars.Date(next) : null);
        json.WriteEndObject();
    }

    private static void Warning(Utf8JsonWriter json, Diagnostic warning)
    {
        json.WriteStartObject();
        json.WriteString("code", warning.Code.Id);
        json.WriteString("place", warning.Span.ToString());
        Text(json, "message", warning.Message);
        json.WriteEndObject();
    }

    private static void Total(Utf8JsonWriter json, string name, BenefitsAnswer answer, LineState state)
    {
        var total = BenefitsOutline.Total(answer, state);
        Amount(json, name, total is { } range ? new PolicyAmount(range.Least, range.Most, false) : null);
    }

    private static void Amount(Utf8JsonWriter json, string name, PolicyAmount? amount)
    {
        if (amount is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("least", amount.Least.ToString());
        json.WriteString("most", amount.Most.ToString());
        json.WriteBoolean("ceiling", amount.IsCeiling);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, LocalizedText text)
    {
        json.WriteStartObject(name);
        json.WriteString("zh", text.Zh);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}
