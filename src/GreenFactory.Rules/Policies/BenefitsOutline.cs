using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Policies;

/// <summary>The sentences of an answer in one language, for every form it is rendered in.</summary>
internal sealed class BenefitsOutline(BenefitsAnswer answer, Language language)
{
    public BenefitsAnswer Answer => answer;

    public string Say(LocalizedText phrase, params object?[] arguments) => string.Format(System.Globalization.CultureInfo.InvariantCulture, phrase.In(language), arguments);

    public string Of(LocalizedText text) => text.In(language);

    /// <summary>Lines of one kind and state, in order.</summary>
    public IReadOnlyList<AnswerLine> Lines(LineKind kind, LineState? state = null) => [.. answer.Lines.Where(l => l.Line.Kind == kind && (state is null ? l.State != LineState.NotMet : l.State == state))];

    public string Factory => Printable.Line(answer.Factory.Name ?? answer.Factory.Id ?? Say(Phrases.Unnamed));

    public string PlaceAndDate => Say(PolicyPhrases.PlaceAndDate, answer.Region, Scalars.Date(answer.AsOf));

    public string Heading(AnswerLine line) => line.Area is { } area ? Of(area.Name) + Of(Phrases.Colon) + Of(line.Line.Title) : Of(line.Line.Title);

    public string? Amount(PolicyAmount? amount) => amount switch
    {
        null => null,
        { IsCeiling: true } => Say(PolicyPhrases.UpTo, amount.Most),
        _ when amount.Least == amount.Most => amount.Most.ToString(),
        _ => Say(PolicyPhrases.Between, amount.Least, amount.Most),
    };

    /// <summary>Everything there is to say of a line under its heading.</summary>
    public IEnumerable<string> Details(AnswerLine line)
    {
        var asked = line.Line;
        if (asked.Text is { } text)
        {
            yield return Of(text);
        }

        if (line.Due is { } due)
        {
            yield return due.Date is not { } day ? Of(PolicyPhrases.WorkingDays) : Say(due.IsOverdue ? PolicyPhrases.Overdue : PolicyPhrases.Due, Scalars.Date(day));
        }

        if (asked.Effect is { } effect)
        {
            yield return Of(PolicyPhrases.Effects[effect]);
        }

        if (asked.Kind == LineKind.Reward)
        {
            yield return string.Join(Of(Phrases.Semicolon), Money(asked));
        }
        else if (asked.Payer is { } payer)
        {
            yield return Say(PolicyPhrases.ThirdParty, Of(PolicyPhrases.Payers[payer]));
        }

        if (asked.Printed is { } printed)
        {
            yield return Say(PolicyPhrases.Printed, printed);
        }

        foreach (var doubt in asked.Doubts)
        {
            yield return Doubt(line, doubt);
        }

        foreach (var note in line.Policy.Footnotes.Where(f => asked.Footnotes.Contains(f.Id)))
        {
            yield return Say(PolicyPhrases.Note, Of(note.Text));
        }

        if (line.Reserves.Count > 0)
        {
            yield return Say(PolicyPhrases.Reserve, string.Join(Of(Phrases.ListComma), line.Reserves.Select(r => Of(PolicyPhrases.Reserves[(int)r]))));
        }

        if (line.Missing.Count > 0)
        {
            yield return Say(PolicyPhrases.Missing, string.Join(Of(Phrases.ListComma), line.Missing));
        }

        yield return Source(line.Policy, asked.Source);
    }

    public string Source(PolicyDefinition policy, Provenance source)
    {
        var document = policy.Documents.FirstOrDefault(d => d.Id == source.Document);
        return Say(PolicyPhrases.Source, document?.Number ?? source.Document ?? policy.Id.ToString(), source.Clause ?? string.Empty, Of(Phrases.Labels[(int)source.Label]));
    }

    private IEnumerable<string> Money(PolicyLine line)
    {
        if (line.Level is { } level)
        {
            yield return Say(PolicyPhrases.For, Of(PolicyPhrases.Levels[level]));
        }

        yield return line.Payer is { } payer ? Say(PolicyPhrases.Payer, Of(PolicyPhrases.Payers[payer])) : Of(PolicyPhrases.PayerUnknown);
        if (line.Payee is { } payee)
        {
            yield return Say(PolicyPhrases.Payee, Of(PolicyPhrases.Payees[payee]));
        }

        yield return line.Stacking is { } stacking ? Of(PolicyPhrases.Stackings[stacking]) : Of(PolicyPhrases.StackingUnknown);
    }

    private string Doubt(AnswerLine line, Doubt doubt)
    {
        var label = Of(Phrases.Labels[(int)doubt.Label]);
        var reading = doubt switch
        {
            { LikelyAmount: { } amount } => Say(PolicyPhrases.Likely, Amount(amount), label),
            { LikelyArea: { } area } when line.Policy.Areas.FirstOrDefault(a => a.Id == area) is { } known => Say(PolicyPhrases.LikelyAreaIs, Of(known.Name), label),
            { LikelyLevel: { } level } => Say(PolicyPhrases.LikelyLevelIs, Of(PolicyPhrases.Levels[level]), label),
            _ => null,
        };
        return Of(doubt.Text) + (reading is null ? string.Empty : Of(Phrases.Semicolon) + reading);
    }

    /// <summary>The range of the money of one state: at least the largest single floor, at most the sum. Null where there is none.</summary>
    public static (Quantity Least, Quantity Most)? Total(BenefitsAnswer answer, LineState state)
    {
        var lines = answer.Lines.Where(l => l.Line.Kind == LineKind.Reward && l.State == state && l.Line.Amount is not null).ToList();
        if (lines.Count == 0)
        {
            return null;
        }

        var unit = lines.MaxBy(l => l.Line.Amount!.Most.Unit.Symbol.Length)!.Line.Amount!.Most.Unit;
        return (new Quantity(lines.Max(l => In(l.Line.Amount!.Least)), unit), new Quantity(lines.Sum(l => In(l.Line.Amount!.Most)), unit));

        decimal In(Quantity money) => money.Unit.FactorTo(unit).ToConversion()!.Value.Apply(money.Value);
    }

    public string TotalOf(LineState state) => Total(answer, state) is not { } total ? Of(PolicyPhrases.NoMoney)
        : total.Least == total.Most ? total.Most.ToString() : Say(PolicyPhrases.Between, total.Least, total.Most);

    public string Priority(PriorityAnswer priority)
    {
        var named = Of(priority.IsNamed switch { true => PolicyPhrases.PriorityYes, false => PolicyPhrases.PriorityNo, null => PolicyPhrases.PriorityOpen });
        var names = string.Join('、', priority.List.Industries) + (priority.List.IsOpen ? Of(PolicyPhrases.AndSoOn) : string.Empty);
        return $"{(priority.List.Year is { } year ? year + Of(Phrases.Colon) : string.Empty)}{named}{Say(Phrases.Parenthesis, names)}";
    }

    public string Machine(MachineAnswer machine)
    {
        var text = Of(machine.Machine.Title) + Of(Phrases.Colon) + Of(machine.State.Title);
        if (machine.Since is { } since)
        {
            text += Of(Phrases.Comma) + Say(PolicyPhrases.Since, Scalars.Date(since));
        }

        return machine.Next is { } next ? text + Of(Phrases.Semicolon) + Say(PolicyPhrases.NextStep, Scalars.Date(next)) : text;
    }
}
