using GreenFactory.Rules.Expressions.Binding;

namespace GreenFactory.Rules.Blocks;

internal enum ColumnKind
{
    Number,
    Truth,

    /// <summary>A text or a set of texts.</summary>
    Reference,
    Form,
}

/// <summary>A column a plan reads or writes; it gets its place once the plan is complete.</summary>
internal sealed class Ref(ColumnKind kind)
{
    public ColumnKind Kind { get; } = kind;

    /// <summary>Place among the columns of its kind.</summary>
    public int Slot { get; set; } = -1;

    /// <summary>Kept for as long as a block is judged: another step may not use its place.</summary>
    public bool IsKept { get; init; }

    /// <summary>The number that all rows have; null for a column.</summary>
    public Inexact? Constant { get; init; }

    /// <summary>The same to the last digit.</summary>
    public decimal? Decimal { get; init; }

    /// <summary>What a number is worked out from, to be asked where binary cannot tell; null for sums of the scoring.</summary>
    public Bound? Source { get; set; }

    /// <summary>Where the source stands.</summary>
    public BlockPlace Place { get; set; }
}

/// <summary>Everything one thread needs to judge a block. Not thread-safe; used again for the next block.</summary>
internal sealed class BlockState
{
    public required NumberColumn[] Numbers { get; init; }

    public required TruthPlanes[] Truths { get; init; }

    public required ReferenceColumn[] References { get; init; }

    /// <summary>What forms come to.</summary>
    public required StatusPlanes[] Forms { get; init; }

    /// <summary>What rules come to, by place in the program.</summary>
    public required StatusPlanes[] Rules { get; init; }

    public required GroupColumn[] Groups { get; init; }

    public FactoryBlock Block { get; set; } = null!;

    /// <summary>No product: steps are about factories.</summary>
    public const int NoProduct = -1;

    /// <summary>The product that steps inside a loop over products are about.</summary>
    public int Product { get; set; } = NoProduct;

    /// <summary>The rows that steps are about: those with a factory, inside a loop those with such a product.</summary>
    public Plane Rows => Product == NoProduct ? Block.Rows : Block.HasProduct(Product);

    /// <summary>How many words of rows have to be looked at: beyond them there is no factory, or none with such a product.</summary>
    public int Words { get; set; }

    /// <summary>Rows that binary numbers cannot decide, or that do not fit a block: the exact engine judges them.</summary>
    public Plane Exact;

    public Plane Known(Ref number) => number.Constant is null ? Numbers[number.Slot].Known : Plane.All;

    public Plane NotApplicable(Ref number) => number.Constant is null ? Numbers[number.Slot].NotApplicable : Plane.None;

    public ref TruthPlanes Truth(Ref truth) => ref Truths[truth.Slot];
}

/// <summary>One operation of a plan on all rows of a block. Immutable and thread-safe.</summary>
internal abstract class Step
{
    /// <summary>Columns of numbers that are read. Whoever reads others and forgets them here reads what another step left.</summary>
    public virtual IEnumerable<Ref?> Reads => [];

    /// <summary>The column of numbers that is written; null when none is.</summary>
    public virtual Ref? Writes => null;

    public abstract void Run(BlockState state);
}
