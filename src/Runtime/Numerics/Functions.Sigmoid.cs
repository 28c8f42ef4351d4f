using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Numerics;

public static partial class Functions
{
    /// <summary>
    /// 1 / (1 + e⁻ˣ), in [0, 1]; subnormal, then 0, where eˣ is. Error at most 2.25 ulp (<see cref="double"/>), 2.49 (<see cref="float"/>).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sigmoid<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var scaledExp = ScaledExp(-x, out var one);
        return one / (one + scaledExp);
    }

    /// <summary>
    /// factor / (1 + e⁻ˣ⁻ˡᵒʷ), rounded but once where it is subnormal. What rounding has taken from x is <paramref name="low"/>.
    /// </summary>
    /// <param name="factor">Finite where x is below −700 (−80).</param>
    /// <param name="x">The argument.</param>
    /// <param name="low">Below an ulp of x.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector SigmoidTimes<TVector>(TVector factor, TVector x, TVector low)
        where TVector : struct, IVector<TVector>
    {
        var scaledExp = ScaledExp(-x, out var one);
        return factor * one / (one + TVector.FusedMultiplyAdd(scaledExp, -low, scaledExp));
    }

    /// <summary>
    /// numerator / (1 + e)² · last with e = first · last, the parts of e^(−|x|): σ′(x) where numerator is first, rounded but once where it
    /// is subnormal.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector SigmoidSlope<TVector>(TVector numerator, TVector first, TVector last)
        where TVector : struct, IVector<TVector>
    {
        return numerator / OnePlusSquared(first * last) * last;
    }

    /// <summary>The derivative of x σ(v): σ(v) + x v′ σ′(v).</summary>
    /// <param name="x">Finite.</param>
    /// <param name="v">Of x's sign.</param>
    /// <param name="low">What rounding has taken from v.</param>
    /// <param name="slope">v′.</param>
    /// <param name="slopeLow">What rounding has taken from v′.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector SwishSlope<TVector>(TVector x, TVector v, TVector low, TVector slope, TVector slopeLow)
        where TVector : struct, IVector<TVector>
    {
        // In e = e^(−|v|): (1 + e + xv′e) / (1 + e)² to the right, e (1 + e + xv′) / (1 + e)² to the left.
        var one = TVector.Constant(1);
        var negative = TVector.LessThan(x, TVector.Constant(0));
        var first = ExpFactors(-TVector.Abs(v), TVector.Select(negative, low, -low), out var last);
        var e = first * last;
        var small = TVector.FusedMultiplyAdd(x, negative & slopeLow, one + e);
        var numerator = TVector.FusedMultiplyAdd(x, TVector.Select(negative, slope, slope * e), small);
        return numerator / OnePlusSquared(e) * TVector.Select(negative, first, one) * TVector.Select(negative, last, one);
    }

    /// <summary>(1 + e)², rounded hardly more than once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector OnePlusSquared<TVector>(TVector e)
        where TVector : struct, IVector<TVector> => TVector.FusedMultiplyAdd(e, e + TVector.Constant(2), TVector.Constant(1));

    /// <summary>eᵗ times a power of two that keeps it finite, and that power.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ScaledExp<TVector>(TVector t, out TVector one)
        where TVector : struct, IVector<TVector>
    {
        // Above the low end's mirror image 1 is near enough; below the high end's the result is 0.
        t = TVector.Max(TVector.Constant(TVector.IsDouble ? -708 : -87), t);
        t = TVector.Min(TVector.Constant(TVector.IsDouble ? 760 : 118), t);
        var p = ReduceToExpm1(t, out _, out var shifted);

        // Where eᵗ would overflow, numerator and denominator are both taken 2⁻⁶⁰⁰ (2⁻⁹⁶) times: the quotient is rounded once, gradually.
        var huge = TVector.LessThan(TVector.Constant(TVector.IsDouble ? 600 : 60), t);
        var exponent = TVector.AddBits(shifted, huge & TVector.Bits(TVector.IsDouble ? unchecked((ulong)-600) : unchecked((uint)-96)));
        one = TVector.Select(huge, TVector.Constant(TVector.IsDouble ? TwoToMinus600 : TwoToMinus96), TVector.Constant(1));
        var scale = TVector.AddBits(ToExponent(exponent), TVector.Constant(1));
        return TVector.FusedMultiplyAdd(scale, p, scale);
    }

    private const double TwoToMinus600 = 2.409919865102884e-181;
    private const double TwoToMinus96 = 1.262177448353619e-29;
}
