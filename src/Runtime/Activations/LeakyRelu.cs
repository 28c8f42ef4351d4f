using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;
using FanIn.Theory.Activations;

namespace FanIn.Runtime.Activations;

/// <summary>φ(x) = x for x &gt; 0, slope·x otherwise (Maas, Hannun and Ng 2013). Error at most 0.5 ulp; φ′ is exact.</summary>
/// <param name="slope">φ′ to the left of 0.</param>
public readonly struct LeakyRelu(double slope) : IActivation
{
    /// <inheritdoc/>
    public IScalarActivation? Known => StandardActivations.Find("leaky_relu", new Dictionary<string, double> { ["slope"] = slope });

    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [0];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector> =>
        TVector.Select(TVector.LessThan(TVector.Constant(0), x), x, TVector.Constant(slope) * x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var value = TVector.Select(TVector.LessThan(TVector.Constant(0), x), TVector.Constant(1), TVector.Constant(slope));
        return TVector.Select(TVector.Equal(x, x), value, x);
    }
}
