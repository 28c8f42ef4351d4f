using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Activations;

/// <summary>
/// φ(x) = x · min(max(x + 3, 0), 6) / 6, piecewise polynomials for <see cref="Silu"/> (Howard et al. 2019). Error at most 1.9 ulp, of φ′
/// 1.
/// </summary>
public readonly struct HardSwish : IActivation
{
    /// <inheritdoc/>
    public static ActivationRange Range => new(-0.3751, double.PositiveInfinity);

    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [-3, 3];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var t = TVector.Max(TVector.Constant(-3), x);
        return t * (TVector.Min(TVector.Constant(6), t + TVector.Constant(3)) / TVector.Constant(6));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var inner = TVector.FusedMultiplyAdd(TVector.Constant(2), x, TVector.Constant(3)) / TVector.Constant(6);
        var left = TVector.LessThan(TVector.Constant(-3), x) & inner;
        var slope = TVector.Select(TVector.LessThan(TVector.Constant(3), x), TVector.Constant(1), left);
        return TVector.Select(TVector.Equal(x, x), slope, x);
    }
}
