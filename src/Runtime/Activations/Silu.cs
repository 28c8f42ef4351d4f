using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Activations;

/// <summary>
/// φ(x) = xσ(x) (Hendrycks and Gimpel 2016; Ramachandran, Zoph and Le 2017 as swish with β = 1). Error at most 2.1 ulp, of φ′ 3.1 (beside
/// its zero at −1.2785: of the larger term).
/// </summary>
public readonly struct Silu : IActivation
{
    /// <inheritdoc/>
    public static ActivationRange Range => new(-0.2785, double.PositiveInfinity);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => Functions.SigmoidTimes(TVector.Max(TVector.Constant(-1024), x), x, TVector.Constant(0));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var t = TVector.Min(TVector.Constant(1024), TVector.Max(TVector.Constant(-1024), x));
        var zero = TVector.Constant(0);
        return Functions.SwishSlope(t, t, zero, TVector.Constant(1), zero);
    }
}
