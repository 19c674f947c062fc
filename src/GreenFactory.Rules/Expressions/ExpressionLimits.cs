namespace GreenFactory.Rules.Expressions;

/// <summary>Bounds on expressions, so that neither checking nor evaluating one can exhaust the stack.</summary>
internal static class ExpressionLimits
{
    public const int LongestText = 4000;

    /// <summary>Brackets, ifs, nots and signs inside each other.</summary>
    public const int DeepestNesting = 64;

    public const int MostOperators = 200;

    /// <summary>The longest stretch of last … years.</summary>
    public const int MostYears = 20;

    /// <summary>Derived facts resting one upon another.</summary>
    public const int MostDerivedSteps = 32;

    /// <summary>Levels of a checked expression, derived facts followed.</summary>
    public const int MostLevels = 1000;
}
