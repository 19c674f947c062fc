using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GreenFactory.Rules.Blocks;

/// <summary>Where a kernel takes four numbers from.</summary>
internal interface IOperand
{
    Vector256<double> Value(nuint row);

    Vector256<double> Error(nuint row);
}

/// <summary>A column.</summary>
internal readonly ref struct FromColumn : IOperand
{
    private readonly ref double _values;
    private readonly ref double _errors;

    public FromColumn(NumberColumn column)
    {
        _values = ref MemoryMarshal.GetArrayDataReference(column.Values);
        _errors = ref MemoryMarshal.GetArrayDataReference(column.Errors);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Value(nuint row) => Vector256.LoadUnsafe(ref _values, row);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Error(nuint row) => Vector256.LoadUnsafe(ref _errors, row);
}

/// <summary>The same number for every row.</summary>
internal readonly ref struct Same(Inexact number) : IOperand
{
    private readonly Vector256<double> _value = Vector256.Create(number.Value);
    private readonly Vector256<double> _error = Vector256.Create(number.Error);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Value(nuint row) => _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Error(nuint row) => _error;
}
