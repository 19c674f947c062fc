using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Blocks;

/// <summary>How many columns of each kind a plan needs, inputs first.</summary>
internal readonly record struct ColumnCounts(int Numbers, int Truths, int References, int Forms);

/// <summary>A program as steps over columns. Immutable and thread-safe; states and blocks are one per thread.</summary>
internal sealed class BlockPlan(RuleProgram program, BlockInputs ofFactory, BlockInputs ofProduct, IReadOnlyList<Step> steps, ColumnCounts counts)
{
    private readonly Step[] _steps = [.. steps];

    public RuleProgram Program => program;

    /// <summary>Null when the pack's numbers are too fine for whole numbers in doubles.</summary>
    public static BlockPlan? Of(RuleProgram program) => TotalScale.Of(program) is { } scale ? new BlockCompiler(program, scale).Compile() : null;

    public FactoryBlock NewBlock() => new(ofFactory, ofProduct);

    public BlockState NewState()
    {
        var inputs = ofFactory.Numbers.Count + ofProduct.Numbers.Count;
        var references = ofFactory.References.Count + ofProduct.References.Count;
        return new BlockState
        {
            Numbers = [.. Enumerable.Range(0, counts.Numbers).Select(i => i < inputs ? null! : new NumberColumn())],
            Truths = new TruthPlanes[counts.Truths],
            References = [.. Enumerable.Range(0, counts.References).Select(i => i < references ? null! : new ReferenceColumn())],
            Forms = new StatusPlanes[counts.Forms],
            Rules = new StatusPlanes[program.Rules.Count],
            Groups = [.. program.Groups.Select(_ => new GroupColumn())],
        };
    }

    /// <summary>Judges a block; the state and the block's totals then hold what comes out, but for the rows that have to be decided exactly.</summary>
    public void Run(BlockState state, FactoryBlock block)
    {
        block.Bind(state);
        foreach (var step in _steps)
        {
            step.Run(state);
        }

        state.Exact &= block.Rows;
    }
}
