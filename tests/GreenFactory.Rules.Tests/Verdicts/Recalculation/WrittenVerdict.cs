using System.Text.Json;

namespace GreenFactory.Rules.Tests.Verdicts.Recalculation;

/// <summary>One finding as the canonical JSON has it.</summary>
internal sealed record WrittenFinding(string Id, string Group, string Kind, string Status, Interval Points, decimal? Value, decimal? Measured, Step Explanation);

/// <summary>A verdict as somebody sees it who has the canonical JSON and nothing else.</summary>
internal sealed class WrittenVerdict
{
    private WrittenVerdict(JsonElement root)
    {
        Findings = [.. root.GetProperty("findings").EnumerateArray().Select(Finding)];
        Groups = [.. root.GetProperty("groups").EnumerateArray().Select(g => (g.GetProperty("id").GetString()!, Score(g.GetProperty("score"))))];
        Total = Score(root.GetProperty("score"));
        Tiers = [.. root.GetProperty("tiers").EnumerateArray().Select(WrittenTier.Read)];
        Tier = root.GetProperty("tier") is { ValueKind: JsonValueKind.Object } tier ? (tier.GetProperty("lower").GetString(), tier.GetProperty("upper").GetString()) : null;
        Explanation = Step.Read(root.GetProperty("score").GetProperty("explanation"));
    }

    public IReadOnlyList<WrittenFinding> Findings { get; }

    public IReadOnlyList<(string Id, (decimal? Value, Interval Interval) Score)> Groups { get; }

    public (decimal? Value, Interval Interval) Total { get; }

    public IReadOnlyList<WrittenTier> Tiers { get; }

    /// <summary>The certain tier and the reachable one; null for a pack without tiers.</summary>
    public (string? Lower, string? Upper)? Tier { get; }

    public Step Explanation { get; }

    public static WrittenVerdict Read(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 512 });
        return new WrittenVerdict(document.RootElement);
    }

    private static WrittenFinding Finding(JsonElement finding)
    {
        var measured = finding.GetProperty("measured");
        var (value, points) = Score(finding.GetProperty("points"));
        return new WrittenFinding(
            finding.GetProperty("id").GetString()!,
            finding.GetProperty("group").GetString()!,
            finding.GetProperty("kind").GetString()!,
            finding.GetProperty("status").GetString()!,
            points,
            value,
            measured.ValueKind == JsonValueKind.Null ? null : measured.GetProperty("value").GetDecimal(),
            Step.Read(finding.GetProperty("explanation")));
    }

    private static (decimal? Value, Interval Interval) Score(JsonElement score)
    {
        var value = score.GetProperty("value");
        return (value.ValueKind == JsonValueKind.Null ? null : value.GetDecimal(), new Interval(Number("lower"), Number("upper"), Number("full")));

        decimal Number(string name) => score.GetProperty(name).GetDecimal();
    }
}
