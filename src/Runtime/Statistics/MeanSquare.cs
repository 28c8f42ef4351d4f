using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>mean(x²) directly, along the same tree as the moments: chunks, then the chunks of a series, then the series.</summary>
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
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct, IVector<TVector, double>
    {
        var scratch = stackalloc double[TensorView<T>.ChunkLength];
        var lanes = stackalloc double[ChunkKernel.Scratch];
        var total = 0.0;
        for (var series = 0; series < view.Series; series++)
        {
            var sum = 0.0;
            for (var chunk = 0; chunk < view.Chunks; chunk++)
            {
                ChunkSource.Copy(view.Chunk(series, chunk), view.LengthOf(chunk), scratch, filler: 0);
                sum += ChunkKernel.SumOfSquares<TVector>(scratch, lanes);
            }

            total += sum;
        }

        return total / view.Count;
    }
}
