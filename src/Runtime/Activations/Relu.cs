using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;
using FanIn.Theory.Activations;

namespace FanIn.Runtime.Activations;

/// <summary>φ(x) = max(0, x): x for x &gt; 0, otherwise +0. NaN stays NaN and −0 stays −0, as with <c>np.maximum(0, x)</c>.</summary>
public readonly struct Relu : IActivation
{
    /// <inheritdoc/>
    public IScalarActivation? Known => StandardActivations.Find("relu");

    /// <inheritdoc/>
    public static ActivationRange Range => ActivationRange.NonNegative;

    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [0];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => TVector.Max(TVector.Constant(0), x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var slope = TVector.LessThan(TVector.Constant(0), x) & TVector.Constant(1);
        return TVector.Select(TVector.Equal(x, x), slope, x);
    }
}
