namespace GreenFactory.Rules.Facts;

internal enum FactState : byte
{
    /// <summary>Absent or null: not known. Never zero.</summary>
    Unknown = 0,

    Known = 1,

    NotApplicable = 2,
}

/// <summary>One value in a factory's table of facts, in the unit the vocabulary declares.</summary>
internal readonly struct FactCell
{
    private FactCell(FactState state, bool flag, decimal number, object? reference)
    {
        State = state;
        Flag = flag;
        Number = number;
        Reference = reference;
    }

    public FactState State { get; }

    public bool Flag { get; }

    /// <summary>Quantity, count or fraction; for dates the day number.</summary>
    public decimal Number { get; }

    /// <summary>Text, the chosen values, the assessor's reason, or why a fact does not apply.</summary>
    public object? Reference { get; }

    public static FactCell Of(decimal number, string? reason = null) => new(FactState.Known, false, number, reason);

    public static FactCell Of(bool flag) => new(FactState.Known, flag, 0m, null);

    public static FactCell Of(string text) => new(FactState.Known, false, 0m, text);

    public static FactCell Of(DateOnly date) => new(FactState.Known, false, date.DayNumber, null);

    public static FactCell Of(IReadOnlyList<string> chosen) => new(FactState.Known, false, 0m, chosen);

    public static FactCell NotApplicable(string reason) => new(FactState.NotApplicable, false, 0m, reason);
}
