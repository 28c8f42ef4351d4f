using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>
/// The leaves of every reduction: one chunk of 40 float64 numbers in 8 virtual lanes of 5, whatever the machine's vectors are. Lane l adds
/// elements l, l + 8 … l + 32 in this order; the lanes are then added in halves (l and l + 4, l and l + 2, l and l + 1).
/// </summary>
internal static unsafe class ChunkKernel
{
    private const int Lanes = 8;

    /// <summary>Numbers of scratch memory that a call needs.</summary>
    public const int Scratch = 6 * Lanes;

    /// <summary>Power sums of 40 elements about the first, and the extremes of what is not NaN.</summary>
    /// <param name="chunk">40 elements.</param>
    /// <param name="sums">Receives the sums.</param>
    /// <param name="low">Lowered to the smallest element.</param>
    /// <param name="high">Raised to the largest element.</param>
    /// <param name="lanes">Scratch.</param>
    /// <param name="deviations">40 numbers: element i minus the first is added to the i-th. Null to leave that out.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Reduce<TVector>(
        double* chunk, ref ChunkSums sums, ref double low, ref double high, double* lanes, double* deviations)
        where TVector : struct, IVector<TVector, double>
    {
        var shift = TVector.Broadcast(*chunk);
        for (var lane = 0; lane < Lanes; lane += TVector.Count)
        {
            var p = chunk + lane;
            var x0 = TVector.Load(in p[0]);
            var x1 = TVector.Load(in p[8]);
            var x2 = TVector.Load(in p[16]);
            var x3 = TVector.Load(in p[24]);
            var x4 = TVector.Load(in p[32]);
            TVector.Min(x4, TVector.Min(x3, TVector.Min(x2, TVector.Min(x1, TVector.Min(x0, TVector.Broadcast(low))))))
                .Store(ref lanes[32 + lane]);
            TVector.Max(x4, TVector.Max(x3, TVector.Max(x2, TVector.Max(x1, TVector.Max(x0, TVector.Broadcast(high))))))
                .Store(ref lanes[40 + lane]);
            x0 -= shift;
            x1 -= shift;
            x2 -= shift;
            x3 -= shift;
            x4 -= shift;
            if (deviations != null)
            {
                var d = deviations + lane;
                (TVector.Load(in d[0]) + x0).Store(ref d[0]);
                (TVector.Load(in d[8]) + x1).Store(ref d[8]);
                (TVector.Load(in d[16]) + x2).Store(ref d[16]);
                (TVector.Load(in d[24]) + x3).Store(ref d[24]);
                (TVector.Load(in d[32]) + x4).Store(ref d[32]);
            }

            (x0 + x1 + x2 + x3 + x4).Store(ref lanes[lane]);
            var (q0, q1, q2, q3, q4) = (x0 * x0, x1 * x1, x2 * x2, x3 * x3, x4 * x4);
            (q0 + q1 + q2 + q3 + q4).Store(ref lanes[8 + lane]);
            Dot(q0, x0, q1, x1, q2, x2, q3, x3, q4, x4).Store(ref lanes[16 + lane]);
            Dot(q0, q0, q1, q1, q2, q2, q3, q3, q4, q4).Store(ref lanes[24 + lane]);
        }

        sums.Shift = *chunk;
        sums.S1 = Halve(lanes);
        sums.S2 = Halve(lanes + 8);
        sums.S3 = Halve(lanes + 16);
        sums.S4 = Halve(lanes + 24);
        for (var lane = 0; lane < Lanes; lane++)
        {
            low = lanes[32 + lane] < low ? lanes[32 + lane] : low;
            high = lanes[40 + lane] > high ? lanes[40 + lane] : high;
        }
    }

    /// <summary>Σ x² of 40 elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SumOfSquares<TVector>(double* chunk, double* lanes)
        where TVector : struct, IVector<TVector, double>
    {
        for (var lane = 0; lane < Lanes; lane += TVector.Count)
        {
            var p = chunk + lane;
            var (x0, x1, x2) = (TVector.Load(in p[0]), TVector.Load(in p[8]), TVector.Load(in p[16]));
            var (x3, x4) = (TVector.Load(in p[24]), TVector.Load(in p[32]));
            Dot(x0, x0, x1, x1, x2, x2, x3, x3, x4, x4).Store(ref lanes[lane]);
        }

        return Halve(lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Dot<TVector>(
        TVector a0, TVector b0, TVector a1, TVector b1, TVector a2, TVector b2, TVector a3, TVector b3, TVector a4, TVector b4)
        where TVector : struct, IVector<TVector, double> =>
        TVector.FusedMultiplyAdd(a4, b4, TVector.FusedMultiplyAdd(
            a3, b3, TVector.FusedMultiplyAdd(a2, b2, TVector.FusedMultiplyAdd(a1, b1, a0 * b0))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Halve(double* l) => ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]));
}
