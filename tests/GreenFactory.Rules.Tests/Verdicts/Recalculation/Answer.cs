using System.Globalization;
using System.Text.Json;

namespace GreenFactory.Rules.Tests.Verdicts.Recalculation;

internal enum AnswerKind
{
    Unknown,
    NotApplicable,
    Number,
    Truth,
    Text,
}

/// <summary>A value as the canonical JSON writes it.</summary>
internal readonly record struct Answer(AnswerKind Kind, decimal Number = 0, bool Truth = false, string? Text = null)
{
    public static Answer Unknown { get; } = new(AnswerKind.Unknown);

    public static Answer NotApplicable { get; } = new(AnswerKind.NotApplicable);

    public bool IsUnknown => Kind == AnswerKind.Unknown;

    public bool IsNotApplicable => Kind == AnswerKind.NotApplicable;

    public bool IsKnown => Kind > AnswerKind.NotApplicable;

    public static Answer Of(decimal number) => new(AnswerKind.Number, number);

    public static Answer Of(bool truth) => new(AnswerKind.Truth, 0, truth);

    public static Answer Of(string text) => new(AnswerKind.Text, 0, false, text);

    public static Answer Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => Of(value.GetDecimal()),
        JsonValueKind.True or JsonValueKind.False => Of(value.GetBoolean()),
        _ => value.GetString() switch
        {
            "unknown" => Unknown,
            "not-applicable" => NotApplicable,
            var text => Of(text!),
        },
    };

    public override string ToString() => Kind switch
    {
        AnswerKind.Number => Number.ToString(CultureInfo.InvariantCulture),
        AnswerKind.Truth => Truth ? "true" : "false",
        AnswerKind.Text => $"'{Text}'",
        _ => Kind.ToString(),
    };
}

/// <summary>The share of a rule's points that was earned, as the quotient it is; or open, or not applicable.</summary>
internal readonly record struct Share(AnswerKind Kind, decimal Earned = 0, decimal Whole = 1)
{
    public static Share Unknown { get; } = new(AnswerKind.Unknown);

    public static Share NotApplicable { get; } = new(AnswerKind.NotApplicable);

    public static Share Of(decimal earned, decimal whole = 1) => new(AnswerKind.Number, earned, whole);

    public static Share Missing(Answer answer) => answer.IsNotApplicable ? NotApplicable : Unknown;

    public Answer Shown => Kind == AnswerKind.Number ? Answer.Of(Earned / Whole) : new Answer(Kind);
}
