using System.Globalization;
using System.Text.RegularExpressions;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Policies;

/// <summary>Reads the lines of a policy: rewards, privileges, duties, sanctions, routes and notes.</summary>
internal sealed partial class PolicyLineReader(FactVocabulary vocabulary, Provenance? inherited, HashSet<string> ids, DiagnosticBag bag)
{
    /// <summary>Of what money is measured in; the unit of every amount must measure the same.</summary>
    private const string Money = "元";

    public static readonly string[] Payees = ["enterprise", "management", "individual"];
    public static readonly string[] Payers = ["nation", "province", "city", "district"];
    public static readonly string[] Stackings = ["added", "top-up", "highest-only"];
    public static readonly string[] Effects = ["removed-at-once", "removed-at-next-list", "not-recommended", "evaluator-refused", "downgraded", "rectification"];
    public static readonly string[] DoubtKinds = ["misprint", "outlier", "contradicted", "duplicate", "blank", "title"];
    private static readonly string[] ThirdPartyRules = ["government", "applicant-or-government", "applicant", "none"];
    private static readonly string[] Labels = ["seen", "inferred", "recalled", "assumed"];

    public PolicyLine? Read(MapReader item, LineKind kind)
    {
        var id = item.Scalar("id", required: true);
        Names.CheckId(id, bag);
        if (id is not null && !ids.Add(id.Text))
        {
            bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
        }

        var title = item.Localized("title", required: true);
        var line = new PolicyLine(kind, id?.Text ?? string.Empty, title ?? LocalizedText.Same(string.Empty), Provenance.Unstated, id?.Span ?? item.Span)
        {
            Text = item.Localized("text"),
            Area = item.Text("area"),
            Level = item.Choice("level", FactoryRegister.Levels),
            When = FactVocabularyReader.ReadExpression(item, "when"),
            Printed = item.Text("printed"),
            Footnotes = [.. item.ScalarList("footnotes").Select(n => n.Text)],
            Doubts = Doubts(item),
            Source = Provenance.Read(item, inherited) ?? Provenance.Unstated,
            Amount = kind == LineKind.Reward ? Amount(item, "amount", required: true) : null,
            Payer = kind == LineKind.Reward ? item.Choice("payer", Payers) : null,
            Payee = kind == LineKind.Reward ? item.Choice("payee", Payees) : null,
            Stacking = kind == LineKind.Reward ? item.Choice("stacking", Stackings) : null,
            Effect = kind == LineKind.Sanction ? item.Choice("effect", Effects, required: true) : null,
            Deadline = kind is LineKind.Duty or LineKind.Sanction ? Deadline(item, id) : null,
        };
        return id is null ? null : line;
    }

    public PolicyLine? ThirdParty(MapReader? item)
    {
        if (item is null)
        {
            return null;
        }

        var rule = item.Choice("payer", ThirdPartyRules, required: true);
        var title = item.Localized("title", required: true);
        var printed = item.Text("printed");
        var source = Provenance.Read(item, inherited);
        item.Done();
        return rule is null || title is null ? null : new PolicyLine(LineKind.Note, "third-party", title, source ?? Provenance.Unstated, item.Span) { Payer = rule, Printed = printed };
    }

    /// <summary>A count and its unit, such as <c>3 years</c>.</summary>
    public static (int Count, SpanUnit Unit) Span(ScalarNode scalar, DiagnosticBag bag)
    {
        var match = SpanPattern().Match(scalar.Text);
        if (!match.Success)
        {
            bag.Add(DiagnosticCodes.BadSpan, scalar.Span, scalar.Text);
            return (0, SpanUnit.Days);
        }

        var unit = match.Groups[2].Value switch { "year" => SpanUnit.Years, "month" => SpanUnit.Months, "working-day" => SpanUnit.WorkingDays, _ => SpanUnit.Days };
        return (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), unit);
    }

    private PolicyDeadline? Deadline(MapReader item, ScalarNode? id)
    {
        if (item.Map("due") is not { } due)
        {
            return null;
        }

        var yearly = due.Scalar("yearly");
        var every = due.Scalar("every");
        var within = due.Scalar("within");
        var from = due.Scalar("from");
        var done = due.Scalar("done");
        due.Done();
        foreach (var fact in new[] { from, done }.OfType<ScalarNode>().Where(f => vocabulary.Find(f.Text) is not { Kind: FactKind.Date, Scope: FactScope.Factory }))
        {
            bag.Add(DiagnosticCodes.UnknownReference, fact.Span, ReferenceKinds.DateFact, fact.Text, NearestName.Hint(fact.Text, vocabulary.Facts.Where(f => f is { Kind: FactKind.Date, Scope: FactScope.Factory }).Select(f => f.Path)));
        }

        var ways = new[] { yearly, every, within }.Count(w => w is not null);
        if (ways != 1 || yearly is null == from is null)
        {
            bag.Add(DiagnosticCodes.OneWayOfCounting, due.Span, id?.Text ?? "…");
            return null;
        }

        if (yearly is not null)
        {
            // A leap year, so that 29 February may be written.
            if (!Scalars.TryDate("2000-" + yearly.Text, out var day))
            {
                bag.Add(DiagnosticCodes.NotADate, yearly.Span, yearly.Text);
                return null;
            }

            return new PolicyDeadline(CountingKind.Yearly, day.Month, day.Day, 1, SpanUnit.Years, null, done?.Text);
        }

        var (count, unit) = Span(every ?? within!, bag);
        return new PolicyDeadline(every is null ? CountingKind.Within : CountingKind.Every, 0, 0, count, unit, from!.Text, done?.Text);
    }

    private List<Doubt> Doubts(MapReader item)
    {
        var doubts = new List<Doubt>();
        foreach (var node in item.List("doubts"))
        {
            if (MapReader.Open(node, bag) is not { } doubt)
            {
                continue;
            }

            var kind = doubt.Choice("kind", DoubtKinds, required: true);
            var text = doubt.Localized("text", required: true);
            var amount = Amount(doubt, "likely-amount", required: false);
            var area = doubt.Text("likely-area");
            var level = doubt.Choice("likely-level", FactoryRegister.Levels);
            var label = doubt.Choice("label", Labels, required: true);
            doubt.Done();
            if (kind is not null && text is not null && label is not null)
            {
                doubts.Add(new Doubt(kind, text, amount, area, level, (ProvenanceLabel)Array.IndexOf(Labels, label)));
            }
        }

        return doubts;
    }

    /// <summary>A single amount, <c>{ up-to: }</c>, or <c>{ least:, most: }</c>.</summary>
    private PolicyAmount? Amount(MapReader item, string key, bool required)
    {
        switch (item.Get(key, required))
        {
            case null:
                return null;
            case ScalarNode scalar:
                return Money(scalar) is { } single ? new PolicyAmount(single, single, false) : null;
            default:
                var map = item.Map(key);
                var ceiling = map?.Scalar("up-to");
                var least = ceiling is null ? map?.Scalar("least", required: true) : null;
                var most = ceiling ?? map?.Scalar("most", required: true);
                map?.Done();
                if (most is null || Money(most) is not { } upper)
                {
                    return null;
                }

                if (ceiling is not null)
                {
                    return new PolicyAmount(new Quantity(0, upper.Unit), upper, true);
                }

                if (least is null || Money(least) is not { } lower)
                {
                    return null;
                }

                if (lower.Value > upper.Value)
                {
                    bag.Add(DiagnosticCodes.EmptyRange, least.Span, least.Text, most.Text);
                }

                return new PolicyAmount(lower, upper, false);
        }

        Quantity? Money(ScalarNode scalar)
        {
            if (QuantityText.Parse(scalar, vocabulary.Units, bag) is not { } quantity)
            {
                return null;
            }

            if (vocabulary.Units.TryParse(PolicyLineReader.Money, out var yuan) && !quantity.Unit.ConvertsTo(yuan))
            {
                bag.Add(DiagnosticCodes.WrongDimension, scalar.Span, scalar.Text, quantity.Unit.Symbol, yuan.Symbol);
                return null;
            }

            return quantity;
        }
    }

    [GeneratedRegex("^([1-9][0-9]{0,3}) (year|month|day|working-day)s?\\z")]
    private static partial Regex SpanPattern();
}
