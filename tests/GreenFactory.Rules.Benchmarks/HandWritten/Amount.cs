namespace GreenFactory.Rules.Speed.HandWritten;

internal enum AmountState : byte
{
    Unknown = 0,
    Known = 1,
    NotApplicable = 2,
}

/// <summary>A <c>decimal?</c> that can also be not applicable, in the same 24 bytes.</summary>
internal readonly struct Amount(decimal value, AmountState state = AmountState.Known)
{
    public readonly AmountState State = state;

    public readonly decimal Value = value;

    public static readonly Amount NotApplicable = new(0m, AmountState.NotApplicable);

    public bool IsKnown => State == AmountState.Known;

    public Amount Or(in Amount derived) => State == AmountState.Unknown ? derived : this;

    public Answer AtLeast(decimal limit) => IsKnown ? Answers.Of(Value >= limit) : Open();

    public Answer Above(decimal limit) => IsKnown ? Answers.Of(Value > limit) : Open();

    public Answer Is(decimal wanted) => IsKnown ? Answers.Of(Value == wanted) : Open();

    public Answer AtLeast(in Amount limit) => IsKnown && limit.IsKnown ? Answers.Of(Value >= limit.Value) : Open(limit);

    public Answer AtMost(in Amount limit) => IsKnown && limit.IsKnown ? Answers.Of(Value <= limit.Value) : Open(limit);

    /// <summary>In a sum what does not apply drops out.</summary>
    public static Amount Sum(in Amount a, in Amount b)
    {
        if (!a.IsKnown || !b.IsKnown)
        {
            return a.State == AmountState.NotApplicable ? b : b.State == AmountState.NotApplicable ? a : default;
        }

        try
        {
            return new Amount(a.Value + b.Value);
        }
        catch (OverflowException)
        {
            return default;
        }
    }

    public static Amount Difference(in Amount a, in Amount b) => Sum(a, new Amount(-b.Value, b.State));

    public static Amount Product(in Amount a, in Amount b)
    {
        if (!a.IsKnown || !b.IsKnown)
        {
            return Open(a, b);
        }

        try
        {
            return new Amount(a.Value * b.Value);
        }
        catch (OverflowException)
        {
            return default;
        }
    }

    public static Amount Quotient(in Amount a, in Amount b)
    {
        if (!a.IsKnown || !b.IsKnown)
        {
            return Open(a, b);
        }

        if (b.Value == 0m)
        {
            return default;
        }

        try
        {
            return new Amount(a.Value / b.Value);
        }
        catch (OverflowException)
        {
            return default;
        }
    }

    /// <summary>A quotient in a unit that is smaller by a factor: % of 1, kg of t, g of kg.</summary>
    public static Amount Quotient(in Amount a, in Amount b, decimal factor)
    {
        if (!a.IsKnown || !b.IsKnown)
        {
            return Open(a, b);
        }

        if (b.Value == 0m)
        {
            return default;
        }

        try
        {
            return new Amount(a.Value / b.Value * factor);
        }
        catch (OverflowException)
        {
            return default;
        }
    }

    public static Amount Greater(in Amount a, in Amount b)
    {
        if (!a.IsKnown || !b.IsKnown)
        {
            return a.State == AmountState.NotApplicable ? b : b.State == AmountState.NotApplicable ? a : default;
        }

        return a.Value >= b.Value ? a : b;
    }

    private Answer Open() => State == AmountState.NotApplicable ? Answer.NotApplicable : Answer.Unknown;

    private Answer Open(in Amount other) =>
        State == AmountState.NotApplicable || other.State == AmountState.NotApplicable ? Answer.NotApplicable : Answer.Unknown;

    private static Amount Open(in Amount a, in Amount b) =>
        a.State == AmountState.NotApplicable || b.State == AmountState.NotApplicable ? NotApplicable : default;
}
