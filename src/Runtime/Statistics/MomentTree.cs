using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>
/// The inner nodes of the reduction for 8 series at once, a lane for each: a chunk's power sums become its moments, and the moments of a
/// series' chunks become the series'. Each lane does what <see cref="Moments.Combine"/> does, in its order.
/// </summary>
internal static unsafe class MomentTree
{
    /// <summary>Numbers that a chunk of 8 series leaves: <see cref="ChunkKernel.Series"/> of each field.</summary>
    public const int NodeLength = 5 * ChunkKernel.Series;

    private const int Shift = 0, Offset = 8, M2 = 16, M3 = 24, M4 = 32;

    /// <summary>Groups that so many series make.</summary>
    public static int GroupsOf(int series) => (series + ChunkKernel.Series - 1) / ChunkKernel.Series;

    /// <summary>Moments of a chunk of 8 series.</summary>
    /// <param name="sums">S₁ of 8 series, then S₂, S₃ and S₄.</param>
    /// <param name="count">Elements of the chunk.</param>
    /// <param name="node">Receives them, except for the shifts.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FromSums<TVector>(double* sums, int count, double* node)
        where TVector : struct, IVector<TVector, double>
    {
        var n = TVector.Constant(count);
        var (two, three, four, six) = (TVector.Constant(2), TVector.Constant(3), TVector.Constant(4), TVector.Constant(6));
        for (var lane = 0; lane < ChunkKernel.Series; lane += TVector.Count)
        {
            var (s1, s2) = (TVector.Load(in sums[lane]), TVector.Load(in sums[8 + lane]));
            var (s3, s4) = (TVector.Load(in sums[16 + lane]), TVector.Load(in sums[24 + lane]));
            var e = s1 / n;
            e.Store(ref node[Offset + lane]);
            (s2 - (e * s1)).Store(ref node[M2 + lane]);
            (s3 - (three * e * s2) + (two * e * e * s1)).Store(ref node[M3 + lane]);
            (s4 - (four * e * s3) + (six * e * e * s2) - (three * e * e * e * s1)).Store(ref node[M4 + lane]);
        }
    }

    /// <summary>Moments of up to 8 series from those of their chunks.</summary>
    /// <param name="nodes">The first chunk's.</param>
    /// <param name="stride">Numbers from a chunk to the next.</param>
    /// <param name="length">Elements of a series, in chunks of 40.</param>
    /// <param name="result">Receives the moments of as many series as it has room for.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Combine<TVector>(double* nodes, long stride, int length, Span<Moments> result)
        where TVector : struct, IVector<TVector, double>
    {
        var all = stackalloc double[NodeLength];
        for (var lane = 0; lane < ChunkKernel.Series; lane += TVector.Count)
            Combine<TVector>(nodes + lane, stride, length, all + lane);
        for (var s = 0; s < result.Length; s++)
            result[s] = Node(all, s, length);
    }

    /// <summary>A series' moments out of those of 8.</summary>
    /// <param name="node">Those of 8 series.</param>
    /// <param name="series">Which of them.</param>
    /// <param name="length">Its elements.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Moments Node(double* node, int series, int length) => new()
    {
        Count = length,
        Shift = node[Shift + series],
        Offset = node[Offset + series],
        M2 = node[M2 + series],
        M3 = node[M3 + series],
        M4 = node[M4 + series],
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Combine<TVector>(double* nodes, long stride, int length, double* all)
        where TVector : struct, IVector<TVector, double>
    {
        const int ChunkLength = TensorView<double>.ChunkLength;
        var shift = TVector.Load(in nodes[Shift]);
        var offset = TVector.Constant(0);
        var node = nodes;
        for (var from = 0; from < length; from += ChunkLength, node += stride)
        {
            var count = TVector.Constant(Math.Min(ChunkLength, length - from));
            offset += count * (TVector.Load(in node[Shift]) - shift + TVector.Load(in node[Offset]));
        }

        offset /= TVector.Constant(length);
        var (m2, m3, m4) = (TVector.Constant(0), TVector.Constant(0), TVector.Constant(0));
        var (three, four, six) = (TVector.Constant(3), TVector.Constant(4), TVector.Constant(6));
        node = nodes;
        for (var from = 0; from < length; from += ChunkLength, node += stride)
        {
            var count = TVector.Constant(Math.Min(ChunkLength, length - from));
            var d = TVector.Load(in node[Shift]) - shift - offset + TVector.Load(in node[Offset]);
            var d2 = d * d;
            var (g2, g3) = (TVector.Load(in node[M2]), TVector.Load(in node[M3]));
            m2 += g2 + (count * d2);
            m3 += g3 + (three * d * g2) + (count * d2 * d);
            m4 += TVector.Load(in node[M4]) + (four * d * g3) + (six * d2 * g2) + (count * d2 * d2);
        }

        shift.Store(ref all[Shift]);
        offset.Store(ref all[Offset]);
        m2.Store(ref all[M2]);
        m3.Store(ref all[M3]);
        m4.Store(ref all[M4]);
    }
}
