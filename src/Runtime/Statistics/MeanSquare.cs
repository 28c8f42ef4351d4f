using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>mean(x²) directly, along the same tree as the moments: chunks, then the chunks of a series, then the series.</summary>
[SkipLocalsInit]
internal static unsafe class MeanSquare
{
    /// <summary>mean(x²) of all elements.</summary>
    public static double Of<T>(in TensorView<T> view, VectorWidth width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => width switch
        {
            VectorWidth.Bits512 => Of<T, Lanes512<double>>(view),
            VectorWidth.Bits256 => Of<T, Lanes256<double>>(view),
            VectorWidth.Bits128 => Of<T, Lanes128<double>>(view),
            _ => Of<T, Lane<double>>(view),
        };

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static double Of<T, TVector>(in TensorView<T> view)
        where T : unmanaged
        where TVector : struct, IVector<TVector, double>
    {
        var whole = stackalloc T[ChunkKernel.Series * TensorView<T>.ChunkLength];
        var rows = stackalloc double[ChunkKernel.Series * LaneSums.Lanes];
        var chunkSums = stackalloc double[ChunkKernel.Series];
        var seriesSums = stackalloc double[ChunkKernel.Series];
        var total = 0.0;
        for (var first = 0; first < view.Series; first += ChunkKernel.Series)
        {
            var series = Math.Min(ChunkKernel.Series, view.Series - first);
            new Span<double>(seriesSums, series).Clear();
            for (var chunk = 0; chunk < view.Chunks; chunk++)
            {
                var elements = view.Chunk(first, chunk);
                var (stride, length) = (view.SeriesStride, view.LengthOf(chunk));
                if (length < TensorView<T>.ChunkLength)
                {
                    ShortChunk.Complete(elements, stride, series, length, repeatFirst: false, whole);
                    elements = whole;
                    stride = TensorView<T>.ChunkLength;
                }

                ChunkKernel.Squares<T, TVector>(elements, stride, series, rows);
                LaneSums.Halve<TVector>(rows, ChunkKernel.Series, chunkSums);
                for (var s = 0; s < series; s++)
                    seriesSums[s] += chunkSums[s];
            }

            for (var s = 0; s < series; s++)
                total += seriesSums[s];
        }

        return total / view.Count;
    }
}
