using System.Text.Json;

namespace GreenFactory.Rules.Tests.Verdicts.Recalculation;

/// <summary>One step of a derivation, as read from the canonical JSON.</summary>
internal sealed class Step
{
    public required string Op { get; init; }

    public required string Expression { get; init; }

    public required Answer Value { get; init; }

    public string? Note { get; init; }

    public bool Decides { get; init; }

    public required IReadOnlyList<Step> Operands { get; init; }

    public bool IsLeaf => Operands.Count == 0;

    public static Step Read(JsonElement step) => new()
    {
        Op = step.GetProperty("op").GetString()!,
        Expression = step.GetProperty("expression").GetString()!,
        Value = Answer.Read(step.GetProperty("value")),
        Note = step.TryGetProperty("note", out var note) ? note.GetString() : null,
        Decides = step.TryGetProperty("decides", out var decides) && decides.GetBoolean(),
        Operands = step.TryGetProperty("operands", out var operands) ? [.. operands.EnumerateArray().Select(Read)] : [],
    };

    /// <summary>The constant of that name among the operands.</summary>
    public decimal Constant(string name) => Operands.Single(o => o.Op == "constant" && o.Expression == name).Value.Number;

    public IEnumerable<Step> Leaves() => IsLeaf ? [this] : Operands.SelectMany(o => o.Leaves());

    /// <summary>The leaves that are reached by parts that decide and nothing else.</summary>
    public IEnumerable<Step> DecidingLeaves() => !Decides ? [] : IsLeaf ? [this] : Operands.SelectMany(o => o.DecidingLeaves());
}
