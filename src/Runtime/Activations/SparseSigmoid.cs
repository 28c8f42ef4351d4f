using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;
using FanIn.Theory.Activations;

namespace FanIn.Runtime.Activations;

/// <summary>
/// φ(x) = 0 for x ≤ −1, (x + 1)/2 up to 1, then 1: the derivative of <see cref="SparsePlus"/>. Error at most 0.5 ulp; φ′ is exact.
/// </summary>
public readonly struct SparseSigmoid : IActivation
{
    /// <inheritdoc/>
    public IScalarActivation? Known => StandardActivations.Find("sparse_sigmoid");

    /// <inheritdoc/>
    public static ActivationRange Range => ActivationRange.Unit;

    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [-1, 1];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var sum = TVector.Max(TVector.Constant(0), x + TVector.Constant(1));
        return TVector.Constant(0.5) * TVector.Min(TVector.Constant(2), sum);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var linear = TVector.LessThan(TVector.Constant(-1), x) & TVector.Constant(0.5);
        var slope = TVector.Select(TVector.LessThan(TVector.Constant(1), x), TVector.Constant(0), linear);
        return TVector.Select(TVector.Equal(x, x), slope, x);
    }
}
