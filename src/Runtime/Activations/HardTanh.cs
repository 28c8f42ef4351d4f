using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;
using FanIn.Theory.Activations;

namespace FanIn.Runtime.Activations;

/// <summary>φ(x) = x between min and max, the nearer of them elsewhere (Collobert 2004). Exact.</summary>
/// <param name="min">The smallest value.</param>
/// <param name="max">The largest value, above min.</param>
public readonly struct HardTanh(double min, double max) : IActivation
{
    /// <inheritdoc/>
    public IScalarActivation? Known => min < max
        ? StandardActivations.Find("hard_tanh", new Dictionary<string, double> { ["min"] = min, ["max"] = max })
        : null;

    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [min, max];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => TVector.Min(TVector.Constant(max), TVector.Max(TVector.Constant(min), x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var linear = TVector.LessThan(TVector.Constant(min), x) & TVector.Constant(1);
        var slope = TVector.Select(TVector.LessThan(TVector.Constant(max), x), TVector.Constant(0), linear);
        return TVector.Select(TVector.Equal(x, x), slope, x);
    }
}
