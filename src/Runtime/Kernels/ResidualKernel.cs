using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>z = fma(scale, branch, x), element by element: one rounding, and the plain sum for scale 1.</summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <param name="x">Count elements, and room for a vector behind them.</param>
/// <param name="branch">Likewise.</param>
/// <param name="z">Receives as many.</param>
/// <param name="count">How many.</param>
/// <param name="scale">The factor.</param>
internal readonly unsafe struct ResidualKernel<T>(T* x, T* branch, T* z, int count, T scale) : IVectorKernel<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run<TVector>()
        where TVector : struct, IVector<TVector, T>
    {
        var factor = TVector.Broadcast(scale);
        for (var i = 0; i < count; i += TVector.Count)
            TVector.FusedMultiplyAdd(factor, TVector.Load(in branch[i]), TVector.Load(in x[i])).Store(ref z[i]);
    }
}
