using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Expressions;

/// <summary>A value of the rule language: a number, a truth, a text, a date, a set of texts, unknown or not applicable.</summary>
internal abstract record Value
{
    public static Value Unknown { get; } = new UnknownValue();

    public static Value NotApplicable { get; } = new NotApplicableValue();

    public static Value True { get; } = new TruthValue(true);

    public static Value False { get; } = new TruthValue(false);

    public bool IsUnknown => this is UnknownValue;

    public bool IsNotApplicable => this is NotApplicableValue;

    public bool IsKnown => this is not UnknownValue and not NotApplicableValue;

    public static Value Of(bool truth) => truth ? True : False;

    public static Value Of(decimal number) => new NumberValue(number);

    /// <summary>Plain text of the value without a unit, culture-free.</summary>
    public abstract string Show();
}

internal sealed record UnknownValue : Value
{
    public override string Show() => "unknown";
}

internal sealed record NotApplicableValue : Value
{
    public override string Show() => "not-applicable";
}

internal sealed record NumberValue(decimal Number) : Value
{
    public override string Show() => Scalars.Number(Number);
}

internal sealed record TruthValue(bool Truth) : Value
{
    public override string Show() => Truth ? "true" : "false";
}

internal sealed record TextValue(string Text) : Value
{
    public override string Show() => Text;
}

internal sealed record DateValue(DateOnly Date) : Value
{
    public override string Show() => Scalars.Date(Date);
}

internal sealed record TextSetValue(IReadOnlyList<string> Items) : Value
{
    public override string Show() => string.Join(", ", Items);
}
