using GreenFactory.Rules.Expressions.Binding;

namespace GreenFactory.Rules.Blocks;

/// <summary>A fold over the products of each factory, taken one product at a time for all factories at once.</summary>
internal abstract class ProductFold
{
    /// <summary>Columns of numbers that are read for each product; those a fold writes are kept.</summary>
    public abstract IEnumerable<Ref?> Reads { get; }

    /// <summary>Before the first product.</summary>
    public abstract void Begin(BlockState state);

    /// <summary>Takes in the product the state is at; the plane has the rows that have such a product.</summary>
    public abstract void Add(BlockState state, in Plane exists);

    /// <summary>After the last product; the plane has the rows of which products are known at all.</summary>
    public abstract void End(BlockState state, in Plane hasProducts);
}

/// <summary>Runs the steps that folds need for each product, and the folds.</summary>
internal sealed class ProductLoop(IReadOnlyList<Step> body, IReadOnlyList<ProductFold> folds) : Step
{
    public IReadOnlyList<Step> Body => body;

    public IReadOnlyList<ProductFold> Folds => folds;

    public override IEnumerable<Ref?> Reads => body.SelectMany(s => s.Reads).Concat(folds.SelectMany(f => f.Reads));

    public override void Run(BlockState state)
    {
        foreach (var fold in folds)
        {
            fold.Begin(state);
        }

        for (var product = 0; product < state.Block.MostProducts; product++)
        {
            state.Block.Bind(state, product);
            foreach (var step in body)
            {
                step.Run(state);
            }

            foreach (var fold in folds)
            {
                fold.Add(state, state.Block.HasProduct(product));
            }
        }

        state.Product = BlockState.NoProduct;
        state.Words = state.Block.Words;
        foreach (var fold in folds)
        {
            fold.End(state, state.Block.HasProducts);
        }
    }
}

internal sealed class TruthFold(Ref to, Ref body, Ref? where, bool isAll) : ProductFold
{
    public override IEnumerable<Ref?> Reads => [];

    public override void Begin(BlockState state) => state.Truth(to) = new TruthPlanes { NotApplicable = Plane.All };

    public override void Add(BlockState state, in Plane exists)
    {
        var item = where is null ? state.Truth(body) : TruthItemStep.Of(state.Truth(body), state.Truth(where));
        item = new TruthPlanes { True = item.True & exists, False = item.False & exists, NotApplicable = item.NotApplicable | ~exists };
        state.Truth(to) = LogicStep.Join(state.Truth(to), item, isAll);
    }

    public override void End(BlockState state, in Plane hasProducts)
    {
        var of = state.Truth(to);
        state.Truth(to) = new TruthPlanes { True = of.True & hasProducts, False = of.False & hasProducts, NotApplicable = of.NotApplicable & hasProducts };
    }
}

internal sealed class CountFold(Ref to, Ref body, Ref? where) : ProductFold
{
    public override IEnumerable<Ref?> Reads => [];

    public override void Begin(BlockState state)
    {
        var column = state.Numbers[to.Slot];
        Array.Clear(column.Values);
        Array.Clear(column.Errors);
        column.Known = Plane.All;
        column.NotApplicable = Plane.None;
    }

    public override void Add(BlockState state, in Plane exists)
    {
        var column = state.Numbers[to.Slot];
        var item = where is null ? state.Truth(body) : TruthItemStep.Of(state.Truth(body), state.Truth(where));
        column.Known &= ~(exists & item.Unknown);
        Amount.One.AddTo(column.Values, item.True & exists);
    }

    public override void End(BlockState state, in Plane hasProducts) => state.Numbers[to.Slot].Known &= hasProducts;
}

/// <summary>A sum, an average, the greatest or the least.</summary>
internal sealed class NumberFold : ProductFold
{
    private readonly Ref _to;
    private readonly Ref _body;
    private readonly Ref? _where;
    private readonly Ref _item;
    private readonly Ref _parts;
    private readonly AggregateFunction _function;
    private readonly Step _join;
    private readonly Step? _divide;

    /// <param name="to">The result, kept from the first product to the last.</param>
    /// <param name="body">What is folded.</param>
    /// <param name="where">What a product has to be; null for all.</param>
    /// <param name="item">Room for one part.</param>
    /// <param name="parts">Room for the number of parts, for an average.</param>
    /// <param name="function">Which fold.</param>
    public NumberFold(Ref to, Ref body, Ref? where, Ref item, Ref parts, AggregateFunction function)
    {
        (_to, _body, _where, _item, _parts, _function) = (to, body, where, item, parts, function);
        _join = function is AggregateFunction.Min or AggregateFunction.Max
            ? new ExtremeStep(to, to, item, function == AggregateFunction.Max)
            : new BinaryStep<AddKernel>(to, to, item, drops: true);
        _divide = function == AggregateFunction.Average ? new BinaryStep<DivideKernel>(to, to, parts, drops: false) : null;
    }

    public override IEnumerable<Ref?> Reads => [_body];

    public override void Begin(BlockState state)
    {
        var column = state.Numbers[_to.Slot];
        Array.Clear(column.Values);
        Array.Clear(column.Errors);
        column.Known = Plane.None;
        column.NotApplicable = Plane.All;
        if (_divide is not null)
        {
            Array.Clear(state.Numbers[_parts.Slot].Values);
            Array.Clear(state.Numbers[_parts.Slot].Errors);
        }
    }

    public override void Add(BlockState state, in Plane exists)
    {
        var item = state.Numbers[_item.Slot];
        var (known, away) = (state.Known(_body) & exists, state.NotApplicable(_body) | ~exists);
        if (_where is not null)
        {
            var when = state.Truth(_where);
            away |= when.False | when.NotApplicable;
            away &= ~(exists & when.Unknown);
            known &= when.True;
        }

        Blending.Run(state, _body, known, _body, Plane.None, item);
        item.Known = known;
        item.NotApplicable = away;
        if (_divide is not null)
        {
            Amount.One.AddTo(state.Numbers[_parts.Slot].Values, ~away);
        }

        _join.Run(state);
    }

    public override void End(BlockState state, in Plane hasProducts)
    {
        var column = state.Numbers[_to.Slot];
        if (_divide is not null)
        {
            // Nothing to divide by is nothing to divide: what does not apply stays what it is.
            var parts = state.Numbers[_parts.Slot];
            parts.Known = Plane.All;
            parts.NotApplicable = Plane.None;
            for (var row = 0; row < Plane.Rows; row++)
            {
                parts.Values[row] = Math.Max(1, parts.Values[row]);
            }

            _divide.Run(state);
        }

        column.Known &= hasProducts;
        column.NotApplicable &= hasProducts;
    }
}
