using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>
/// z = (x − m)·r for each sample of a block, with m the mean over its units (0 where samples are not centred) and
/// r = 1 / √(mean((x − m)²) + ε). Contract, to the bit: sums have one chain a sample with units ascending, that of the squares in fused
/// multiply-adds; every other operation is rounded. Vectors run over samples.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <param name="x">Units × stride elements, [unit][sample].</param>
/// <param name="z">Receives as many.</param>
/// <param name="units">Units of a sample.</param>
/// <param name="stride">Samples that the block has room for: whole vectors, or one.</param>
/// <param name="centred">Whether the mean is subtracted.</param>
/// <param name="epsilon">ε.</param>
internal readonly unsafe struct SampleNormKernel<T>(T* x, T* z, int units, int stride, bool centred, double epsilon) : IVectorKernel<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run<TVector>()
        where TVector : struct, IVector<TVector, T>
    {
        var (n, end) = (TVector.Constant(units), (long)units * stride);
        for (var sample = 0; sample < stride; sample += TVector.Count)
        {
            TVector mean = default, squares = default;
            if (centred)
            {
                for (long i = sample; i < end; i += stride)
                    mean += TVector.Load(in x[i]);
                mean /= n;
            }

            for (long i = sample; i < end; i += stride)
            {
                var d = TVector.Load(in x[i]) - mean;
                squares = TVector.FusedMultiplyAdd(d, d, squares);
            }

            var r = TVector.Constant(1) / TVector.Sqrt((squares / n) + TVector.Constant(epsilon));
            for (long i = sample; i < end; i += stride)
                ((TVector.Load(in x[i]) - mean) * r).Store(ref z[i]);
        }
    }
}
