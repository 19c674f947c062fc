namespace GreenFactory.Rules;

/// <summary>Whether a factory passes.</summary>
public enum Conclusion
{
    /// <summary>符合: for every way the missing facts could turn out.</summary>
    Met = 0,

    /// <summary>不符合: for every way the missing facts could turn out.</summary>
    NotMet = 1,

    /// <summary>待定: it depends on facts that are missing.</summary>
    Undetermined = 2,
}
