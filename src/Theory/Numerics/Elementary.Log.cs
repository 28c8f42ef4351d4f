using System.Runtime.CompilerServices;

namespace FanIn.Theory.Numerics;

public static partial class Elementary
{
    /// <summary>Natural logarithm: −∞ for ±0, NaN below 0. At most 1 ulp (fdlibm, e_log.c).</summary>
    [MethodImpl(Compile.AtOnce)]
    public static double Log(double x)
    {
        if (!(x > 0) || double.IsPositiveInfinity(x))
        {
            return x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
        }

        var shift = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984;
            shift = -54;
        }

        // x = 2ᵏ(1 + f) with √½ ≤ 1 + f < √2: counted from √½, the bits' exponent is k.
        var moved = BitConverter.DoubleToInt64Bits(x) + 0x00095F619980C433L;
        var k = (int)(moved >> 52) - 1023 + shift;
        var f = BitConverter.Int64BitsToDouble((moved & 0x000FFFFFFFFFFFFFL) + 0x3FE6A09E667F3BCDL) - 1;

        // ln(1 + f) = f − (h − s (h + R)) with s = f / (2 + f), h = f²/2.
        var s = f / (2 + f);
        var z = s * s;
        var r = z * (0.6666666666666734 + z * (0.39999999999416536 + z * (0.28571428742075305 + z * (0.2222219859797379
            + z * (0.18183563326038793 + z * (0.15314070183054387 + z * 0.14795803322932466))))));
        var h = 0.5 * f * f;
        return k * Ln2High - (h - (s * (h + r) + k * Ln2Low) - f);
    }

    /// <summary>ln(1 + x), relatively accurate also for small x. At most 2 ulp.</summary>
    [MethodImpl(Compile.AtOnce)]
    public static double Log1p(double x)
    {
        // ln(u + c) = ln u + c / u with u + c = 1 + x exactly (Knuth's two-sum).
        var u = 1 + x;
        if (!(u > 0) || double.IsPositiveInfinity(u) || Math.Abs(x) < 1e-16)
        {
            return Math.Abs(x) < 1e-16 ? x : Log(u);
        }

        var t = u - x;
        var c = 1 - t + (x - (u - t));
        return Log(u) + c / u;
    }

    /// <summary>ln(1 + eˣ), without overflow. At most 3 ulp.</summary>
    public static double Softplus(double x) => Math.Max(x, 0) + Log1p(Exp(-Math.Abs(x)));
}
