using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>z = (x − m)·r with a mean m and a factor r for each unit, each operation rounded.</summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <param name="x">Units × stride elements, [unit][sample].</param>
/// <param name="z">Receives as many.</param>
/// <param name="means">m of each unit.</param>
/// <param name="factors">r of each unit.</param>
/// <param name="units">Units.</param>
/// <param name="stride">Samples that the block has room for: whole vectors, or one.</param>
internal readonly unsafe struct UnitNormKernel<T>(T* x, T* z, T* means, T* factors, int units, int stride) : IVectorKernel<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run<TVector>()
        where TVector : struct, IVector<TVector, T>
    {
        for (var unit = 0; unit < units; unit++)
        {
            var (m, r) = (TVector.Broadcast(means[unit]), TVector.Broadcast(factors[unit]));
            var from = x + ((long)unit * stride);
            var to = z + ((long)unit * stride);
            for (var i = 0; i < stride; i += TVector.Count)
                ((TVector.Load(in from[i]) - m) * r).Store(ref to[i]);
        }
    }
}
