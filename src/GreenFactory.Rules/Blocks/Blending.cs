using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GreenFactory.Rules.Blocks;

/// <summary>Blends columns and constants alike.</summary>
internal static class Blending
{
    public static void Run(BlockState state, Ref a, in Plane rowsA, Ref b, in Plane rowsB, NumberColumn to)
    {
        switch (a.Constant, b.Constant)
        {
            case (null, null):
                Kernels.Blend(new FromColumn(state.Numbers[a.Slot]), rowsA, new FromColumn(state.Numbers[b.Slot]), rowsB, to, state.Words);
                break;
            case (null, { } y):
                Kernels.Blend(new FromColumn(state.Numbers[a.Slot]), rowsA, new Same(y), rowsB, to, state.Words);
                break;
            case ({ } x, null):
                Kernels.Blend(new Same(x), rowsA, new FromColumn(state.Numbers[b.Slot]), rowsB, to, state.Words);
                break;
            case ({ } x, { } y):
                Kernels.Blend(new Same(x), rowsA, new Same(y), rowsB, to, state.Words);
                break;
        }
    }
}

/// <summary>An amount that is added for the rows of a plane. What four rows get is looked up by their bits. Immutable and thread-safe.</summary>
internal sealed class Amount
{
    private const int Combinations = 1 << Lanes.Count;

    private readonly double[] _byBits = new double[Combinations * Lanes.Count];

    public Amount(double amount)
    {
        for (var bits = 0; bits < Combinations; bits++)
        {
            for (var lane = 0; lane < Lanes.Count; lane++)
            {
                _byBits[(bits * Lanes.Count) + lane] = (bits >> lane & 1) == 1 ? amount : 0;
            }
        }
    }

    public static Amount One { get; } = new(1);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(double[] to, in Plane rows)
    {
        ref var values = ref MemoryMarshal.GetArrayDataReference(to);
        ref var amounts = ref MemoryMarshal.GetArrayDataReference(_byBits);
        unchecked
        {
            for (var w = 0; w < Plane.Words; w++)
            {
                var word = rows.Word(w);
                for (var row = (nuint)(uint)(w * Plane.RowsPerWord); word != 0; row += Lanes.Count)
                {
                    var four = Vector256.LoadUnsafe(ref amounts, (nuint)(word & (Combinations - 1)) * Lanes.Count);
                    (Vector256.LoadUnsafe(ref values, row) + four).StoreUnsafe(ref values, row);
                    word >>= Lanes.Count;
                }
            }
        }
    }
}
