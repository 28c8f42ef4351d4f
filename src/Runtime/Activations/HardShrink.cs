using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Activations;

/// <summary>φ(x) = x for |x| &gt; λ, otherwise 0. It jumps at ±λ, which φ′ says nothing about. Exact.</summary>
/// <param name="lambda">Half the width of what becomes 0, at least 0.</param>
public readonly struct HardShrink(double lambda) : IActivation
{
    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => lambda == 0 ? [0] : [-lambda, lambda];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var kept = x & TVector.LessThan(TVector.Constant(lambda), TVector.Abs(x));
        return TVector.Select(TVector.Equal(x, x), kept, x);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var slope = TVector.LessThan(TVector.Constant(lambda), TVector.Abs(x)) & TVector.Constant(1);
        return TVector.Select(TVector.Equal(x, x), slope, x);
    }
}
