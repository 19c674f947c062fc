using System.Runtime.CompilerServices;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Blocks;

internal enum InputSource
{
    Fact,
    External,
    Context,
    ProductFact,
    ProductExternal,
}

/// <summary>A column that is read from the facts of a factory, or from what is looked up for it.</summary>
/// <param name="Source">Where from.</param>
/// <param name="Index">Slot of the fact, index of what is looked up, or name of the context.</param>
/// <param name="YearsBack">Years before the reporting year, for facts of the factory.</param>
internal readonly record struct BlockInput(InputSource Source, int Index, int YearsBack)
{
    public bool IsOfProduct => Source is InputSource.ProductFact or InputSource.ProductExternal;
}

/// <summary>The columns a plan reads, by kind, in the order of their places.</summary>
internal sealed record BlockInputs(IReadOnlyList<BlockInput> Numbers, IReadOnlyList<BlockInput> Truths, IReadOnlyList<BlockInput> References);

/// <summary>The columns of one kind for the factory, or for the product of some number.</summary>
internal sealed class InputColumns(BlockInputs inputs)
{
    public readonly NumberColumn[] Numbers = [.. inputs.Numbers.Select(_ => new NumberColumn())];

    public readonly TruthPlanes[] Truths = new TruthPlanes[inputs.Truths.Count];

    public readonly ReferenceColumn[] References = [.. inputs.References.Select(_ => new ReferenceColumn())];

    public void Clear()
    {
        foreach (var column in Numbers)
        {
            column.Known = column.NotApplicable = Plane.None;
        }

        Array.Clear(Truths);
        foreach (var column in References)
        {
            column.Known = column.NotApplicable = Plane.None;
        }
    }
}

/// <summary>
/// Up to 256 factories in columns, those with most products first: what is said of third products is then said of few rows.
/// Filled by one thread, then only read by the steps of a plan; used again for the next factories.
/// </summary>
internal sealed class FactoryBlock
{
    /// <summary>More products than that are rare; who has them is judged alone instead of making every block wait.</summary>
    public const int MostProductsOfOne = 16;

    private readonly BlockInput[] _numbers;
    private readonly BlockInput[] _truths;
    private readonly BlockInput[] _references;
    private readonly BlockInputs _ofProduct;
    private readonly InputColumns _factory;
    private readonly List<InputColumns> _products = [];
    private readonly Plane[] _hasProduct = new Plane[MostProductsOfOne];
    private readonly EvaluationFrame[] _frames = new EvaluationFrame[Plane.Rows];
    private readonly byte[] _rows = new byte[Plane.Rows];

    public FactoryBlock(BlockInputs ofFactory, BlockInputs ofProduct)
    {
        (_numbers, _truths, _references) = ([.. ofFactory.Numbers], [.. ofFactory.Truths], [.. ofFactory.References]);
        _ofProduct = ofProduct;
        _factory = new InputColumns(ofFactory);
    }

    /// <summary>How many rows have a factory, the first ones.</summary>
    public int Count { get; private set; }

    /// <summary>Those rows.</summary>
    public Plane Rows { get; private set; }

    /// <summary>How many words have such rows.</summary>
    public int Words => (Count + Plane.RowsPerWord - 1) / Plane.RowsPerWord;

    /// <summary>The greatest number of products of one factory.</summary>
    public int MostProducts { get; private set; }

    /// <summary>Factories of which it is known what products they have, none included.</summary>
    public Plane HasProducts { get; private set; }

    /// <summary>Factories that do not fit.</summary>
    public Plane Misfits { get; private set; }

    public TotalColumns Totals { get; } = new();

    /// <summary>The row of each factory, in the order they were given.</summary>
    public ReadOnlySpan<byte> RowOf => _rows.AsSpan(0, Count);

    public EvaluationFrame Frame(int row) => _frames[row];

    /// <summary>Factories that have a product of that number, from 0.</summary>
    public Plane HasProduct(int product) => _hasProduct[product];

    public void Fill(IReadOnlyList<EvaluationFrame> frames)
    {
        _factory.Clear();
        Count = frames.Count;
        Rows = Plane.First(Count);
        Arrange(frames);
        Array.Clear(_hasProduct);
        MostProducts = 0;
        var (has, misfits) = (Plane.None, Plane.None);
        for (var row = 0; row < Count; row++)
        {
            var frame = _frames[row];
            Fill(row, frame);
            if (frame.Facts.Products is not { } products)
            {
                continue;
            }

            has.Add(row);
            if (products.Count > MostProductsOfOne)
            {
                misfits.Add(row);
                continue;
            }

            for (var p = 0; p < products.Count; p++)
            {
                FillProduct(row, p, frame);
            }
        }

        (HasProducts, Misfits) = (has, misfits);
    }

    /// <summary>Gives the columns of the factories to a state.</summary>
    public void Bind(BlockState state)
    {
        state.Block = this;
        state.Product = BlockState.NoProduct;
        state.Words = Words;
        state.Exact = Misfits;
        Bind(state, _factory, 0, 0, 0);
    }

    /// <summary>Gives the columns of the products of one number to a state.</summary>
    public void Bind(BlockState state, int product)
    {
        state.Product = product;
        state.Words = Words;
        while (state.Words > 1 && _hasProduct[product].Word(state.Words - 1) == 0)
        {
            state.Words--;
        }

        Bind(state, _products[product], _numbers.Length, _truths.Length, _references.Length);
    }

    private static void Bind(BlockState state, InputColumns columns, int numbers, int truths, int references)
    {
        columns.Numbers.CopyTo(state.Numbers, numbers);
        columns.Truths.CopyTo(state.Truths, truths);
        columns.References.CopyTo(state.References, references);
    }

    /// <summary>Gives every factory a row: a counting sort by the number of products, most first, otherwise as given.</summary>
    private void Arrange(IReadOnlyList<EvaluationFrame> frames)
    {
        Span<int> next = stackalloc int[MostProductsOfOne + 2];
        next.Clear();
        for (var i = 0; i < frames.Count; i++)
        {
            next[Place(frames[i]) + 1]++;
        }

        for (var i = 1; i < next.Length; i++)
        {
            next[i] += next[i - 1];
        }

        for (var i = 0; i < frames.Count; i++)
        {
            var row = next[Place(frames[i])]++;
            _frames[row] = frames[i];
            _rows[i] = (byte)row;
        }

        static int Place(EvaluationFrame frame) => frame.Facts.ProductCells.Length is var count && count <= MostProductsOfOne ? MostProductsOfOne - count : MostProductsOfOne;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(int row, EvaluationFrame frame)
    {
        var (cells, externals) = (frame.Facts.Cells, frame.Externals);
        for (var i = 0; i < _numbers.Length; i++)
        {
            ref readonly var input = ref _numbers[i];
            switch (input.Source)
            {
                case InputSource.Fact when input.YearsBack == 0:
                    Set(_factory.Numbers[i], row, in cells[input.Index]);
                    break;
                case InputSource.External:
                    Set(_factory.Numbers[i], row, in externals[input.Index]);
                    break;
                default:
                    Set(_factory.Numbers[i], row, Cell(input, frame));
                    break;
            }
        }

        for (var i = 0; i < _truths.Length; i++)
        {
            ref readonly var input = ref _truths[i];
            if (input is { Source: InputSource.Fact, YearsBack: 0 })
            {
                Set(ref _factory.Truths[i], row, in cells[input.Index]);
            }
            else
            {
                Set(ref _factory.Truths[i], row, Cell(input, frame));
            }
        }

        for (var i = 0; i < _references.Length; i++)
        {
            Set(_factory.References[i], row, Cell(_references[i], frame));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillProduct(int row, int product, EvaluationFrame frame)
    {
        if (product == MostProducts)
        {
            MostProducts++;
            if (_products.Count < MostProducts)
            {
                _products.Add(new InputColumns(_ofProduct));
            }

            _products[product].Clear();
        }

        _hasProduct[product].Add(row);
        var columns = _products[product];
        var cells = frame.Facts.ProductCells[product];
        var externals = frame.ProductExternals.Length == 0 ? [] : frame.ProductExternals[product];
        for (var i = 0; i < columns.Numbers.Length; i++)
        {
            Set(columns.Numbers[i], row, in Of(_ofProduct.Numbers[i], cells, externals));
        }

        for (var i = 0; i < columns.Truths.Length; i++)
        {
            Set(ref columns.Truths[i], row, in Of(_ofProduct.Truths[i], cells, externals));
        }

        for (var i = 0; i < columns.References.Length; i++)
        {
            Set(columns.References[i], row, in Of(_ofProduct.References[i], cells, externals));
        }
    }

    private static ref readonly FactCell Of(BlockInput input, FactCell[] cells, FactCell[] externals) =>
        ref (input.Source == InputSource.ProductFact ? cells : externals)[input.Index];

    private static FactCell Cell(BlockInput input, EvaluationFrame frame)
    {
        switch (input.Source)
        {
            case InputSource.Context:
                return frame.Context((ContextName)input.Index);
            case InputSource.External:
                return frame.Externals[input.Index];
            default:
                var cells = input.YearsBack == 0 ? frame.Facts.Cells : frame.Facts.YearCells(frame.Facts.Period.Year - input.YearsBack);
                return cells is null ? default : cells[input.Index];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Set(NumberColumn column, int row, in FactCell cell)
    {
        if (cell.State == FactState.Known)
        {
            var number = Inexact.Of(cell.Number);
            column.Values[row] = number.Value;
            column.Errors[row] = number.Error;
            column.Known.Add(row);
            return;
        }

        column.Values[row] = 0;
        column.Errors[row] = 0;
        if (cell.State == FactState.NotApplicable)
        {
            column.NotApplicable.Add(row);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Set(ref TruthPlanes planes, int row, in FactCell cell)
    {
        switch (cell.State)
        {
            case FactState.Known when cell.Flag:
                planes.True.Add(row);
                break;
            case FactState.Known:
                planes.False.Add(row);
                break;
            case FactState.NotApplicable:
                planes.NotApplicable.Add(row);
                break;
        }
    }

    private static void Set(ReferenceColumn column, int row, in FactCell cell)
    {
        column.Values[row] = cell.State == FactState.Known ? cell.Reference : null;
        if (cell.State == FactState.Known)
        {
            column.Known.Add(row);
        }
        else if (cell.State == FactState.NotApplicable)
        {
            column.NotApplicable.Add(row);
        }
    }
}
