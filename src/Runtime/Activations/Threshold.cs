using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Activations;

/// <summary>
/// φ(x) = x for x &gt; threshold, otherwise value. Unless the two are equal it jumps, which φ′ says nothing about. Exact.
/// </summary>
/// <param name="threshold">What x has to exceed.</param>
/// <param name="value">φ where x does not.</param>
public readonly struct Threshold(double threshold, double value) : IActivation
{
    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [threshold];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var other = TVector.Select(TVector.Equal(x, x), TVector.Constant(value), x);
        return TVector.Select(TVector.LessThan(TVector.Constant(threshold), x), x, other);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var slope = TVector.LessThan(TVector.Constant(threshold), x) & TVector.Constant(1);
        return TVector.Select(TVector.Equal(x, x), slope, x);
    }
}
