using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Mutations;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Differences;

/// <summary>Factories near those at hand on which a change may show: one fact changed, years of history filled, two facts changed, a score driven onto a cut-off.</summary>
internal sealed class Neighbours(ComparedPack from, ComparedPack to, Reach reach, IReadOnlyList<FactoryDraft> drafts)
{
    private const int MostBases = 12;
    private const int MostPairs = 400;
    private const int MostYears = 10;
    private const int MostDriven = 8;

    private FactoryDraft? _best;

    /// <summary>Near ones first; how many are looked at is for who asks to say.</summary>
    public IEnumerable<FactoryDraft> Of(TraitChange change)
    {
        if (change.Item.StartsWith("in-force", StringComparison.Ordinal))
        {
            return Days();
        }

        var marks = Marks(change);
        var rules = reach.Rules(change);
        return Driven(change, rules)
            .Concat(rules.SelectMany(r => Singles(change, r, marks)))
            .Concat(marks.Count > 0 ? OntoMarks(marks) : [])
            .Concat(rules.SelectMany(r => Years(change, r)))
            .Concat(rules.SelectMany(r => Pairs(change, r, marks)));
    }

    private IEnumerable<FactoryDraft> Days()
    {
        var edges = new[] { from.Pack, to.Pack }.SelectMany(p => new[] { p.InForceFrom, p.InForceUntil }).OfType<DateOnly>().Distinct();
        return edges.SelectMany(d => new[] { -1, 0 }.Select(s => d.AddDays(s))).Select(FactoryDraft.Empty);
    }

    private IEnumerable<FactoryDraft> Singles(TraitChange change, string rule, List<decimal> marks) =>
        Bases(change, rule).SelectMany(b => Changes(b, rule, marks).Select(b.With));

    /// <summary>
    /// Where something that derived facts are worked out with has changed: those facts left to be worked out, and what is behind them
    /// driven. Rules take turns, so that one that cannot show the change does not use up what may be looked at.
    /// </summary>
    private IEnumerable<FactoryDraft> Driven(TraitChange change, IReadOnlyList<string> rules)
    {
        if (Reach.Reads(change.Path) is not { } isThing)
        {
            return [];
        }

        var days = Days(change).ToList();
        return rules.SelectMany(r => Drives(r, isThing, days).Select((drive, turn) => (drive, turn))).OrderBy(d => d.turn).SelectMany(d => d.drive);
    }

    private IEnumerable<IEnumerable<FactoryDraft>> Drives(string rule, Func<Bound, bool> isThing, List<(DateOnly From, string? Region)> days)
    {
        var settings = Settings(rule).SelectMany(s => days.Select(d => s.On(d.From, d.Region)).Prepend(s)).ToList();
        foreach (var bound in new[] { to, from }.SelectMany(s => s.Program.Rules.Where(r => r.Definition.Id == rule).Select(r => (Side: s, Rule: r))))
        {
            var drive = new FactDrive(bound.Side, bound.Rule);
            foreach (var one in Lever.Of(bound.Rule, isThing).SelectMany(l => drive.Of(l, settings)))
            {
                yield return one;
            }
        }
    }

    /// <summary>Drafts that differ in day, settings, factory or kinds of product: their facts are overwritten anyway.</summary>
    private IEnumerable<FactoryDraft> Settings(string rule) => drafts
        .Where(d => d.Rule == rule)
        .Concat(drafts.Where(d => d.Rule is null))
        .DistinctBy(d => (d.AsOf, d.Settings.Key, d.Identity))
        .Take(MostDriven);

    /// <summary>The first and the last day, and the region, of the values of a coefficient that only one of the packs has.</summary>
    private IEnumerable<(DateOnly From, string? Region)> Days(TraitChange change)
    {
        var values = new[] { from, to }
            .SelectMany(s => s.Program.Externals.Factory.Concat(s.Program.Externals.Product))
            .Select(e => e.Coefficient)
            .OfType<Facts.Coefficient>()
            .Where(c => change.Path == $"{ReadTraits.Coefficients}.{c.Path}.values")
            .SelectMany(c => c.Values.Select(v => (v.From, v.Region, v.Value)).Distinct())
            .ToList();
        foreach (var (first, region, _) in values.Where(v => values.Count(o => o == v) == 1).DistinctBy(v => (v.From, v.Region)))
        {
            yield return (first, region);
            if (values.Select(v => v.From).Where(d => d > first).Order().FirstOrDefault() is var next && next != default)
            {
                yield return (next.AddDays(-1), region);
            }
        }
    }

    private IEnumerable<FactoryDraft> Pairs(TraitChange change, string rule, List<decimal> marks)
    {
        foreach (var basis in Bases(change, rule).Take(3))
        {
            var changes = Changes(basis, rule, marks).ToList();
            var pairs = changes.SelectMany((a, i) => changes.Skip(i + 1).Where(b => b.Key.Text != a.Key.Text).Select(b => basis.With(a).With(b)));
            foreach (var pair in pairs.Take(MostPairs))
            {
                yield return pair;
            }
        }
    }

    /// <summary>Earlier years that all state the same, and then the year itself changed: enough to turn every fold over years.</summary>
    private IEnumerable<FactoryDraft> Years(TraitChange change, string rule)
    {
        var folds = new[] { from, to }
            .Select(s => s.Program.Rules.FirstOrDefault(r => r.Definition.Id == rule))
            .OfType<BoundRule>()
            .SelectMany(r => BoundTree.All(RulePart.Of(r).Select(p => p.Root)))
            .OfType<BoundAggregate>()
            .Where(a => a.Years is > 0 and <= MostYears)
            .ToList();
        if (folds.Count == 0)
        {
            yield break;
        }

        var folded = BoundTree.All(folds.SelectMany(f => new[] { f.Body, f.Where })).OfType<BoundFact>().Select(f => f.Fact.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var basis in Bases(change, rule).Take(3))
        {
            foreach (var past in Changes(basis, rule, []).Where(c => folded.Contains(c.Key.Text)))
            {
                var filled = basis.WithHistory(past, folds.Max(f => f.Years) - 1);
                foreach (var one in Changes(filled, rule, []))
                {
                    yield return filled.With(one);
                }
            }
        }
    }

    /// <summary>From a factory that meets all it can, downwards: each step the change that stays nearest above the cut-off, then halving between two values of one fact.</summary>
    private IEnumerable<FactoryDraft> OntoMarks(List<decimal> marks)
    {
        _best ??= ExtremeFactory.Good(to, drafts.Where(d => d.Rule is null)) ?? drafts[^1];
        return marks.SelectMany(m => new ScoreWalk(to, m).From(_best));
    }

    /// <summary>Drafts about the rule first, where the change is one of a rule.</summary>
    private IEnumerable<FactoryDraft> Bases(TraitChange change, string rule)
    {
        var own = change.Item == Observation.RulePrefix + rule ? rule : null;
        return drafts.Where(d => d.Rule == own).Concat(drafts.Where(d => d.Rule is null || d.Rule == rule)).Distinct().Take(MostBases);
    }

    /// <summary>Cut-offs a change moved: where a fact is the score itself, it has to be tried on them.</summary>
    private List<decimal> Marks(TraitChange change)
    {
        IEnumerable<decimal?> Of(RuleProgram program) => change.Item.StartsWith("tiers.", StringComparison.Ordinal)
            ? program.Tiers.Where(t => change.Item == $"tiers.{t.Definition.Id}").Select(t => t.AtLeast)
            : [program.PassMark, .. program.Tiers.Select(t => t.AtLeast)];
        return change.Item.StartsWith(Observation.RulePrefix, StringComparison.Ordinal) ? [] : [.. Of(from.Program).Concat(Of(to.Program)).OfType<decimal>().Distinct()];
    }

    private IEnumerable<MapEntry> Changes(FactoryDraft basis, string rule, List<decimal> marks) => new[] { from, to }
        .SelectMany(side => side.Program.Rules.FirstOrDefault(r => r.Definition.Id == rule) is { } bound && side.Judge(basis) is { } verdict
            ? FactChanges.Of(bound, verdict.Context.Frame, marks)
            : [])
        .DistinctBy(e => (e.Key.Text, Packs.Layers.NodeText.Of(e.Value)));
}
