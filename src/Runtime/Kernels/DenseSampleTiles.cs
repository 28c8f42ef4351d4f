using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>
/// The inner loop for a single sample: eight vectors of units, as many chains as hide the latency of two FMAs a cycle. Every weight is used
/// once, so that the second-level cache sets the pace.
/// </summary>
internal static unsafe class DenseSampleTiles
{
    /// <summary>Vectors of units in a tile.</summary>
    public const int Vectors = 8;

    /// <summary>
    /// Sums of eight vectors of units. With fewer in the tile it reads on into what follows, and writes sums that nobody reads.
    /// </summary>
    /// <param name="z">The sample, one number for each k.</param>
    /// <param name="weights">The tile's weights, k after k.</param>
    /// <param name="stride">From a k's weights to the next one's.</param>
    /// <param name="fanIn">Number of k.</param>
    /// <param name="sums">Receives the sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void EightVectors<T, TVector>(T* z, T* weights, int stride, int fanIn, T* sums)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        var step = TVector.Count;
        TVector c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
        for (var end = z + fanIn; z < end; z++, weights += stride)
        {
            var x = TVector.Broadcast(*z);
            c0 = TVector.FusedMultiplyAdd(x, TVector.Load(in weights[0]), c0);
            c1 = TVector.FusedMultiplyAdd(x, TVector.Load(in weights[step]), c1);
            c2 = TVector.FusedMultiplyAdd(x, TVector.Load(in weights[2 * step]), c2);
            c3 = TVector.FusedMultiplyAdd(x, TVector.Load(in weights[3 * step]), c3);
            c4 = TVector.FusedMultiplyAdd(x, TVector.Load(in weights[4 * step]), c4);
            c5 = TVector.FusedMultiplyAdd(x, TVector.Load(in weights[5 * step]), c5);
            c6 = TVector.FusedMultiplyAdd(x, TVector.Load(in weights[6 * step]), c6);
            c7 = TVector.FusedMultiplyAdd(x, TVector.Load(in weights[7 * step]), c7);
        }

        c0.Store(ref sums[0]);
        c1.Store(ref sums[step]);
        c2.Store(ref sums[2 * step]);
        c3.Store(ref sums[3 * step]);
        c4.Store(ref sums[4 * step]);
        c5.Store(ref sums[5 * step]);
        c6.Store(ref sums[6 * step]);
        c7.Store(ref sums[7 * step]);
    }
}
