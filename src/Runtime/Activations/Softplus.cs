using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Activations;

/// <summary>
/// φ(x) = ln(1 + e^(βx)) / β (Dugas et al. 2001), everywhere: PyTorch takes x itself where βx &gt; 20. Error at most 2.7 ulp, of φ′ 2.4.
/// </summary>
/// <param name="beta">φ′ rises the steeper the larger it is; above 0.</param>
public readonly struct Softplus(double beta) : IActivation
{
    /// <inheritdoc/>
    public static ActivationRange Range => ActivationRange.NonNegative;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var t = Functions.Product(x, TVector.Constant(beta), out var low);
        var value = Functions.Softplus(t, low) / TVector.Constant(beta);
        return TVector.Select(TVector.LessThan(t, TVector.Constant(double.PositiveInfinity)), value, x);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var t = Functions.Product(x, TVector.Constant(beta), out var low);
        return Functions.SigmoidTimes(TVector.Constant(1), t, low);
    }
}
