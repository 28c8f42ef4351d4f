namespace FanIn.Runtime.Streams;

/// <summary>
/// ln(1 + x) for −1 ≤ x ≤ 0 to the bits of the C library that NumPy's tail values come from (glibc's s_log1p.c, after Sun's fdlibm; less
/// than one ulp of error). <see cref="double.LogP1"/> takes the logarithm of the rounded sum and differs in one of 200 tail values.
/// </summary>
internal static class LogOnePlus
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    public static double Evaluate(double x)
    {
        if (x <= -1)
            return double.NegativeInfinity;
        if (x > -1.862645149230957e-09)         // 2⁻²⁹
            return x - x * x * 0.5;

        var (k, f, high, correction) = Reduce(x);
        var half = 0.5 * f * f;
        if (high == 0)                          // |f| < 2⁻²⁰
        {
            var r = half * (1.0 - 0.66666666666666666 * f);
            return f == 0 ? k * Ln2High + (correction + k * Ln2Low)
                : k == 0 ? f - r
                : k * Ln2High - (r - (k * Ln2Low + correction) - f);
        }

        var s = f / (2.0 + f);
        var remainder = Remainder(s * s);
        return k == 0
            ? f - (half - s * (half + remainder))
            : k * Ln2High - (half - (s * (half + remainder) + (k * Ln2Low + correction)) - f);
    }

    /// <summary>1 + x = 2ᵏ(1 + f), the high word of 1 + f's distance from 1, and what the sum's rounding took away.</summary>
    private static (int K, double F, int High, double Correction) Reduce(double x)
    {
        if (HighWord(x) <= unchecked((int)0xBFD2BEC3))      // x > −0.2929
            return (0, x, 1, 0);

        var u = 1.0 + x;
        var high = HighWord(u);
        var k = (high >> 20) - 1023;
        var correction = (x - (u - 1.0)) / u;
        high &= 0x000FFFFF;
        var low = BitConverter.DoubleToUInt64Bits(u) & 0xFFFFFFFF;
        if (high < 0x6A09E)
            return (k, Compose(high | 0x3FF00000, low) - 1.0, high, correction);

        return (k + 1, Compose(high | 0x3FE00000, low) - 1.0, (0x00100000 - high) >> 2, correction);
    }

    private static double Remainder(double z)
    {
        var z2 = z * z;
        var z4 = z2 * z2;
        var r1 = z * 6.666666666666735130e-01;
        var r2 = 3.999999999940941908e-01 + z * 2.857142874366239149e-01;
        var r3 = 2.222219843214978396e-01 + z * 1.818357216161805012e-01;
        var r4 = 1.531383769920937332e-01 + z * 1.479819860510658591e-01;
        return r1 + z2 * r2 + z4 * r3 + z4 * z2 * r4;
    }

    private static int HighWord(double x) => (int)(BitConverter.DoubleToInt64Bits(x) >> 32);

    private static double Compose(int high, ulong low) => BitConverter.UInt64BitsToDouble((ulong)(uint)high << 32 | low);
}
