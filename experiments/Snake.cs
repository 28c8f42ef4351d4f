using FanIn.Runtime.Activations;
using FanIn.Runtime.Numerics;

namespace FanIn.Experiments;

/// <summary>φ(x) = x + sin²(fx) / f, for signals that repeat (Ziyin, Hartwig and Ueda 2020, eq. 3).</summary>
/// <param name="frequency">f.</param>
public readonly struct Snake(double frequency) : IActivation
{
    /// <inheritdoc/>
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var f = TVector.Constant(frequency);
        var sin = Functions.SinCos(f * x, out _);
        return x + (sin * sin / f);
    }

    /// <inheritdoc/>
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => TVector.Constant(1) + Functions.SinCos(TVector.Constant(2 * frequency) * x, out _);
}
