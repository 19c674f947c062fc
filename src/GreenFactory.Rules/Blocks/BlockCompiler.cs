using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Blocks;

/// <summary>Where an expression stands: at the factory, at one of its products, or at a year before the reporting year.</summary>
internal readonly record struct BlockPlace(bool IsProduct, int YearsBack)
{
    public static BlockPlace Factory => default;

    public static BlockPlace Product => new(true, 0);
}

/// <summary>
/// Turns a program into steps over columns. An expression becomes one step per operation, worked out once wherever it is used;
/// folds over products become loops, those that hang on others after them. Not thread-safe; one per program.
/// </summary>
internal sealed partial class BlockCompiler(RuleProgram program, TotalScale scale)
{
    private readonly ColumnTable _columns = new();
    private readonly Dictionary<(object Node, BlockPlace Place, ColumnKind Kind), Ref> _done = [];
    private readonly Dictionary<BoundAggregate, Ref> _folds = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<BoundForm, (Ref Form, Ref Share)> _productForms = new(ReferenceEqualityComparer.Instance);
    private readonly List<Step> _steps = [];
    private List<Step>? _loop;

    public BlockPlan Compile()
    {
        foreach (var level in FoldLevels.Of(program))
        {
            Loop(level);
        }

        foreach (var rule in program.Rules.Where(r => program.GroupOf(r.Index) < 0))
        {
            Rule(rule);
        }

        // A group is added up as soon as its rules are judged: what they earn is still at hand.
        for (var g = 0; g < program.Groups.Count; g++)
        {
            var rules = program.Groups[g].Rules.Select(i => program.Rules[i]).ToList();
            rules.ForEach(Rule);
            _steps.Add(new GroupStep(g, [.. rules.Where(r => r.Definition.Points is { Value: not 0 }).Select(Scored)]));
        }

        _steps.Add(new TotalStep(scale, program.Pack.Rounding!.Mode, scale.Full != 0));
        _steps.Add(new ConclusionStep(program, scale));
        var counts = _columns.Settle(_steps);
        return new BlockPlan(program, _columns.OfFactory, _columns.OfProduct, _steps, counts);
    }

    private ScoredRule Scored(BoundRule rule) =>
        new(rule.Index, scale.Points(rule.Definition.Points!.Value), program.PolicyOf(rule), _shares.GetValueOrDefault(rule.Index));

    /// <summary>Steps that hang on the product go into the loop, all others before it.</summary>
    private void Emit(BlockPlace place, Step step) => (place.IsProduct ? _loop! : _steps).Add(step);

    private Ref Once(object node, BlockPlace place, ColumnKind kind, Action<Ref> emit)
    {
        if (!_done.TryGetValue((node, place, kind), out var to))
        {
            to = _columns.New(kind);
            emit(to);
            _done[(node, place, kind)] = to;
        }

        return to;
    }

    /// <summary>A fact is one column, whoever reads it.</summary>
    private static object Key(Bound bound) => bound is BoundFact fact ? fact.Fact : bound;

    /// <summary>Where a part really stands: what is about the factory is the same for all its products.</summary>
    private static BlockPlace PlaceOf(Bound bound, BlockPlace place)
    {
        if (!place.IsProduct)
        {
            return place;
        }

        return bound switch
        {
            BoundFact fact => fact.Fact.Scope == FactScope.Product ? place : BlockPlace.Factory,
            BoundExternal external => external.Scope == FactScope.Product ? place : BlockPlace.Factory,
            BoundContext or BoundAggregate or BoundConstant => BlockPlace.Factory,
            _ => BoundTree.Children(bound).Any(c => PlaceOf(c, place).IsProduct) ? place : BlockPlace.Factory,
        };
    }

    private Ref Input(Bound bound, InputSource source, int index, BlockPlace place, ColumnKind kind)
    {
        var input = _columns.Input(new BlockInput(source, index, source == InputSource.Fact ? place.YearsBack : 0), kind);
        (input.Source, input.Place) = (bound, place);
        return input;
    }

    private Ref Stated(BoundFact fact, BlockPlace place, ColumnKind kind) =>
        Input(fact, fact.Fact.Scope == FactScope.Product ? InputSource.ProductFact : InputSource.Fact, fact.Fact.Slot, place, kind);

    private Ref Looked(BoundExternal external, BlockPlace place, ColumnKind kind) =>
        Input(external, external.Scope == FactScope.Product ? InputSource.ProductExternal : InputSource.External, external.Index, place, kind);

    private static ColumnKind KindOf(Bound bound) => bound.Type.Kind switch
    {
        ValueKind.Truth => ColumnKind.Truth,
        ValueKind.Text or ValueKind.TextSet => ColumnKind.Reference,
        _ => ColumnKind.Number,
    };

    private Ref Of(Bound bound, BlockPlace place) => KindOf(bound) switch
    {
        ColumnKind.Truth => Truth(bound, place),
        ColumnKind.Reference => Reference(bound, place),
        _ => Number(bound, place),
    };

    /// <summary>Parts of a fold over years, worked out at each year.</summary>
    private static List<Ref> Years(BoundAggregate aggregate, Func<BlockPlace, Ref> item) => [.. Enumerable.Range(0, aggregate.Years).Select(y => item(new BlockPlace(false, y)))];

    private void Loop(FoldLevel level)
    {
        _loop = [];
        var folds = new List<ProductFold>();
        foreach (var aggregate in level.Aggregates)
        {
            folds.Add(Fold(aggregate));
        }

        foreach (var form in level.Forms)
        {
            folds.Add(ProductForm(form));
        }

        _steps.Add(new ProductLoop(_loop, folds));
        _loop = null;

        // A product's column is another one in the next loop.
        foreach (var key in _done.Keys.Where(k => k.Place.IsProduct).ToList())
        {
            _done.Remove(key);
        }
    }

    private ProductFold Fold(BoundAggregate aggregate)
    {
        var where = aggregate.Where is null ? null : Truth(aggregate.Where, BlockPlace.Product);
        switch (aggregate.Function)
        {
            case AggregateFunction.Any or AggregateFunction.All:
                var truth = _folds[aggregate] = _columns.New(ColumnKind.Truth, isKept: true);
                return new TruthFold(truth, Truth(aggregate.Body, BlockPlace.Product), where, aggregate.Function == AggregateFunction.All);
            case AggregateFunction.Count:
                var count = _folds[aggregate] = _columns.New(ColumnKind.Number, isKept: true);
                count.Source = aggregate;
                return new CountFold(count, Truth(aggregate.Body, BlockPlace.Product), where);
            default:
                var number = _folds[aggregate] = _columns.New(ColumnKind.Number, isKept: true);
                number.Source = aggregate;
                return new NumberFold(
                    number, Number(aggregate.Body, BlockPlace.Product), where, _columns.New(ColumnKind.Number, isKept: true), _columns.New(ColumnKind.Number, isKept: true), aggregate.Function);
        }
    }

    private ProductFormFold ProductForm(BoundForm form)
    {
        var (own, share) = Judge(form, BlockPlace.Product);
        var (to, average) = _productForms[form] = (_columns.New(ColumnKind.Form, isKept: true), _columns.New(ColumnKind.Number, isKept: true));
        var room = new ProductFormRoom(Kept(), Kept(), Kept(), Kept(), Kept(), _columns.New(ColumnKind.Form, isKept: true), _columns.New(ColumnKind.Form, isKept: true));
        return new ProductFormFold(to, average, own, share, Number(form.Weight!, BlockPlace.Product), room);

        Ref Kept() => _columns.New(ColumnKind.Number, isKept: true);
    }
}

/// <summary>Folds over products that can be worked out in one loop.</summary>
internal sealed record FoldLevel(IReadOnlyList<BoundAggregate> Aggregates, IReadOnlyList<BoundForm> Forms);

/// <summary>Orders the folds over products so that each comes after those it reads.</summary>
internal static class FoldLevels
{
    public static IReadOnlyList<FoldLevel> Of(RuleProgram program)
    {
        var roots = program.Rules.SelectMany(RequiredFactList.Roots).OfType<Bound>().ToList();
        var aggregates = BoundTree.All(roots).OfType<BoundAggregate>().Where(a => a.Years == 0).ToList();
        var forms = program.Rules.SelectMany(r => r.Forms).Where(f => f.OverProducts).ToList();
        var levels = new Dictionary<BoundAggregate, int>(ReferenceEqualityComparer.Instance);
        foreach (var aggregate in aggregates)
        {
            Level(aggregate, levels);
        }

        var ofForms = forms.Select(f => (Form: f, Level: Highest(Parts(f), levels))).ToList();
        var most = levels.Values.Concat(ofForms.Select(f => f.Level)).DefaultIfEmpty(-1).Max();
        return [.. Enumerable.Range(0, most + 1).Select(l => new FoldLevel([.. aggregates.Where(a => levels[a] == l)], [.. ofForms.Where(f => f.Level == l).Select(f => f.Form)]))];
    }

    private static IEnumerable<Bound?> Parts(BoundForm form) => [form.Measure, form.Weight, form.Leading, form.Baseline, .. form.Steps.Select(s => s.At)];

    private static int Level(BoundAggregate aggregate, Dictionary<BoundAggregate, int> levels)
    {
        if (!levels.TryGetValue(aggregate, out var level))
        {
            level = Highest([aggregate.Body, aggregate.Where], levels);
            levels[aggregate] = level;
        }

        return level;
    }

    /// <summary>One more than the highest fold that is read; 0 where none is.</summary>
    private static int Highest(IEnumerable<Bound?> parts, Dictionary<BoundAggregate, int> levels) =>
        BoundTree.All(parts).OfType<BoundAggregate>().Where(a => a.Years == 0).Select(a => Level(a, levels) + 1).DefaultIfEmpty(0).Max();
}
