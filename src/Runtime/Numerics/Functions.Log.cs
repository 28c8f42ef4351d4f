using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Numerics;

public static partial class Functions
{
    /// <summary>
    /// Natural logarithm: −∞ for ±0, NaN below 0, +0 for 1. Error at most 0.84 ulp.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var subnormal = TVector.LessThan(x, TVector.Constant(TVector.IsDouble ? SmallestNormalDouble : SmallestNormalSingle));
        var scaled = TVector.Select(subnormal, x * TVector.Constant(TVector.IsDouble ? TwoTo54 : TwoTo25), x);
        var shift = subnormal & TVector.Constant(TVector.IsDouble ? -54 : -25);
        var log = LogOfNormal(scaled, shift);

        var infinity = TVector.Constant(double.PositiveInfinity);
        log = TVector.Select(TVector.LessThan(x, infinity), log, x);                            // ∞, NaN
        log = TVector.Select(TVector.LessThan(x, TVector.Constant(0)), TVector.Constant(double.NaN), log);
        return TVector.Select(TVector.Equal(x, TVector.Constant(0)), -infinity, log);
    }

    /// <summary><see cref="Log"/> for positive normal x, to the same bits; nonsense for any other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector LogOfNormal<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => LogOfNormal(x, TVector.Constant(0));

    /// <summary>ln(x·2ˢʰⁱᶠᵗ) for positive normal x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LogOfNormal<TVector>(TVector x, TVector shift)
        where TVector : struct, IVector<TVector>
    {
        // x = 2ᵏ(1 + f) with √½ ≤ 1 + f < √2: moved by √½'s distance from 1, the bits' exponent is k and their mantissa counts from √½.
        var moved = TVector.AddBits(x, TVector.Bits(TVector.IsDouble ? 0x00095F619980C433UL : 0x004AFB0DUL));
        var mantissa = moved & TVector.Bits(TVector.IsDouble ? 0x000FFFFFFFFFFFFFUL : 0x007FFFFFUL);
        var f = TVector.AddBits(mantissa, TVector.Bits(TVector.IsDouble ? 0x3FE6A09E667F3BCDUL : 0x3F3504F3UL)) - TVector.Constant(1);
        var biased = TVector.AddBits(TVector.ShiftRight(moved, TVector.IsDouble ? 52 : 23), Rounder<TVector>());
        var k = biased - (Rounder<TVector>() + TVector.Constant(TVector.IsDouble ? 1023 : 127)) + shift;

        // ln(1 + f) = f − (h − s (h + R)) with s = f / (2 + f), h = f²/2 and R(s²) = ln((1 + s) / (1 − s)) / s − 2 (fdlibm, e_log.c).
        var s = f / (TVector.Constant(2) + f);
        var h = TVector.Constant(0.5) * f * f;
        var r = LogRemainder(s * s);
        var ln2 = TVector.Constant(TVector.IsDouble ? Ln2Double : Ln2Single);
        var ln2Rest = TVector.Constant(TVector.IsDouble ? Ln2DoubleRest : Ln2SingleRest);
        return TVector.FusedMultiplyAdd(k, ln2, f - (h - TVector.FusedMultiplyAdd(s, h + r, k * ln2Rest)));
    }

    /// <summary>R(z) of <see cref="LogOfNormal{TVector}(TVector)"/> for 0 ≤ z ≤ 0.0295.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LogRemainder<TVector>(TVector z)
        where TVector : struct, IVector<TVector>
    {
        TVector q;
        if (TVector.IsDouble)
        {
            q = MultiplyAdd(TVector.Constant(0.14795803322932466), z, 0.15314070183054387);
            q = MultiplyAdd(q, z, 0.18183563326038793);
            q = MultiplyAdd(q, z, 0.2222219859797379);
            q = MultiplyAdd(q, z, 0.28571428742075305);
            q = MultiplyAdd(q, z, 0.39999999999416536);
            q = MultiplyAdd(q, z, 0.6666666666666734);
        }
        else
        {
            q = MultiplyAdd(TVector.Constant(0.29870930314064026), z, 0.39977580308914185);
            q = MultiplyAdd(q, z, 0.6666677594184875);
        }

        return q * z;
    }

    private const double SmallestNormalDouble = 2.2250738585072014e-308;
    private const double SmallestNormalSingle = 1.1754943508222875e-38;
    private const double TwoTo54 = 18014398509481984;
    private const double TwoTo25 = 33554432;
}
