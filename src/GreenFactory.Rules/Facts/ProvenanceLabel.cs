namespace GreenFactory.Rules.Facts;

/// <summary>How sure a value is; the weakest label of what a point rests on is the label of the point.</summary>
public enum ProvenanceLabel
{
    /// <summary>Read in the named source.</summary>
    Seen = 0,

    /// <summary>Derived from other values.</summary>
    Inferred = 1,

    /// <summary>From general knowledge, not verified.</summary>
    Recalled = 2,

    /// <summary>Set by us so that the pack can be used; replace it by an overlay.</summary>
    Assumed = 3,
}
