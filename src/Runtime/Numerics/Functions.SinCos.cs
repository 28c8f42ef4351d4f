using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Numerics;

public static partial class Functions
{
    /// <summary>
    /// Sine and cosine of x in radians, for |x| ≤ 2²⁰; beyond, fewer and fewer digits are right. NaN for ±∞.
    /// Sine is odd and cosine even, to the bit. Error at most 1.50 ulp (<see cref="double"/>), 1.81 (<see cref="float"/>).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector SinCos<TVector>(TVector x, out TVector cos)
        where TVector : struct, IVector<TVector>
    {
        // |x| = n π/2 + r with |r| ≤ π/4.
        var magnitude = TVector.Abs(x);
        var twoOverPi = TVector.Constant(TVector.IsDouble ? 0.6366197723675814 : 0.6366197466850281);
        var shifted = TVector.FusedMultiplyAdd(magnitude, twoOverPi, Rounder<TVector>());
        var n = shifted - Rounder<TVector>();
        TVector r;
        if (TVector.IsDouble)
        {
            r = TVector.FusedMultiplyAdd(n, TVector.Constant(-1.5707963267948966), magnitude);      // exact
            r = TVector.FusedMultiplyAdd(n, TVector.Constant(-6.123233995736766e-17), r);
            r = TVector.FusedMultiplyAdd(n, TVector.Constant(1.497384905065873e-33), r);
        }
        else
        {
            r = TVector.FusedMultiplyAdd(n, TVector.Constant(-1.5707963705062866), magnitude);      // exact
            r = TVector.FusedMultiplyAdd(n, TVector.Constant(4.371138828673793e-08), r);
            r = TVector.FusedMultiplyAdd(n, TVector.Constant(1.7151245100058819e-15), r);
        }

        return SinCosOfQuadrant(r, shifted, out cos) ^ x & SignBit<TVector>();
    }

    /// <summary>
    /// sin 2πu and cos 2πu, for 0 ≤ u ≤ 2²⁰. The reduction is exact: u = n/4 + t, and 2πt is rounded once.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector SinCosOfTurns<TVector>(TVector u, out TVector cos)
        where TVector : struct, IVector<TVector>
    {
        var shifted = TVector.FusedMultiplyAdd(u, TVector.Constant(4), Rounder<TVector>());
        var t = TVector.FusedMultiplyAdd(shifted - Rounder<TVector>(), TVector.Constant(-0.25), u);
        return SinCosOfQuadrant(t * TVector.Constant(6.283185307179586), shifted, out cos);
    }

    /// <summary>sin and cos of n π/2 + r, |r| ≤ π/4, n in the low bits of <paramref name="shifted"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SinCosOfQuadrant<TVector>(TVector r, TVector shifted, out TVector cos)
        where TVector : struct, IVector<TVector>
    {
        var z = r * r;
        TVector s, c;
        if (TVector.IsDouble)
        {
            s = MultiplyAdd(TVector.Constant(1.5895940352234197e-10), z, -2.5050742250376018e-08);
            s = MultiplyAdd(s, z, 2.7557313581739778e-06);
            s = MultiplyAdd(s, z, -0.0001984126982945689);
            s = MultiplyAdd(s, z, 0.008333333333321917);
            s = MultiplyAdd(s, z, -0.1666666666666663);
            c = MultiplyAdd(TVector.Constant(-1.135876580644104e-11), z, 2.0875705727896616e-09);
            c = MultiplyAdd(c, z, -2.7557314219463895e-07);
            c = MultiplyAdd(c, z, 2.480158728900971e-05);
            c = MultiplyAdd(c, z, -0.001388888888887335);
            c = MultiplyAdd(c, z, 0.041666666666666595);
        }
        else
        {
            s = MultiplyAdd(TVector.Constant(-0.00019518450426403433), z, 0.008332190103828907);
            s = MultiplyAdd(s, z, -0.16666655242443085);
            c = MultiplyAdd(TVector.Constant(2.4432563805021346e-05), z, -0.0013887310633435845);
            c = MultiplyAdd(c, z, 0.04166664555668831);
        }

        var one = TVector.Constant(1);
        s = TVector.FusedMultiplyAdd(r * z, s, r);
        c = TVector.FusedMultiplyAdd(z, MultiplyAdd(c, z, -0.5), one);

        // An odd n exchanges the two; the sine is negated for n = 2, 3 (mod 4), the cosine for 1, 2.
        var even = TVector.Equal(shifted & TVector.Bits(1) | one, one);
        var toSign = TVector.IsDouble ? 62 : 30;
        var sinSign = TVector.ShiftLeft(shifted, toSign) & SignBit<TVector>();
        var cosSign = TVector.ShiftLeft(TVector.AddBits(shifted, TVector.Bits(1)), toSign) & SignBit<TVector>();
        cos = TVector.Select(even, c, s) ^ cosSign;
        return TVector.Select(even, s, c) ^ sinSign;
    }
}
