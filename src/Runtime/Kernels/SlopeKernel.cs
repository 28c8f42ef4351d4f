using System.Runtime.CompilerServices;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>φ′(a), element by element.</summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <typeparam name="TActivation">φ.</typeparam>
/// <param name="a">Count elements, and room for a vector behind them.</param>
/// <param name="slopes">Receives as many; may be <paramref name="a"/>.</param>
/// <param name="count">How many.</param>
/// <param name="activation">φ.</param>
internal readonly unsafe struct SlopeKernel<T, TActivation>(T* a, T* slopes, int count, TActivation activation) : IVectorKernel<T>
    where T : unmanaged
    where TActivation : struct, IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run<TVector>()
        where TVector : struct, IVector<TVector, T>
    {
        for (var i = 0; i < count; i += TVector.Count)
            activation.Derivative(TVector.Load(in a[i])).Store(ref slopes[i]);
    }
}
