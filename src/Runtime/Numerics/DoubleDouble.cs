namespace FanIn.Runtime.Numerics;

/// <summary>
/// A number as the unrounded sum of two, about 106 bits (Dekker 1971, Knuth's two-sum). For what is computed rarely and must be right to
/// the last bit; relative error of one operation below 2⁻¹⁰⁰, barring over- and underflow.
/// </summary>
/// <param name="High">The number, rounded.</param>
/// <param name="Low">What rounding took away.</param>
internal readonly record struct DoubleDouble(double High, double Low)
{
    private static readonly DoubleDouble _ln2 = new(0.6931471805599453, 2.3190468138462996e-17);

    public static implicit operator DoubleDouble(double value) => new(value, 0);

    public static DoubleDouble operator -(DoubleDouble x) => new(-x.High, -x.Low);

    public static DoubleDouble operator +(DoubleDouble x, DoubleDouble y)
    {
        var high = TwoSum(x.High, y.High);
        var low = TwoSum(x.Low, y.Low);
        var sum = FastTwoSum(high.High, high.Low + low.High);
        return FastTwoSum(sum.High, sum.Low + low.Low);
    }

    public static DoubleDouble operator -(DoubleDouble x, DoubleDouble y) => x + -y;

    public static DoubleDouble operator *(DoubleDouble x, DoubleDouble y)
    {
        var high = x.High * y.High;
        var low = Math.FusedMultiplyAdd(x.High, y.High, -high);
        return FastTwoSum(high, low + (x.High * y.Low + x.Low * y.High));
    }

    public static DoubleDouble operator /(DoubleDouble x, DoubleDouble y)
    {
        var first = x.High / y.High;
        var rest = x - first * y;
        var second = rest.High / y.High;
        var third = (rest - second * y).High / y.High;
        return FastTwoSum(first, second) + third;
    }

    /// <summary>eˣ for |x| ≤ 700.</summary>
    public static DoubleDouble Exp(DoubleDouble x)
    {
        var (mantissa, exponent) = ExpParts(x);
        return new(Math.ScaleB(mantissa.High, exponent), Math.ScaleB(mantissa.Low, exponent));
    }

    /// <summary>eˣ = m·2ⁿ with m near 1, for |x| up to some thousands.</summary>
    public static (DoubleDouble Mantissa, int Exponent) ExpParts(DoubleDouble x)
    {
        const int Terms = 24;       // (½ ln 2)²⁴ / 24! < 2⁻¹¹⁵
        var exponent = Math.Round(x.High / _ln2.High);
        var r = x - exponent * _ln2;
        DoubleDouble sum = 1;
        for (var i = Terms; i > 0; i--)
            sum = 1 + r * sum / i;
        return (sum, (int)exponent);
    }

    /// <summary>ln x for finite x &gt; 0.</summary>
    public static DoubleDouble Log(double x)
    {
        // ln m = 2 artanh s with s = (m − 1) / (m + 1), √½ ≤ m < √2.
        const int Terms = 22;       // s² < 0.0295; its 22nd power < 2⁻¹¹¹
        var exponent = Math.ILogB(x);
        var m = Math.ScaleB(x, -exponent);
        if (m > 1.4142135623730951)
        {
            m /= 2;
            exponent++;
        }

        var s = (DoubleDouble)(m - 1) / TwoSum(m, 1);
        var square = s * s;
        DoubleDouble sum = 0;
        for (var i = Terms; i >= 0; i--)
            sum = sum * square + (DoubleDouble)1 / (2 * i + 1);
        return exponent * _ln2 + 2 * (s * sum);
    }

    private static DoubleDouble TwoSum(double x, double y)
    {
        var sum = x + y;
        var part = sum - x;
        return new(sum, (x - (sum - part)) + (y - part));
    }

    /// <summary>For |x| ≥ |y|.</summary>
    private static DoubleDouble FastTwoSum(double x, double y)
    {
        var sum = x + y;
        return new(sum, y - (sum - x));
    }
}
