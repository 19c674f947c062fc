using System.Text.Json;

namespace GreenFactory.Rules.Tests.Verdicts.Recalculation;

/// <summary>One tier as the canonical JSON has it.</summary>
internal sealed record WrittenTier(string Id, string State, decimal? AtLeast, IReadOnlyList<(string Kind, string? Id, string State)> Conditions)
{
    public static WrittenTier Read(JsonElement tier) => new(
        tier.GetProperty("id").GetString()!,
        tier.GetProperty("state").GetString()!,
        tier.GetProperty("cutOff") is { ValueKind: JsonValueKind.Object } cut && cut.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetDecimal() : null,
        [.. tier.GetProperty("conditions").EnumerateArray().Select(c => (c.GetProperty("kind").GetString()!, c.GetProperty("id").GetString(), c.GetProperty("state").GetString()!))]);
}

/// <summary>Decides the tiers again from the statuses of the findings and the total. Knows nothing of packs.</summary>
internal static class TierCalculator
{
    /// <summary>The first thing that is written otherwise than it follows; null when there is none.</summary>
    public static string? Difference(WrittenVerdict verdict)
    {
        var states = new Dictionary<string, bool?>(StringComparer.Ordinal);
        foreach (var tier in verdict.Tiers)
        {
            bool? own = tier.Conditions.Any(c => c.Kind is "score" or "rule") || tier.Conditions.All(c => c.Kind != "route");
            bool? needed = true;
            bool? route = false;
            foreach (var condition in tier.Conditions)
            {
                var state = State(condition.Kind, condition.Id, tier, verdict, states);
                if (Spell(state) != condition.State)
                {
                    return $"{tier.Id}: {condition} is written, {Spell(state)} follows";
                }

                switch (condition.Kind)
                {
                    case "score" or "rule":
                        own = And(own, state);
                        break;
                    case "route":
                        route = Not(And(Not(route), Not(state)));
                        break;
                    default:
                        needed = And(needed, state);
                        break;
                }
            }

            var reached = And(needed, Not(And(Not(own), Not(route))));
            if (Spell(reached) != tier.State)
            {
                return $"{tier.Id}: {tier.State} is written, {Spell(reached)} follows";
            }

            states[tier.Id] = reached;
        }

        (string?, string?)? settled = verdict.Tiers.Count == 0 ? null : (verdict.Tiers.LastOrDefault(t => states[t.Id] == true)?.Id, verdict.Tiers.LastOrDefault(t => states[t.Id] != false)?.Id);
        return settled == verdict.Tier ? null : $"tier {verdict.Tier} is written, {settled} follows";
    }

    private static bool? State(string kind, string? id, WrittenTier tier, WrittenVerdict verdict, Dictionary<string, bool?> states) => kind switch
    {
        "gates" => All(verdict, "gate"),
        "mandatory" => All(verdict, "mandatory"),
        "tier" => states[id!],
        "score" => tier.AtLeast is not { } least ? null : verdict.Total.Interval.Lower >= least ? true : verdict.Total.Interval.Upper < least ? false : null,
        "rule" => Holds(verdict.Findings.Single(f => f.Id == id).Status),
        _ => verdict.Findings.Single(f => f.Id == id).Status switch { "met" => true, "insufficient-evidence" => null, _ => false },
    };

    private static bool? All(WrittenVerdict verdict, string kind) => verdict.Findings.Where(f => f.Kind == kind).Select(f => Holds(f.Status)).Aggregate((bool?)true, And);

    private static bool? Holds(string status) => status switch { "met" or "not-applicable" => true, "insufficient-evidence" => null, _ => false };

    private static bool? And(bool? a, bool? b) => a == false || b == false ? false : a is null || b is null ? null : true;

    private static bool? Not(bool? a) => a is null ? null : !a;

    private static string Spell(bool? state) => state switch { true => "met", false => "not-met", _ => "undetermined" };
}
