using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Activations;

/// <summary>φ(x) = 1 / (1 + e⁻ˣ), the logistic function.</summary>
public readonly struct Sigmoid : IActivation
{
    /// <inheritdoc/>
    public static ActivationRange Range => ActivationRange.Unit;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => Functions.Sigmoid(x);
}
