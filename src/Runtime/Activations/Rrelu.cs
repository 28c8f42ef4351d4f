using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Activations;

/// <summary>
/// φ(x) = x for x &gt; 0, (lower + upper)/2 · x otherwise: what PyTorch's nn.RReLU computes outside of training, where its slope is no
/// longer drawn from [lower, upper] (Xu et al. 2015). Error at most 0.5 ulp for that slope.
/// </summary>
/// <param name="lower">The smallest slope of training.</param>
/// <param name="upper">The largest slope of training.</param>
public readonly struct Rrelu(double lower, double upper) : IActivation
{
    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [0];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => new LeakyRelu((lower + upper) / 2).Apply(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => new LeakyRelu((lower + upper) / 2).Derivative(x);
}
