using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Activations;

/// <summary>φ(x) = tanh x.</summary>
public readonly struct Tanh : IActivation
{
    /// <inheritdoc/>
    public static ActivationRange Range => ActivationRange.Symmetric;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => Functions.Tanh(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var value = Functions.Tanh(x);
        return TVector.FusedMultiplyAdd(-value, value, TVector.Constant(1));
    }
}
