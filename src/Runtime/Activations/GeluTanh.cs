using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Activations;

/// <summary>
/// φ(x) = x/2 · (1 + tanh(√(2/π) (x + 0.044715 x³))), the approximation of <see cref="Gelu"/> by its authors: JAX's gelu by default,
/// PyTorch's and Keras' with approximate. It is xσ(v) with v = 2√(2/π) (x + 0.044715 x³). Error at most 2.2 ulp, of φ′ 3.6 (beside its
/// zero at −0.7525: of the larger term).
/// </summary>
public readonly struct GeluTanh : IActivation
{
    /// <inheritdoc/>
    public static ActivationRange Range => new(-0.1701, double.PositiveInfinity);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        // Beyond the ends φ is 0 or x, or soon will be.
        var t = Clamp(x);
        var v = Argument(t, out var low, out _, out _);
        return Functions.SigmoidTimes(TVector.Max(t, x), v, low);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var t = Clamp(x);
        var v = Argument(t, out var low, out var slope, out var slopeLow);
        return Functions.SwishSlope(t, v, low, slope, slopeLow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Clamp<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var end = TVector.Constant(TVector.IsDouble ? 24 : 12);
        return TVector.Min(end, TVector.Max(-end, x));
    }

    /// <summary>v + low, and v′ in two parts as well.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Argument<TVector>(TVector x, out TVector low, out TVector slope, out TVector slopeLow)
        where TVector : struct, IVector<TVector>
    {
        // v = x (linear + cubic x²), the constants and each step in two parts.
        var linear = TVector.Constant(TVector.IsDouble ? 1.5957691216057308 : 1.5957691669464111);
        var linearLow = TVector.Constant(TVector.IsDouble ? -9.96930880911092e-17 : -4.534068054340423e-08);
        var cubic = TVector.Constant(TVector.IsDouble ? 0.07135481627260025 : 0.07135481387376785);
        var cubicLow = TVector.Constant(TVector.IsDouble ? -6.175149918155315e-19 : 2.3988324659995897e-09);
        var square = x * x;
        var squareLow = TVector.FusedMultiplyAdd(x, x, -square);
        var bend = cubic * square;
        var bendLow = TVector.FusedMultiplyAdd(cubic, square, -bend) + TVector.FusedMultiplyAdd(cubicLow, square, cubic * squareLow);

        var factor = linear + bend;
        var rest = factor - linear;
        var factorLow = (linear - (factor - rest)) + (bend - rest) + (linearLow + bendLow);
        var value = x * factor;
        low = TVector.FusedMultiplyAdd(x, factorLow, TVector.FusedMultiplyAdd(x, factor, -value));

        var three = TVector.Constant(3);
        slope = TVector.FusedMultiplyAdd(three, bend, linear);
        slopeLow = TVector.FusedMultiplyAdd(three, bend, linear - slope) + TVector.FusedMultiplyAdd(three, bendLow, linearLow);
        return value;
    }
}
