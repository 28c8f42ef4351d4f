using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Numerics;

public static partial class Functions
{
    /// <summary>
    /// eˣ. Overflow gives ∞, underflow is gradual. Error at most 1.03 ulp (<see cref="double"/>), 1.04 (<see cref="float"/>).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => ExpFactors(x, out var last) * last;

    /// <summary>
    /// eˣ as this and <paramref name="last"/>, to be multiplied: either is a normal number, so that what is multiplied to this one first
    /// is still in the result where eˣ underflows, and only the last product rounds there.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector ExpFactors<TVector>(TVector x, out TVector last)
        where TVector : struct, IVector<TVector>
    {
        var p = ReduceToExpm1(ClampToExp(x), out var n, out var shifted);
        return Rescaled(p, n, shifted, out last);
    }

    /// <summary>The same for an x that is not above 0, or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector DecayFactors<TVector>(TVector x, out TVector last)
        where TVector : struct, IVector<TVector>
    {
        var p = ReduceToExpm1(TVector.Max(LowEnd<TVector>(), x), out var n, out var shifted);
        return Rescaled(p, n, shifted, out last);
    }

    /// <summary>The same of x + low, for a low that x has lost by rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector ExpFactors<TVector>(TVector x, TVector low, out TVector last)
        where TVector : struct, IVector<TVector>
    {
        var r = ReduceByLn2(ClampToExp(x), out var n, out var shifted);
        return Rescaled(Expm1OfReduced(r + low), n, shifted, out last);
    }

    /// <summary>Beyond these ends eˣ is 0, also times 10⁶, or infinite; between them no exponent leaves its range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ClampToExp<TVector>(TVector x)
        where TVector : struct, IVector<TVector> =>
        TVector.Min(TVector.Constant(TVector.IsDouble ? 710 : 89), TVector.Max(LowEnd<TVector>(), x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LowEnd<TVector>()
        where TVector : struct, IVector<TVector> => TVector.Constant(TVector.IsDouble ? -760 : -118);

    /// <summary>2ⁿ (p + 1) as two factors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Rescaled<TVector>(TVector p, TVector n, TVector shifted, out TVector last)
        where TVector : struct, IVector<TVector>
    {
        // 2ⁿ = 2ʰ·2ⁿ⁻ʰ with h = n/2 rounded: either factor is a normal number, and only the last product can over- or underflow.
        var rounder = Rounder<TVector>();
        var half = TVector.FusedMultiplyAdd(n, TVector.Constant(0.5), rounder);
        var one = TVector.Constant(1);
        var first = TVector.AddBits(ToExponent(half), one);
        last = TVector.AddBits(ToExponent(rounder + (shifted - half)), one);
        return TVector.FusedMultiplyAdd(first, p, first);
    }

    /// <summary>
    /// x·y, and what rounding has taken from it: an exponential turns an error of its argument into a relative one, hundreds of times as
    /// large. Products of 2¹⁰ and more, which no exponential survives, are said to have lost nothing.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Product<TVector>(TVector x, TVector y, out TVector low)
        where TVector : struct, IVector<TVector>
    {
        var product = x * y;
        low = TVector.FusedMultiplyAdd(x, y, -product) & TVector.LessThan(TVector.Abs(product), TVector.Constant(1024));
        return product;
    }

    /// <summary>
    /// x = n ln 2 + r with |r| ≤ ½ ln 2; gives eʳ − 1, relatively accurate also for small r.
    /// </summary>
    /// <param name="x">Of a magnitude for which n fits in the low half of the mantissa.</param>
    /// <param name="n">The integer.</param>
    /// <param name="shifted">n + <see cref="Rounder"/>: n stands in its low bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ReduceToExpm1<TVector>(TVector x, out TVector n, out TVector shifted)
        where TVector : struct, IVector<TVector> => Expm1OfReduced(ReduceByLn2(x, out n, out shifted));

    /// <summary>r = x − n ln 2 with |r| ≤ ½ ln 2, as <see cref="ReduceToExpm1"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ReduceByLn2<TVector>(TVector x, out TVector n, out TVector shifted)
        where TVector : struct, IVector<TVector>
    {
        if (TVector.IsDouble)
        {
            shifted = TVector.FusedMultiplyAdd(x, TVector.Constant(1.4426950408889634), Rounder<TVector>());
            n = shifted - Rounder<TVector>();
            var r = TVector.FusedMultiplyAdd(n, TVector.Constant(-Ln2Double), x);      // exact
            return TVector.FusedMultiplyAdd(n, TVector.Constant(-Ln2DoubleRest), r);
        }
        else
        {
            shifted = TVector.FusedMultiplyAdd(x, TVector.Constant(1.4426950216293335), Rounder<TVector>());
            n = shifted - Rounder<TVector>();
            var r = TVector.FusedMultiplyAdd(n, TVector.Constant(-Ln2Single), x);      // exact
            return TVector.FusedMultiplyAdd(n, TVector.Constant(-Ln2SingleRest), r);
        }
    }

    /// <summary>eʳ − 1 for |r| ≤ ½ ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Expm1OfReduced<TVector>(TVector r)
        where TVector : struct, IVector<TVector>
    {
        if (TVector.IsDouble)
        {
            var q = MultiplyAdd(TVector.Constant(2.5060983891315578e-08), r, 2.76262768437942e-07);
            q = MultiplyAdd(q, r, 2.7557385343030328e-06);
            q = MultiplyAdd(q, r, 2.4801504568879546e-05);
            q = MultiplyAdd(q, r, 0.00019841269743021915);
            q = MultiplyAdd(q, r, 0.0013888888932284211);
            q = MultiplyAdd(q, r, 0.008333333333378979);
            q = MultiplyAdd(q, r, 0.04166666666657384);
            q = MultiplyAdd(q, r, 0.16666666666666605);
            q = MultiplyAdd(q, r, 0.5000000000000006);
            return TVector.FusedMultiplyAdd(r * r, q, r);
        }
        else
        {
            var q = MultiplyAdd(TVector.Constant(0.0013864526990801096), r, 0.008366533555090427);
            q = MultiplyAdd(q, r, 0.041667502373456955);
            q = MultiplyAdd(q, r, 0.1666654348373413);
            q = MultiplyAdd(q, r, 0.4999999701976776);
            return TVector.FusedMultiplyAdd(r * r, q, r);
        }
    }
}
