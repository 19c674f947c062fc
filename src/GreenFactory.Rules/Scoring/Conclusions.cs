namespace GreenFactory.Rules.Scoring;

/// <summary>Joins conclusions; open stays open unless the other side decides.</summary>
internal static class Conclusions
{
    public static Conclusion And(this Conclusion a, Conclusion b) =>
        a == Conclusion.NotMet || b == Conclusion.NotMet ? Conclusion.NotMet
        : a == Conclusion.Undetermined || b == Conclusion.Undetermined ? Conclusion.Undetermined
        : Conclusion.Met;

    public static Conclusion Or(this Conclusion a, Conclusion b) =>
        a == Conclusion.Met || b == Conclusion.Met ? Conclusion.Met
        : a == Conclusion.Undetermined || b == Conclusion.Undetermined ? Conclusion.Undetermined
        : Conclusion.NotMet;
}
