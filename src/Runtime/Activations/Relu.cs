using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Activations;

/// <summary>φ(x) = max(0, x): x for x &gt; 0, otherwise +0. NaN stays NaN and −0 stays −0, as with <c>np.maximum(0, x)</c>.</summary>
public readonly struct Relu : IActivation
{
    /// <inheritdoc/>
    public static ActivationRange Range => ActivationRange.NonNegative;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => TVector.Max(TVector.Constant(0), x);
}
