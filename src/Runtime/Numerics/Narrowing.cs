using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FanIn.Runtime.Numerics;

/// <summary>float64 to the dtype, each number rounded to nearest, ties to even.</summary>
internal static class Narrowing
{
    /// <summary>Writes the numbers as T.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="source">The numbers.</param>
    /// <param name="target">Room for as many.</param>
    public static void Round<T>(ReadOnlySpan<double> source, Span<T> target)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
            source.CopyTo(MemoryMarshal.Cast<T, double>(target));
        else
            Round(source, MemoryMarshal.Cast<T, float>(target));
    }

    /// <summary>Writes the numbers as T over themselves.</summary>
    /// <returns>Where they are: the front of the same memory.</returns>
    public static Span<T> RoundInPlace<T>(Span<double> numbers)
        where T : unmanaged
    {
        var rounded = MemoryMarshal.Cast<double, T>(numbers)[..numbers.Length];
        if (typeof(T) != typeof(double))
            Round<T>(numbers, rounded);         // a step reads its vectors before it writes, and writes behind where it reads
        return rounded;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Round(ReadOnlySpan<double> source, Span<float> target)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(target[..source.Length]);
        var halves = MemoryMarshal.Cast<double, Vector<double>>(source);
        for (var i = 0; i < vectors.Length; i++)
            vectors[i] = Vector.Narrow(halves[2 * i], halves[(2 * i) + 1]);
        for (var i = vectors.Length * Vector<float>.Count; i < source.Length; i++)
            target[i] = (float)source[i];
    }
}
