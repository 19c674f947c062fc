namespace GreenFactory.Rules.Facts;

/// <summary>What kind of value a fact has.</summary>
public enum FactKind
{
    /// <summary>A decimal number with a unit.</summary>
    Quantity,

    /// <summary>A whole number from zero.</summary>
    Count,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>One of the declared values.</summary>
    Choice,

    /// <summary>Any of the declared values.</summary>
    Choices,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>Free text.</summary>
    Text,

    /// <summary>A fraction from 0 to 1 entered by an assessor, with a reason.</summary>
    Assessment,
}
