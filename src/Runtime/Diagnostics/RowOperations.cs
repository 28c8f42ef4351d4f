using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FanIn.Runtime.Diagnostics;

/// <summary>Rows of numbers, element by element: the width of the vectors changes no bit.</summary>
internal static class RowOperations
{
    /// <summary>target = fma(factor, source, target).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddMultiple(Span<double> target, ReadOnlySpan<double> source, double factor)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(target);
        var addends = MemoryMarshal.Cast<double, Vector<double>>(source);
        var factors = new Vector<double>(factor);
        for (var i = 0; i < vectors.Length; i++)
            vectors[i] = Vector.FusedMultiplyAdd(factors, addends[i], vectors[i]);
        for (var i = vectors.Length * Vector<double>.Count; i < target.Length; i++)
            target[i] = Math.FusedMultiplyAdd(factor, source[i], target[i]);
    }

    /// <summary>target /= divisor.</summary>
    public static void Divide(Span<double> target, double divisor)
    {
        foreach (ref var element in target)
            element /= divisor;
    }
}
