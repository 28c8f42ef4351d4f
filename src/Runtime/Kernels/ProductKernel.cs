using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>target = left·right, element by element.</summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <param name="left">Count elements, and room for a vector behind them.</param>
/// <param name="right">Likewise.</param>
/// <param name="target">Receives as many.</param>
/// <param name="count">How many.</param>
internal readonly unsafe struct ProductKernel<T>(T* left, T* right, T* target, int count) : IVectorKernel<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run<TVector>()
        where TVector : struct, IVector<TVector, T>
    {
        for (var i = 0; i < count; i += TVector.Count)
            (TVector.Load(in left[i]) * TVector.Load(in right[i])).Store(ref target[i]);
    }
}
