using System.Runtime.CompilerServices;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>da = dz·φ′(a), element by element.</summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <typeparam name="TActivation">φ.</typeparam>
/// <param name="a">Count elements, and room for a vector behind them.</param>
/// <param name="dz">Likewise.</param>
/// <param name="da">Receives as many.</param>
/// <param name="count">How many.</param>
/// <param name="activation">φ.</param>
internal readonly unsafe struct DerivativeKernel<T, TActivation>(T* a, T* dz, T* da, int count, TActivation activation) : IVectorKernel<T>
    where T : unmanaged
    where TActivation : struct, IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run<TVector>()
        where TVector : struct, IVector<TVector, T>
    {
        for (var i = 0; i < count; i += TVector.Count)
            (TVector.Load(in dz[i]) * activation.Derivative(TVector.Load(in a[i]))).Store(ref da[i]);
    }
}
