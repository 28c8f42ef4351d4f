using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;
using FanIn.Theory.Activations;

namespace FanIn.Runtime.Activations;

/// <summary>φ(x) = x.</summary>
public readonly struct Identity : IActivation
{
    /// <inheritdoc/>
    public IScalarActivation? Known => StandardActivations.Find("identity");

    /// <inheritdoc/>
    public static ActivationRange Range => ActivationRange.All;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => x;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => TVector.Select(TVector.Equal(x, x), TVector.Constant(1), x);
}
