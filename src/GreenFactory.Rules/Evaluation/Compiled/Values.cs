using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Evaluation.Compiled;

/// <summary>Ordered so that a conjunction is the greatest of its parts.</summary>
internal enum Truth : byte
{
    NotApplicable = 0,
    True = 1,
    Unknown = 2,
    False = 3,
}

/// <summary>A number or a date (as its day number), unknown, or not applicable.</summary>
internal readonly struct Num(FactState state, decimal value)
{
    public readonly FactState State = state;

    public readonly decimal Value = value;

    public static readonly Num Unknown;

    public static readonly Num NotApplicable = new(FactState.NotApplicable, 0);

    public static Num Of(decimal value) => new(FactState.Known, value);
}

/// <summary>A text, unknown, or not applicable.</summary>
internal readonly struct Txt(FactState state, string? value)
{
    public readonly FactState State = state;

    public readonly string? Value = value;
}

/// <summary>A set of texts, unknown, or not applicable.</summary>
internal readonly struct TxtSet(FactState state, IReadOnlyList<string>? items)
{
    public readonly FactState State = state;

    public readonly IReadOnlyList<string>? Items = items;
}
