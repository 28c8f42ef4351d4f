using System.Numerics;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Tests.Numerics;

/// <summary>Against exact rational arithmetic, and identities that hold only if a hundred bits are right.</summary>
public class DoubleDoubleTests
{
    [Fact]
    public void Operations_are_right_to_100_bits()
    {
        var lows = SamplePoints.Uniform<double>(-1e-17, 1e-17, 4000);
        var highs = SamplePoints.Uniform<double>(0.1, 10, 4000);
        for (var i = 0; i < 4000; i += 2)
        {
            var x = new DoubleDouble(highs[i], lows[i]);
            var y = new DoubleDouble(-highs[i + 1], lows[i + 1]);
            AssertNear(Exactly(x) + Exactly(y), 0, x + y, Exactly(x) - Exactly(y));
            AssertNear(Exactly(x) * Exactly(y), Shift, x * y, Exactly(x) * Exactly(y) >> Shift);
            AssertNear((Exactly(x) << Shift) / Exactly(y), 0, x / y, (Exactly(x) << Shift) / Exactly(y));
        }
    }

    [Fact]
    public void The_logarithm_undoes_the_exponential()
    {
        foreach (var x in SamplePoints.Uniform<double>(0.1, 40, 500))
        {
            var there = DoubleDouble.Exp(DoubleDouble.Log(x)) - x;
            Assert.InRange(Math.Abs(there.High / x), 0, Math.ScaleB(1, -96));
        }
    }

    /// <summary>e and ln 10 to 32 digits (OEIS A001113, A002392).</summary>
    [Fact]
    public void Constants_come_out()
    {
        Assert.Equal(new(2.718281828459045, 1.4456468917292502e-16), DoubleDouble.Exp(1), (a, b) => Near(a, b, 1e-31));
        Assert.Equal(new(2.302585092994046, -2.1707562233822494e-16), DoubleDouble.Log(10), (a, b) => Near(a, b, 1e-31));
    }

    private const int Shift = 200;

    /// <summary>x·2²⁰⁰, an integer for the numbers here.</summary>
    private static BigInteger Exactly(DoubleDouble x) => Exactly(x.High) + Exactly(x.Low);

    private static BigInteger Exactly(double x)
    {
        var exponent = x == 0 ? 0 : Math.ILogB(x) - 52;
        return new BigInteger(Math.ScaleB(x, -exponent)) << (Shift + exponent);
    }

    /// <summary>actual·2²⁰⁰ lies within scale·2⁻¹⁰⁰ of expected, which carries another 2^extra.</summary>
    private static void AssertNear(BigInteger expected, int extra, DoubleDouble actual, BigInteger scale) =>
        Assert.True(BigInteger.Abs((expected >> extra) - Exactly(actual)) <= BigInteger.Abs(scale) >> 100);

    private static bool Near(DoubleDouble a, DoubleDouble b, double tolerance) => Math.Abs((a - b).High) <= tolerance;
}
