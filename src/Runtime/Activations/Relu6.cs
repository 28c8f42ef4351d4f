using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;
using FanIn.Theory.Activations;

namespace FanIn.Runtime.Activations;

/// <summary>φ(x) = min(max(x, 0), 6): x between 0 and 6. PyTorch nn.ReLU6, Keras and JAX relu6. Exact; −0 stays −0.</summary>
public readonly struct Relu6 : IActivation
{
    /// <inheritdoc/>
    public IScalarActivation? Known => StandardActivations.Find("relu6");

    /// <inheritdoc/>
    public static ActivationRange Range => new(0, 6);

    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [0, 6];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => TVector.Min(TVector.Constant(6), TVector.Max(TVector.Constant(0), x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var linear = TVector.LessThan(TVector.Constant(0), x) & TVector.Constant(1);
        var slope = TVector.Select(TVector.LessThan(TVector.Constant(6), x), TVector.Constant(0), linear);
        return TVector.Select(TVector.Equal(x, x), slope, x);
    }
}
