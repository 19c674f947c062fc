using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Policies;

namespace GreenFactory.Rules;

/// <summary>
/// What a factory gets, owes and risks where it lies, on one day. Immutable and thread-safe; the same facts, policies and date
/// give the same answer everywhere. Money that is certain and money that is not are never added up together.
/// </summary>
public sealed class BenefitsAnswer
{
    internal BenefitsAnswer(FactoryIdentity factory, string region, DateOnly asOf, IReadOnlyList<AnswerPolicy> policies, IReadOnlyList<AnswerLine> lines, IReadOnlyList<PriorityAnswer> priorities, IReadOnlyList<MachineAnswer> machines, IReadOnlyList<Diagnostic> warnings)
    {
        Factory = factory;
        Region = region;
        AsOf = asOf;
        Policies = policies;
        Lines = lines;
        Priorities = priorities;
        Machines = machines;
        Warnings = warnings;
    }

    /// <summary>The factory.</summary>
    public FactoryIdentity Factory { get; }

    /// <summary>GB/T 2260 code of the place the answer is for.</summary>
    public string Region { get; }

    /// <summary>The day the answer is for.</summary>
    public DateOnly AsOf { get; }

    /// <summary>What was left out or shown with reserve: titles and events after the day, editions of another time.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; }

    /// <summary>Policies the answer is from, the nation first.</summary>
    internal IReadOnlyList<AnswerPolicy> Policies { get; }

    internal IReadOnlyList<AnswerLine> Lines { get; }

    internal IReadOnlyList<PriorityAnswer> Priorities { get; }

    internal IReadOnlyList<MachineAnswer> Machines { get; }

    /// <summary>The answer as JSON, properties in a fixed order.</summary>
    public string ToJson() => BenefitsJson.Write(this);

    /// <summary>The answer as plain text.</summary>
    /// <param name="language">Language of the text.</param>
    /// <param name="width">Columns of a line, at least 60.</param>
    public string ToText(Language language = Language.Chinese, int width = 100) => BenefitsText.Render(this, language, width);

    /// <summary>The answer as Markdown.</summary>
    public string ToMarkdown(Language language = Language.Chinese) => BenefitsMarkdown.Render(this, language);

    /// <summary>Its deadlines as an iCalendar file (RFC 5545), lines ended by CR LF; stamped with the as-of date, never with a clock.</summary>
    public string ToCalendar(Language language = Language.Chinese) => BenefitsCalendar.Write(this, language);
}
