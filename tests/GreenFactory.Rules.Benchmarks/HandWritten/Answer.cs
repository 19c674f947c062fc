namespace GreenFactory.Rules.Speed.HandWritten;

/// <summary>A yes or no that may be open. Ordered so that "all of these" is the greatest of them.</summary>
internal enum Answer : sbyte
{
    NotApplicable = -2,
    Yes = -1,
    Unknown = 0,
    No = 1,
}

internal static class Answers
{
    public static Answer All(Answer a, Answer b) => a > b ? a : b;

    public static Answer All(Answer a, Answer b, Answer c) => All(All(a, b), c);

    /// <summary>Yes decides, then unknown, then no; what does not apply drops out.</summary>
    public static Answer Any(Answer a, Answer b) => Not(All(Not(a), Not(b)));

    public static Answer Not(Answer a) => a == Answer.NotApplicable ? a : (Answer)(-(sbyte)a);

    /// <summary>A row that is asked only under a condition.</summary>
    public static Answer Given(Answer when, Answer answer) =>
        when == Answer.Yes ? answer : when == Answer.Unknown ? Answer.Unknown : Answer.NotApplicable;

    /// <summary>One of two answers; an open choice is open, unless neither answer applies.</summary>
    public static Answer Choose(Answer condition, Answer then, Answer otherwise) => condition switch
    {
        Answer.Yes => then,
        Answer.No => otherwise,
        Answer.NotApplicable => Answer.NotApplicable,
        _ => then == Answer.NotApplicable && otherwise == Answer.NotApplicable ? then : Answer.Unknown,
    };

    public static Answer Of(bool yes) => yes ? Answer.Yes : Answer.No;
}
