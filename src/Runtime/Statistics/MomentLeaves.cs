using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>The first level of the reduction: the same chunk of every series.</summary>
internal static unsafe class MomentLeaves
{
    /// <summary>Reduces the chunk of every series of a tensor.</summary>
    /// <param name="view">The tensor.</param>
    /// <param name="chunk">Which chunk.</param>
    /// <param name="width">Of the vectors.</param>
    /// <param name="moments">Receives the moments of series s at s · chunks + chunk.</param>
    /// <param name="extremes">Receives the smallest and largest element, NaN left aside.</param>
    /// <param name="deviations">Receives at chunk · 40 + i the sum over series of element i, up to a constant; null to leave that
    /// out.</param>
    public static void Reduce<T>(
        in TensorView<T> view, int chunk, VectorWidth width, Moments[] moments, ref (double Low, double High) extremes,
        double[]? deviations)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (double* sums = deviations)
        {
            var across = sums == null ? null : sums + (chunk * TensorView<T>.ChunkLength);
            switch (width)
            {
                case VectorWidth.Bits512:
                    Reduce<T, Lanes512<double>>(view, chunk, moments, ref extremes, across);
                    break;
                case VectorWidth.Bits256:
                    Reduce<T, Lanes256<double>>(view, chunk, moments, ref extremes, across);
                    break;
                case VectorWidth.Bits128:
                    Reduce<T, Lanes128<double>>(view, chunk, moments, ref extremes, across);
                    break;
                default:
                    Reduce<T, Lane<double>>(view, chunk, moments, ref extremes, across);
                    break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Reduce<T, TVector>(
        in TensorView<T> view, int chunk, Moments[] moments, ref (double Low, double High) extremes, double* across)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct, IVector<TVector, double>
    {
        var scratch = stackalloc double[TensorView<T>.ChunkLength];
        var lanes = stackalloc double[ChunkKernel.Scratch];
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        var (chunks, length) = (view.Chunks, view.LengthOf(chunk));
        var shifts = 0.0;       // what the chunk's own first elements leave out of the sums over series
        if (across != null)
            new Span<double>(across, TensorView<T>.ChunkLength).Clear();
        for (var series = 0; series < view.Series; series++)
        {
            var sums = default(ChunkSums);
            var elements = ChunkSource.Load(view.Chunk(series, chunk), length, scratch);
            ChunkKernel.Reduce<TVector>(elements, ref sums, ref low, ref high, lanes, across);
            moments[(series * chunks) + chunk] = Moments.Of(sums, length);
            if (across != null)
                shifts += sums.Shift - double.CreateTruncating(*view.Chunk(series, 0));
        }

        for (var i = 0; across != null && i < length; i++)
            across[i] += shifts;
        extremes = (low, high);
    }
}
