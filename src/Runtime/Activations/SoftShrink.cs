using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;
using FanIn.Theory.Activations;

namespace FanIn.Runtime.Activations;

/// <summary>φ(x) = x − λ for x &gt; λ, x + λ for x &lt; −λ, otherwise 0 (Donoho 1995). Error at most 0.5 ulp; φ′ is exact.</summary>
/// <param name="lambda">Half the width of what becomes 0, at least 0.</param>
public readonly struct SoftShrink(double lambda) : IActivation
{
    /// <inheritdoc/>
    public IScalarActivation? Known => lambda > 0
        ? StandardActivations.Find("soft_shrink", new Dictionary<string, double> { ["lambda"] = lambda })
        : null;

    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => lambda == 0 ? [0] : [-lambda, lambda];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var end = TVector.Constant(lambda);
        return x - TVector.Min(end, TVector.Max(-end, x));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var end = TVector.Constant(lambda);
        var one = TVector.Constant(1);
        var right = TVector.LessThan(end, x) & one;
        var slope = TVector.Select(TVector.LessThan(-end, x), right, one);
        return TVector.Select(TVector.Equal(x, x), slope, x);
    }
}
