using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>target = scale·source, element by element.</summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <param name="source">Count elements, and room for a vector behind them.</param>
/// <param name="target">Receives as many.</param>
/// <param name="count">How many.</param>
/// <param name="scale">The factor.</param>
internal readonly unsafe struct ScaleKernel<T>(T* source, T* target, int count, T scale) : IVectorKernel<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run<TVector>()
        where TVector : struct, IVector<TVector, T>
    {
        var factor = TVector.Broadcast(scale);
        for (var i = 0; i < count; i += TVector.Count)
            (factor * TVector.Load(in source[i])).Store(ref target[i]);
    }
}
