using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Tests.Numerics;

/// <summary>The functions to some 90 bits, by other routes than the product's: Taylor series in <see cref="DoubleDouble"/>.</summary>
internal static class Exact
{
    public static Scaled Exp(double x)
    {
        var (mantissa, exponent) = DoubleDouble.ExpParts(x);
        return new(mantissa, exponent);
    }

    public static Scaled Log(double x) => DoubleDouble.Log(x);

    public static Scaled Tanh(double x)
    {
        var magnitude = Math.Abs(x);
        if (magnitude < 1e-5)
        {
            var square = (DoubleDouble)x * x;
            return x - x * square * ((DoubleDouble)1 / 3 - 2 * square / 15);
        }

        var t = DoubleDouble.Exp(-2 * Math.Min(magnitude, 300));
        var tanh = (1 - t) / (1 + t);
        return x < 0 ? -tanh : tanh;
    }

    public static Scaled Sigmoid(double x)
    {
        if (x > 300)
            return (DoubleDouble)1;
        if (x < -300)
            return Exp(x);
        return (DoubleDouble)1 / (1 + DoubleDouble.Exp(-x));
    }

    public static Scaled Expm1(double x)
    {
        if (Math.Abs(x) > 0.5)
            return x < 300 ? DoubleDouble.Exp(x) - 1 : Exp(x);
        DoubleDouble sum = 1;
        for (var i = 26; i > 1; i--)
            sum = 1 + x * sum / i;
        return x * sum;
    }

    public static Scaled Log1p(double x)
    {
        if (Math.Abs(x) > 0.5)
        {
            var high = 1 + x;
            var low = (1 + (DoubleDouble)x - high) / high;
            return DoubleDouble.Log(high) + (low - low * low / 2);
        }

        var s = x / ((DoubleDouble)2 + x);      // 2 artanh s, |s| ≤ 1/3
        DoubleDouble sum = 0;
        for (var i = 35; i >= 0; i--)
            sum = sum * (s * s) + (DoubleDouble)1 / (2 * i + 1);
        return 2 * (s * sum);
    }

    /// <summary>2/√π e^(−x²) Σ 2ⁿ x²ⁿ⁺¹ / (2n + 1)!!: no term is negative.</summary>
    public static Scaled Erf(double x)
    {
        if (Math.Abs(x) > 6.5)
            return (DoubleDouble)Math.Sign(x);
        var square = (DoubleDouble)x * x;
        DoubleDouble sum = 1;
        for (var n = 30 + (int)(5 * square.High); n > 0; n--)
            sum = 1 + 2 * square * sum / (2 * n + 1);
        return new DoubleDouble(1.1283791670955126, 1.533545961316588e-17) * DoubleDouble.Exp(-square) * (x * sum);
    }

    public static Scaled Sin(double x) => Quadrant(x, 0);

    public static Scaled Cos(double x) => Quadrant(x, 1);

    /// <summary>sin(x + shift π/2) for |x| ≤ 2²⁰.</summary>
    private static DoubleDouble Quadrant(double x, int shift)
    {
        // π/2 in three parts: 160 bits, for x may be near a multiple of it.
        var n = Math.Round(x / (Math.PI / 2));
        DoubleDouble r = Math.FusedMultiplyAdd(-n, 1.5707963267948966, x);      // exact
        r -= (DoubleDouble)n * 6.123233995736766e-17;
        r += (DoubleDouble)n * 1.497384905065873e-33;

        var quadrant = (long)n + shift & 3;
        var value = Taylor(r, odd: quadrant % 2 == 0);
        return quadrant > 1 ? -value : value;
    }

    /// <summary>sin r or cos r for |r| ≤ π/4.</summary>
    private static DoubleDouble Taylor(DoubleDouble r, bool odd)
    {
        var square = r * r;
        DoubleDouble sum = 1;
        for (var i = 28; i > 0; i -= 2)
            sum = 1 - square * sum / (odd ? i * (i + 1) : i * (i - 1));
        return odd ? r * sum : sum;
    }
}
