using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Tests.Generators;

/// <summary>
/// Draws factories for one pack: whatever its rules read, in plausible amounts and on the edges of its thresholds. A seed
/// always gives the same factory. Thread-safe.
/// </summary>
internal sealed class FactoryGenerator
{
    private readonly RuleProgram _program;
    private readonly FrameBuilder _frames;
    private readonly OutlineMaker _outlines;

    public FactoryGenerator(RulePack pack)
    {
        _program = pack.Program;
        _frames = new FrameBuilder(_program.Vocabulary, _program.Benchmarks, _program.Externals);
        Reading = new PackReading(_program);
        _outlines = new OutlineMaker(_program.Vocabulary, Reading);
    }

    public PackReading Reading { get; }

    public FactoryFacts Draw(int seed, FactoryShape shape)
    {
        var draw = new Draw(seed);
        var values = new ValueMaker(draw, shape.Extremes);
        var facts = _outlines.Draw(draw, values, shape);
        Fill(facts, null, draw, values, shape);
        if (shape.Contradictions == 0)
        {
            Consistency.Restore(facts, SightOf(facts), Places(facts));
        }

        return Counted(facts);
    }

    /// <summary>A factory like <paramref name="model"/>, with some facts changed and, as the shape says, some left out.</summary>
    public FactoryFacts Near(FactoryFacts model, int seed, FactoryShape shape)
    {
        var draw = new Draw(seed);
        var values = new ValueMaker(draw, shape.Extremes);
        var facts = Copy(model);
        var share = draw.Of([0, 1, 1, 3, 10]);
        foreach (var (fact, place) in Places(facts).Where(p => Knowledge.IsStated(facts, p.Place)).ToList())
        {
            if (draw.Chance(shape.Unknown))
            {
                Consistency.CellsOf(facts, place)[fact.Fact.Slot] = default;
            }
            else if (draw.Chance(share))
            {
                Consistency.CellsOf(facts, place)[fact.Fact.Slot] = draw.Chance(shape.NotApplicable) ? FactCell.NotApplicable(values.Reason()) : values.Of(fact.Fact);
            }
        }

        var sight = SightOf(facts);
        new Marksman(Reading, draw).ShootSome(facts, sight, share);
        StateTotals(facts, sight, draw, values, shape);
        if (shape.Contradictions == 0)
        {
            Consistency.Restore(facts, SightOf(facts), Places(facts));
        }

        return Counted(facts);
    }

    /// <summary>Somebody who knows all that is stated in <paramref name="facts"/> and more: of what is missing, the share that the shape leaves.</summary>
    /// <param name="facts">What is known already; it stays.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="shape">How much is added, and of what kind.</param>
    /// <param name="open">Paths, as verdicts name them, that stay unknown.</param>
    public FactoryFacts Complete(FactoryFacts facts, int seed, FactoryShape shape, IReadOnlySet<string>? open = null)
    {
        var draw = new Draw(seed);
        var values = new ValueMaker(draw, shape.Extremes);
        var outline = _outlines.Draw(draw, values, shape);
        var identity = facts.Identity with
        {
            Region = facts.Identity.Region ?? (Stays("factory.region") ? null : outline.Identity.Region),
            Industry = facts.Identity.Industry ?? (Stays("factory.industry") ? null : outline.Identity.Industry),
            Founded = facts.Identity.Founded ?? (Stays("factory.founded") ? null : outline.Identity.Founded),
        };
        var own = Copy(facts);
        var history = own.History.ToDictionary(h => h.Key, h => h.Value);
        foreach (var year in Enumerable.Range(1, Reading.PastYears).Select(back => facts.Period.Year - back))
        {
            history.TryAdd(year, new FactCell[_program.Vocabulary.FactorySlots]);
        }

        var more = new FactoryFacts(facts.Vocabulary, identity, facts.Period, own.Cells, own.Products is null ? (Stays("products") ? null : outline.Products) : _outlines.Countable(own.Products, draw), history, facts.EvidenceList);
        Fill(more, facts, draw, values, shape, open);
        return Counted(more);

        bool Stays(string path) => open?.Contains(path) == true;
    }

    /// <summary>The same factory with the narrowest codes of industry and region there are below those it states.</summary>
    public FactoryFacts Narrowed(FactoryFacts facts, int seed)
    {
        var draw = new Draw(seed);
        var identity = facts.Identity;
        var below = _program.Vocabulary.Industries.Codes.Where(c => c.Length == 4 && identity.Industry is { Length: < 4 } wide && c.StartsWith(wide, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var region = identity.Region;
        while (region?.EndsWith("00", StringComparison.Ordinal) == true)
        {
            var wide = region.TrimEnd('0').Length;
            wide += wide % 2;
            region = region[..wide] + $"{draw.Between(1, 9):00}" + region[(wide + 2)..];
        }

        return facts.With(identity: identity with { Industry = below.Count > 0 ? draw.Of(below) : identity.Industry, Region = region });
    }

    /// <summary>Whether nothing is stated otherwise than it follows from the rest.</summary>
    public bool IsConsistent(FactoryFacts facts)
    {
        var copy = Copy(facts);
        Consistency.Restore(copy, SightOf(copy), Places(copy));
        return FactFileWriter.Write(Counted(copy)) == FactFileWriter.Write(facts);
    }

    /// <summary>The facts the pack reads, at every place the factory can have them.</summary>
    public IEnumerable<(BoundFact Fact, Place Place)> Places(FactoryFacts facts)
    {
        foreach (var fact in Reading.Facts)
        {
            if (fact.Fact.Scope == FactScope.Factory)
            {
                yield return (fact, new Place(PlaceKind.Fact, fact.Fact));
                continue;
            }

            for (var p = 0; p < (facts.Products?.Count ?? 0); p++)
            {
                yield return (fact, new Place(PlaceKind.ProductFact, fact.Fact, p));
            }
        }

        foreach (var year in facts.HistoryYears)
        {
            foreach (var fact in Reading.PastFacts)
            {
                yield return (fact, new Place(PlaceKind.PastFact, fact.Fact, year));
            }
        }
    }

    public Sight SightOf(FactoryFacts facts) => new(_frames, facts, facts.Period.LastDay);

    /// <summary>A copy whose arrays may be changed.</summary>
    public static FactoryFacts Copy(FactoryFacts facts) => facts.With(
        cells: (FactCell[])facts.Cells.Clone(),
        products: facts.Products is null ? null : [.. facts.Products.Select(p => p with { Cells = (FactCell[])p.Cells.Clone() })],
        history: facts.History.ToDictionary(h => h.Key, h => (FactCell[])h.Value.Clone()));

    /// <summary>A product is counted in nothing while no amount says in what.</summary>
    public static FactoryFacts Counted(FactoryFacts facts) =>
        facts.Products is null ? facts : facts.With(products: [.. facts.Products.Select(p => Knowledge.IsCounted(facts.Vocabulary, p.Cells) ? p : p with { CountedIn = null })]);

    /// <summary>States facts that are not stated yet; what <paramref name="kept"/> states is not touched.</summary>
    private void Fill(FactoryFacts facts, FactoryFacts? kept, Draw draw, ValueMaker values, FactoryShape shape, IReadOnlySet<string>? open = null)
    {
        Fill(facts, draw, values, shape, f => f.Derived is null && f.Applies is null, (_, place) => open?.Contains(place.PathIn(facts)) != true);

        // What is used decides which amounts there are; so those come second.
        var sight = SightOf(facts);
        Fill(facts, draw, values, shape, f => f.Derived is null && f.Applies is not null, (fact, place) =>
            open?.Contains(place.PathIn(facts)) != true && sight.At(fact.Applies!, place) is { } applies && (applies == Value.True || (applies.IsUnknown && draw.Chance(shape.Unsettled)) || draw.Chance(shape.Contradictions)));
        new Marksman(Reading, draw, kept).ShootSome(facts, sight, 6);
        StateTotals(facts, sight, draw, values, shape);
    }

    private void Fill(FactoryFacts facts, Draw draw, ValueMaker values, FactoryShape shape, Func<BoundFact, bool> which, Func<BoundFact, Place, bool> stated)
    {
        foreach (var (fact, place) in Places(facts))
        {
            var cells = Consistency.CellsOf(facts, place);
            if (!which(fact) || cells[fact.Fact.Slot].State != FactState.Unknown)
            {
                continue;
            }

            if (!draw.Chance(shape.Unknown) && stated(fact, place))
            {
                cells[fact.Fact.Slot] = draw.Chance(shape.NotApplicable) ? FactCell.NotApplicable(values.Reason()) : values.Of(fact.Fact);
            }
        }
    }

    private void StateTotals(FactoryFacts facts, Sight sight, Draw draw, ValueMaker values, FactoryShape shape)
    {
        foreach (var (fact, place) in Places(facts).Where(p => p.Fact.Derived is not null))
        {
            if (Consistency.CellsOf(facts, place)[fact.Fact.Slot].State != FactState.Unknown || !draw.Chance(shape.StatedTotals))
            {
                continue;
            }

            var follows = draw.Chance(shape.Contradictions) ? Value.Unknown : Consistency.Follows(facts, sight, fact, place);
            Consistency.CellsOf(facts, place)[fact.Fact.Slot] = follows.IsUnknown ? values.Of(fact.Fact) : Consistency.CellOf(fact.Fact, follows) ?? default;
        }
    }
}
