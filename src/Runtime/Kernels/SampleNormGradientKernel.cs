using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>
/// The gradient of <see cref="SampleNormKernel{T}"/>: dx = r·(dz − mean(dz) − z·mean(dz·z)) for each sample, the mean of dz only where
/// samples are centred (Ba, Kiros and Hinton 2016, §5.1; without shift and gain). Sums as there: one chain a sample, units ascending.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <param name="x">What was normalised: Units × stride elements, [unit][sample].</param>
/// <param name="z">What came out.</param>
/// <param name="dz">Its gradient.</param>
/// <param name="dx">Receives as many.</param>
/// <param name="units">Units of a sample.</param>
/// <param name="stride">Samples that the block has room for: whole vectors, or one.</param>
/// <param name="centred">Whether the mean was subtracted.</param>
/// <param name="epsilon">ε.</param>
internal readonly unsafe struct SampleNormGradientKernel<T>(T* x, T* z, T* dz, T* dx, int units, int stride, bool centred, double epsilon)
    : IVectorKernel<T>
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
            TVector mean = default, squares = default, sum = default, product = default;
            for (long i = sample; i < end; i += stride)
            {
                mean += TVector.Load(in x[i]);
                var gradient = TVector.Load(in dz[i]);
                sum += gradient;
                product = TVector.FusedMultiplyAdd(gradient, TVector.Load(in z[i]), product);
            }

            mean = centred ? mean / n : default;
            sum = centred ? sum / n : default;
            product /= n;
            for (long i = sample; i < end; i += stride)
            {
                var d = TVector.Load(in x[i]) - mean;
                squares = TVector.FusedMultiplyAdd(d, d, squares);
            }

            var r = TVector.Constant(1) / TVector.Sqrt((squares / n) + TVector.Constant(epsilon));
            for (long i = sample; i < end; i += stride)
            {
                var own = TVector.Load(in dz[i]) - sum;
                (TVector.FusedMultiplyAdd(-TVector.Load(in z[i]), product, own) * r).Store(ref dx[i]);
            }
        }
    }
}
