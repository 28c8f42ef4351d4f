using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>
/// The last step of a chunk's sums: 8 lanes are added in halves, l and l + 4, l and l + 2, l and l + 1. Four rows of lanes go through it at
/// once, so that no addition is done for one number alone.
/// </summary>
internal static unsafe class LaneSums
{
    /// <summary>Lanes of a row.</summary>
    public const int Lanes = 8;

    /// <summary>Adds up rows of 8 lanes.</summary>
    /// <param name="rows">The rows, one after the other.</param>
    /// <param name="count">How many: a multiple of 4.</param>
    /// <param name="sums">Receives the sum of each.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Halve<TVector>(double* rows, int count, double* sums)
        where TVector : struct, IVector<TVector, double>
    {
        for (var row = 0; row < count; row += 4)
        {
            var l = rows + (row * Lanes);
            if (TVector.Count >= Vector256<double>.Count && Avx.IsSupported)
                FourRows(l).Store(sums + row);
            else
                (sums[row], sums[row + 1], sums[row + 2], sums[row + 3]) = (OneRow(l), OneRow(l + 8), OneRow(l + 16), OneRow(l + 24));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> FourRows(double* l)
    {
        var (a, b) = (Quarters(l), Quarters(l + 8));
        var (c, d) = (Quarters(l + 16), Quarters(l + 24));
        var ac = Avx.Permute2x128(a, c, 0x20) + Avx.Permute2x128(a, c, 0x31);
        var bd = Avx.Permute2x128(b, d, 0x20) + Avx.Permute2x128(b, d, 0x31);
        return Avx.UnpackLow(ac, bd) + Avx.UnpackHigh(ac, bd);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Quarters(double* l) => Vector256.Load(l) + Vector256.Load(l + 4);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double OneRow(double* l) => ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]));
}
