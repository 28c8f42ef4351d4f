using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>
/// The leaves of every reduction: a chunk of 40 numbers in 8 virtual lanes of 5, whatever the machine's vectors are. Lane l adds elements
/// l, l + 8 … l + 32 in this order. The same chunk of up to 8 series is done in one go, so that running sums stay in registers and what
/// follows (<see cref="LaneSums"/>, <see cref="MomentLeaves"/>) fills vectors with one number of each series.
/// </summary>
internal static unsafe class ChunkKernel
{
    /// <summary>Series that are done in one go.</summary>
    public const int Series = 8;

    /// <summary>Power sums about the first element of each series' chunk, and the extremes of what is not NaN.</summary>
    /// <param name="chunk">40 elements of the first series.</param>
    /// <param name="stride">Elements from a series to the next.</param>
    /// <param name="series">How many, 1 … 8.</param>
    /// <param name="rows">Receives 4 × 8 rows of 8 lanes: of power p and series s at row 8 (p − 1) + s.</param>
    /// <param name="extremes">8 lanes lowered to the smallest elements, then 8 raised to the largest.</param>
    /// <param name="across">40 numbers: element i minus the first is added to the i-th, series by series.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void PowerSums<T, TVector>(T* chunk, long stride, int series, double* rows, double* extremes, double* across)
        where T : unmanaged
        where TVector : struct, IVector<TVector, double>
    {
        for (var lane = 0; lane < LaneSums.Lanes; lane += TVector.Count)
        {
            var (low, high) = (TVector.Load(in extremes[lane]), TVector.Load(in extremes[8 + lane]));
            var a = across + lane;
            var (a0, a1, a2) = (TVector.Load(in a[0]), TVector.Load(in a[8]), TVector.Load(in a[16]));
            var (a3, a4) = (TVector.Load(in a[24]), TVector.Load(in a[32]));
            var first = chunk;
            var row = rows + lane;
            for (var s = 0; s < series; s++, first += stride, row += LaneSums.Lanes)
            {
                var p = first + lane;
                var shift = WideLanes.Broadcast<T, TVector>(first);
                var x0 = WideLanes.Load<T, TVector>(p);
                var x1 = WideLanes.Load<T, TVector>(p + 8);
                var x2 = WideLanes.Load<T, TVector>(p + 16);
                var x3 = WideLanes.Load<T, TVector>(p + 24);
                var x4 = WideLanes.Load<T, TVector>(p + 32);
                low = TVector.Min(x4, TVector.Min(x3, TVector.Min(x2, TVector.Min(x1, TVector.Min(x0, low)))));
                high = TVector.Max(x4, TVector.Max(x3, TVector.Max(x2, TVector.Max(x1, TVector.Max(x0, high)))));
                x0 -= shift;
                x1 -= shift;
                x2 -= shift;
                x3 -= shift;
                x4 -= shift;
                a0 += x0;
                a1 += x1;
                a2 += x2;
                a3 += x3;
                a4 += x4;
                (x0 + x1 + x2 + x3 + x4).Store(ref row[0]);
                var q = x0 * x0;
                var (s2, s3, s4) = (q, q * x0, q * q);
                Add(x1, ref s2, ref s3, ref s4);
                Add(x2, ref s2, ref s3, ref s4);
                Add(x3, ref s2, ref s3, ref s4);
                Add(x4, ref s2, ref s3, ref s4);
                s2.Store(ref row[64]);
                s3.Store(ref row[128]);
                s4.Store(ref row[192]);
            }

            low.Store(ref extremes[lane]);
            high.Store(ref extremes[8 + lane]);
            a0.Store(ref a[0]);
            a1.Store(ref a[8]);
            a2.Store(ref a[16]);
            a3.Store(ref a[24]);
            a4.Store(ref a[32]);
        }
    }

    /// <summary>Σ x² in lanes, of each series' chunk.</summary>
    /// <param name="chunk">40 elements of the first series.</param>
    /// <param name="stride">Elements from a series to the next.</param>
    /// <param name="series">How many, 1 … 8.</param>
    /// <param name="rows">Receives a row of 8 lanes for each series.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Squares<T, TVector>(T* chunk, long stride, int series, double* rows)
        where T : unmanaged
        where TVector : struct, IVector<TVector, double>
    {
        for (var s = 0; s < series; s++, chunk += stride, rows += LaneSums.Lanes)
        {
            for (var lane = 0; lane < LaneSums.Lanes; lane += TVector.Count)
            {
                var x = WideLanes.Load<T, TVector>(chunk + lane);
                var sum = x * x;
                for (var i = lane + LaneSums.Lanes; i < TensorView<T>.ChunkLength; i += LaneSums.Lanes)
                {
                    x = WideLanes.Load<T, TVector>(chunk + i);
                    sum = TVector.FusedMultiplyAdd(x, x, sum);
                }

                sum.Store(ref rows[lane]);
            }
        }
    }

    /// <summary>Adds powers of a deviation: the square rounded, then as a plain sum and in fused multiply-adds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TVector>(TVector x, ref TVector s2, ref TVector s3, ref TVector s4)
        where TVector : struct, IVector<TVector>
    {
        var q = x * x;
        s2 += q;
        s3 = TVector.FusedMultiplyAdd(q, x, s3);
        s4 = TVector.FusedMultiplyAdd(q, q, s4);
    }
}
