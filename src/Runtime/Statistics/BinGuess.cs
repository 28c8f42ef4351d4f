using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>The index of a bin by arithmetic, about right: (x − low)·scale, clamped and rounded. It never falls while x grows.</summary>
internal static class BinGuess
{
    /// <summary>From here on the gap between doubles is 1: adding it rounds, and leaves the integer in the low bits.</summary>
    private const double Rounder64 = 1L << 52;

    private const double Rounder32 = 1 << 23;

    /// <summary>Indices as integers in the lanes' bits, 0 … last; for NaN one of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of<TVector>(TVector x, TVector low, TVector scale, TVector last)
        where TVector : struct, IVector<TVector>
    {
        var rounder = TVector.Constant(TVector.IsDouble ? Rounder64 : Rounder32);
        var index = TVector.Min(TVector.Max((x - low) * scale, TVector.Constant(0)), last);     // NaN: Max gives the right one, 0
        return (index + rounder) ^ rounder;
    }
}
