using System.Globalization;

namespace GreenFactory.Rules.Tests.Verdicts.Recalculation;

/// <summary>The operators of the rule language, written down a second time from their description.</summary>
internal static class Algebra
{
    private const decimal LastDigits = 1e-28m;

    public static Answer Number(Answer answer, Func<decimal, decimal> operation)
    {
        if (!answer.IsKnown)
        {
            return answer;
        }

        try
        {
            return Answer.Of(operation(answer.Number));
        }
        catch (OverflowException)
        {
            return Answer.Unknown;
        }
    }

    /// <summary>In sums what does not apply drops out, everywhere else the result does not apply either; otherwise open stays open.</summary>
    public static Answer Arithmetic(string op, Answer left, Answer right)
    {
        if (left.IsNotApplicable || right.IsNotApplicable)
        {
            return op switch
            {
                "+" => left.IsNotApplicable ? right : left,
                "-" => left.IsNotApplicable ? Number(right, n => -n) : left,
                _ => Answer.NotApplicable,
            };
        }

        if (left.IsUnknown || right.IsUnknown || (op == "/" && right.Number == 0))
        {
            return Answer.Unknown;
        }

        return Number(left, l => op switch
        {
            "+" => l + right.Number,
            "-" => l - right.Number,
            "*" => l * right.Number,
            _ => l / right.Number,
        });
    }

    /// <summary>Numbers of different units are multiplied crosswise before they are compared; what differs only in the last digits a decimal has is equal.</summary>
    public static Answer Compare(string op, Answer left, Answer right, string? factors)
    {
        if (Missing(left, right) is { } missing)
        {
            return missing;
        }

        int order;
        switch (left.Kind)
        {
            case AnswerKind.Number when factors is null:
                order = left.Number.CompareTo(right.Number);
                break;
            case AnswerKind.Number:
                var parts = factors.Split(' ');
                var (a, b) = (left.Number * Parse(parts[1]), right.Number * Parse(parts[4]));
                order = Math.Abs(a - b) <= Math.Max(Math.Abs(a), Math.Abs(b)) * LastDigits ? 0 : a.CompareTo(b);
                break;
            case AnswerKind.Truth:
                order = left.Truth.CompareTo(right.Truth);
                break;
            default:
                order = string.CompareOrdinal(left.Text, right.Text);
                break;
        }

        return Answer.Of(op switch
        {
            "=" => order == 0,
            "!=" => order != 0,
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        });
    }

    /// <summary>One deciding part decides; without one an open part leaves it open; what does not apply drops out.</summary>
    public static Answer Fold(bool isAnd, IReadOnlyList<Answer> parts) =>
        parts.Any(p => p.Kind == AnswerKind.Truth && p.Truth != isAnd) ? Answer.Of(!isAnd)
        : parts.Any(p => p.IsUnknown) ? Answer.Unknown
        : parts.Any(p => p.Kind == AnswerKind.Truth) ? Answer.Of(isAnd)
        : Answer.NotApplicable;

    /// <summary>The least or greatest of what applies; open as soon as one part is.</summary>
    public static Answer Extreme(bool isMax, IReadOnlyList<Answer> parts)
    {
        var present = parts.Where(p => !p.IsNotApplicable).ToList();
        if (present.Count == 0 || present.Any(p => p.IsUnknown))
        {
            return present.Count == 0 ? Answer.NotApplicable : Answer.Unknown;
        }

        return present[0].Kind == AnswerKind.Text
            ? Answer.Of((isMax ? present.MaxBy(p => p.Text, StringComparer.Ordinal) : present.MinBy(p => p.Text, StringComparer.Ordinal)).Text!)
            : Answer.Of(isMax ? present.Max(p => p.Number) : present.Min(p => p.Number));
    }

    public static Answer Sum(IReadOnlyList<Answer> parts) => parts.Aggregate(Answer.NotApplicable, (a, b) => Arithmetic("+", a, b));

    public static Answer Average(IReadOnlyList<Answer> parts) =>
        Arithmetic("/", Sum(parts), Answer.Of((decimal)Math.Max(1, parts.Count(p => !p.IsNotApplicable))));

    public static Answer Count(IReadOnlyList<Answer> parts) =>
        parts.Any(p => p.IsUnknown) ? Answer.Unknown : Answer.Of((decimal)parts.Count(p => p.Truth));

    public static Answer Text(Answer left, Answer right, Func<string, string, bool> holds) => Missing(left, right) ?? Answer.Of(holds(left.Text!, right.Text!));

    /// <summary>The note of a conversion: <c>× 1000</c> or <c>× 2000 / 3</c>.</summary>
    public static Answer Convert(Answer value, string note)
    {
        var parts = note.Split(' ');
        var up = Parse(parts[1]);
        var down = parts.Length > 2 ? Parse(parts[3]) : 1;
        return Number(value, v => down == 1 ? v * up : up == 1 ? v / down : v * up / down);
    }

    /// <summary>The note of a shifted date: <c>- 3 years</c>.</summary>
    public static Answer Shift(Answer value, string note)
    {
        if (!value.IsKnown)
        {
            return value;
        }

        var parts = note.Split(' ');
        var count = (int)Parse(parts[1]) * (parts[0] == "-" ? -1 : 1);
        var date = DateOnly.ParseExact(value.Text!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        try
        {
            var shifted = parts[2] switch { "years" => date.AddYears(count), "months" => date.AddMonths(count), _ => date.AddDays(count) };
            return Answer.Of(shifted.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        catch (ArgumentOutOfRangeException)
        {
            return Answer.Unknown;
        }
    }

    private static Answer? Missing(Answer left, Answer right) =>
        left.IsNotApplicable || right.IsNotApplicable ? Answer.NotApplicable : left.IsUnknown || right.IsUnknown ? Answer.Unknown : null;

    private static decimal Parse(string digits) => decimal.Parse(digits, NumberStyles.Number, CultureInfo.InvariantCulture);
}
