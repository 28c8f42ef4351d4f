using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;
using FanIn.Theory.Activations;

namespace FanIn.Runtime.Activations;

/// <summary>
/// φ(x) = λx for x &gt; 0, λα(eˣ − 1) otherwise, with the λ and α that make mean 0 and variance 1 a fixed point (Klambauer et al. 2017,
/// eq. 14). Error at most 2.7 ulp, of φ′ 2.7.
/// </summary>
public readonly struct Selu : IActivation
{
    /// <inheritdoc/>
    public IScalarActivation? Known => StandardActivations.Find("selu");

    /// <inheritdoc/>
    public static ActivationRange Range => new(-1.7581, double.PositiveInfinity);

    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [0];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var left = TVector.Constant(ScaleAlpha) * Functions.Expm1(x);
        return TVector.Select(TVector.LessThan(TVector.Constant(0), x), TVector.Constant(Scale) * x, left);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var first = Functions.ExpFactors(x, out var last);
        var left = TVector.Constant(ScaleAlpha) * first * last;
        return TVector.Select(TVector.LessThan(TVector.Constant(0), x), TVector.Constant(Scale), left);
    }

    private const double Scale = 1.0507009873554805;

    /// <summary>λα, rounded once; α is 1.6732632423543772.</summary>
    private const double ScaleAlpha = 1.7580993408473766;
}
