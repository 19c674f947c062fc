using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GreenFactory.Rules.Blocks;

/// <summary>One bit for each row of a block: what is decided for 256 factories is decided by one instruction.</summary>
internal struct Plane
{
    public const int Rows = 256;
    public const int Words = 4;
    public const int RowsPerWord = 64;

    private Vector256<ulong> _bits;

    public Plane(Vector256<ulong> bits) => _bits = bits;

    public Plane(ReadOnlySpan<ulong> words) => _bits = Vector256.Create(words);

    public static Plane None => default;

    public static Plane All => new(Vector256<ulong>.AllBitsSet);

    public readonly bool IsEmpty => _bits == Vector256<ulong>.Zero;

    public readonly int Count => BitOperations.PopCount(Word(0)) + BitOperations.PopCount(Word(1)) + BitOperations.PopCount(Word(2)) + BitOperations.PopCount(Word(3));

    public static Plane operator &(in Plane a, in Plane b) => new(a._bits & b._bits);

    public static Plane operator |(in Plane a, in Plane b) => new(a._bits | b._bits);

    public static Plane operator ~(in Plane a) => new(~a._bits);

    public readonly ulong Word(int word) => _bits.GetElement(word);

    public readonly bool Has(int row) => (Word(row / RowsPerWord) >> (row % RowsPerWord) & 1) != 0;

    public void Add(int row) => Unsafe.Add(ref Unsafe.As<Vector256<ulong>, ulong>(ref _bits), row / RowsPerWord) |= 1UL << (row % RowsPerWord);

    /// <summary>The rows of the plane, first to last.</summary>
    public readonly Enumerator GetEnumerator() => new(this);

    /// <summary>The rows before some row.</summary>
    public static Plane First(int rows)
    {
        Span<ulong> words = stackalloc ulong[Words];
        for (var w = 0; w < Words; w++)
        {
            var left = Math.Clamp(rows - (w * RowsPerWord), 0, RowsPerWord);
            words[w] = left == RowsPerWord ? ulong.MaxValue : (1UL << left) - 1;
        }

        return new Plane(words);
    }

    public struct Enumerator(Plane plane)
    {
        private ulong _left = plane.Word(0);
        private int _word;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (_left == 0)
            {
                if (++_word == Words)
                {
                    return false;
                }

                _left = plane.Word(_word);
            }

            Current = (_word * RowsPerWord) + BitOperations.TrailingZeroCount(_left);
            _left &= unchecked(_left - 1);
            return true;
        }
    }
}
