using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>The first level of the reduction: the same chunk of every series.</summary>
[SkipLocalsInit]
internal static unsafe class MomentLeaves
{
    /// <summary>Reduces the chunk of every series of a tensor.</summary>
    /// <param name="view">The tensor.</param>
    /// <param name="chunk">Which chunk.</param>
    /// <param name="width">Of the vectors.</param>
    /// <param name="nodes">Receives the moments of the chunk, a node for each 8 series.</param>
    /// <param name="origins">The first element of each series.</param>
    /// <param name="across">Receives the sum over series of each of the 40 elements, up to a constant.</param>
    /// <returns>The smallest and largest element, NaN left aside.</returns>
    public static (double Low, double High) Reduce<T>(
        in TensorView<T> view, int chunk, VectorWidth width, double* nodes, double* origins, double* across)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => width switch
        {
            VectorWidth.Bits512 => Reduce<T, Lanes512<double>>(view, chunk, nodes, origins, across),
            VectorWidth.Bits256 => Reduce<T, Lanes256<double>>(view, chunk, nodes, origins, across),
            VectorWidth.Bits128 => Reduce<T, Lanes128<double>>(view, chunk, nodes, origins, across),
            _ => Reduce<T, Lane<double>>(view, chunk, nodes, origins, across),
        };

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static (double Low, double High) Reduce<T, TVector>(
        in TensorView<T> view, int chunk, double* nodes, double* origins, double* across)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct, IVector<TVector, double>
    {
        var whole = stackalloc T[ChunkKernel.Series * TensorView<T>.ChunkLength];
        var rows = stackalloc double[4 * ChunkKernel.Series * LaneSums.Lanes];
        var sums = stackalloc double[4 * ChunkKernel.Series];
        var extremes = stackalloc double[2 * LaneSums.Lanes];
        new Span<double>(extremes, LaneSums.Lanes).Fill(double.PositiveInfinity);
        new Span<double>(extremes + LaneSums.Lanes, LaneSums.Lanes).Fill(double.NegativeInfinity);
        new Span<double>(across, TensorView<T>.ChunkLength).Clear();
        var length = view.LengthOf(chunk);
        var shifts = 0.0;       // what the chunk's own first elements leave out of the sums over series
        for (var first = 0; first < view.Series; first += ChunkKernel.Series, nodes += MomentTree.NodeLength)
        {
            var series = Math.Min(ChunkKernel.Series, view.Series - first);
            var elements = view.Chunk(first, chunk);
            var stride = view.SeriesStride;
            if (length < TensorView<T>.ChunkLength)
            {
                ShortChunk.Complete(elements, stride, series, length, repeatFirst: true, whole);
                elements = whole;
                stride = TensorView<T>.ChunkLength;
            }

            ChunkKernel.PowerSums<T, TVector>(elements, stride, series, rows, extremes, across);
            LaneSums.Halve<TVector>(rows, 4 * ChunkKernel.Series, sums);
            MomentTree.FromSums<TVector>(sums, length, nodes);
            shifts = AddShifts(elements, stride, series, nodes, origins + first, shifts);
        }

        for (var i = 0; i < TensorView<T>.ChunkLength; i += TVector.Count)
            (TVector.Load(in across[i]) + TVector.Broadcast(shifts)).Store(ref across[i]);
        return Extremes(extremes);
    }

    /// <summary>
    /// Notes the first elements, and sums up in order how far they are from the series' first. Apart, so that the sum stays in a register.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static double AddShifts<T>(T* elements, long stride, int series, double* node, double* origins, double shifts)
        where T : unmanaged
    {
        for (var s = 0; s < series; s++, elements += stride)
        {
            var shift = WideLanes.Number(elements);
            node[s] = shift;
            shifts += shift - origins[s];
        }

        return shifts;
    }

    private static (double Low, double High) Extremes(double* lanes)
    {
        var (low, high) = (lanes[0], lanes[LaneSums.Lanes]);
        for (var lane = 1; lane < LaneSums.Lanes; lane++)
        {
            low = lanes[lane] < low ? lanes[lane] : low;
            high = lanes[LaneSums.Lanes + lane] > high ? lanes[LaneSums.Lanes + lane] : high;
        }

        return (low, high);
    }
}
