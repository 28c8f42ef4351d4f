using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>
/// The gradient of <see cref="UnitNormKernel{T}"/>: dx = r·(dz − mean(dz) − z·mean(dz·z)), with means over the batch for each unit
/// (Ioffe and Szegedy 2015, §3; without shift and gain).
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <param name="z">What came out: Units × stride elements, [unit][sample].</param>
/// <param name="dz">Its gradient.</param>
/// <param name="dx">Receives as many.</param>
/// <param name="factors">r of each unit.</param>
/// <param name="means">mean(dz) of each unit.</param>
/// <param name="products">mean(dz·z) of each unit.</param>
/// <param name="units">Units.</param>
/// <param name="stride">Samples that the block has room for: whole vectors, or one.</param>
internal readonly unsafe struct UnitNormGradientKernel<T>(
    T* z, T* dz, T* dx, T* factors, T* means, T* products, int units, int stride) : IVectorKernel<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run<TVector>()
        where TVector : struct, IVector<TVector, T>
    {
        for (var unit = 0; unit < units; unit++)
        {
            var (mean, product, r) = (TVector.Broadcast(means[unit]), TVector.Broadcast(products[unit]), TVector.Broadcast(factors[unit]));
            var first = (long)unit * stride;
            for (var i = first; i < first + stride; i += TVector.Count)
            {
                var own = TVector.Load(in dz[i]) - mean;
                (TVector.FusedMultiplyAdd(-TVector.Load(in z[i]), product, own) * r).Store(ref dx[i]);
            }
        }
    }
}
