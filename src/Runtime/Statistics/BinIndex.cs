using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>The index of a bin by arithmetic: ⌊(x − low)·scale⌋, kept to 0 … last. It never falls while x grows.</summary>
internal static class BinIndex
{
    /// <summary>From here on the gap between doubles is 1: adding it rounds, and leaves the integer in the low bits.</summary>
    private const double Rounder64 = 1L << 52;

    private const double Rounder32 = 1 << 23;

    /// <summary>Indices as numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of<TVector>(TVector x, TVector low, TVector scale, TVector last)
        where TVector : struct, IVector<TVector>
    {
        var t = TVector.Min(TVector.Max((x - low) * scale, TVector.Constant(0)), last);      // NaN: Max gives the right one, 0
        var rounded = (t + Rounder<TVector>()) - Rounder<TVector>();
        return rounded - (TVector.LessThan(t, rounded) & TVector.Constant(1));
    }

    /// <summary>Whole numbers from 0 on as integers in the lanes' low bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ToInteger<TVector>(TVector whole)
        where TVector : struct, IVector<TVector> => (whole + Rounder<TVector>()) ^ Rounder<TVector>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Rounder<TVector>()
        where TVector : struct, IVector<TVector> => TVector.Constant(TVector.IsDouble ? Rounder64 : Rounder32);
}
