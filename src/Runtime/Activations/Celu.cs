using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;
using FanIn.Theory.Activations;

namespace FanIn.Runtime.Activations;

/// <summary>
/// φ(x) = x for x &gt; 0, α(e^(x/α) − 1) otherwise: ELU with a slope of 1 at 0 for every α (Barron 2017). Error at most 2.2 ulp, of φ′
/// 1.1.
/// </summary>
/// <param name="alpha">−φ(−∞), above 0.</param>
public readonly struct Celu(double alpha) : IActivation
{
    /// <inheritdoc/>
    public IScalarActivation? Known => StandardActivations.Find("celu", new Dictionary<string, double> { ["alpha"] = alpha });

    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [0];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var left = TVector.Constant(alpha) * Functions.Expm1(x / TVector.Constant(alpha));
        return TVector.Select(TVector.LessThan(TVector.Constant(0), x), x, left);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        // To the left only, where the quotient's own rounding has to be made good.
        var divisor = TVector.Constant(alpha);
        var t = TVector.Min(TVector.Constant(0), TVector.Max(TVector.Constant(-1024) * divisor, x));
        var quotient = t / divisor;
        var low = TVector.FusedMultiplyAdd(-quotient, divisor, t) / divisor;
        var first = Functions.ExpFactors(quotient, low, out var last);
        return first * last;
    }
}
