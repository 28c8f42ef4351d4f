using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Tests.Numerics;

public class FormulaTests
{
    private const double Infinity = double.PositiveInfinity;

    [Fact]
    public void Exact_functions_are_exact()
    {
        Assert.Equal(0.1, Formula.Sqrt(1.0 / 100.0));
        Assert.Equal(1.4142135623730951, Formula.Sqrt(2));
        Assert.True(double.IsNaN(Formula.Sqrt(-1)));
        Assert.Equal(2.5, Formula.Abs(-2.5));
        Assert.Equal(-3, Formula.Min(2, -3));
        Assert.Equal(2, Formula.Max(2, -3));
        Assert.True(double.IsNaN(Formula.Min(double.NaN, 1)));
        Assert.True(double.IsNaN(Formula.Max(1, double.NaN)));
        Assert.Equal(3.141592653589793, Formula.Pi);
    }

    [Fact]
    public void Exp_and_log_are_FanIns_own()
    {
        foreach (var x in SamplePoints.Uniform<double>(0, 50, 1000))
        {
            Assert.InRange(Ulp.Error(Formula.Exp(x), Exact.Exp(x)), 0, 1.03);
            Assert.InRange(Ulp.Error(Formula.Log(x), Exact.Log(x)), 0, 0.84);
        }
    }

    /// <summary>mpmath, correctly rounded.</summary>
    [Theory]
    [InlineData(10, -3, 0.001)]
    [InlineData(10, 22, 1e22)]
    [InlineData(10, -22, 1e-22)]
    [InlineData(2, 0.5, 1.4142135623730951)]
    [InlineData(0.5, -0.25, 1.189207115002721)]
    [InlineData(1.5, 100, 406561177535215236.0)]
    [InlineData(0.1, 3, 0.0010000000000000002)]
    [InlineData(1.0000000000000002, 4503599627370496, 2.718281828459045)]
    [InlineData(131, -145.5667945318481, 6.246033901264694e-309)]
    public void Pow_is_correctly_rounded(double x, double y, double expected) => Assert.Equal(expected, Formula.Pow(x, y));

    [Fact]
    public void Pow_of_integers_is_exact_where_53_bits_hold_it()
    {
        for (var x = -40; x <= 40; x++)
        {
            var power = 1.0;
            for (var y = 0; Math.Abs(power) <= 1L << 53 && y < 60; y++, power *= x)
                Assert.Equal(power, Formula.Pow(x, y));
        }

        for (var y = -1074; y <= 1023; y++)
            Assert.Equal(Math.ScaleB(1, y), Formula.Pow(2, y));
    }

    [Fact]
    public void Pow_agrees_with_the_platforms_up_to_a_few_ulp()
    {
        var exponents = SamplePoints.Uniform<double>(-20, 20, 20_000);
        foreach (var (x, y) in SamplePoints.Logarithmic<double>(1e-12, 1e12, 20_000).Zip(exponents))
            Assert.InRange(Ulp.Error(Formula.Pow(x, y), (DoubleDouble)Math.Pow(x, y)), 0, 2);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(double.NaN, 0, 1)]
    [InlineData(1, double.NaN, 1)]
    [InlineData(double.NaN, 2, double.NaN)]
    [InlineData(2, double.NaN, double.NaN)]
    [InlineData(-8, 1.0 / 3, double.NaN)]
    [InlineData(-2, 3, -8)]
    [InlineData(-2, -2, 0.25)]
    [InlineData(0, 2, 0)]
    [InlineData(0, -1, Infinity)]
    [InlineData(-1, Infinity, 1)]
    [InlineData(2, Infinity, Infinity)]
    [InlineData(2, -Infinity, 0)]
    [InlineData(0.5, Infinity, 0)]
    [InlineData(0.5, -Infinity, Infinity)]
    [InlineData(Infinity, -2, 0)]
    [InlineData(-Infinity, 3, -Infinity)]
    [InlineData(-Infinity, 0.5, Infinity)]
    [InlineData(10, 308.5, Infinity)]
    [InlineData(10, 1e300, Infinity)]
    [InlineData(10, -324, 0)]
    [InlineData(-10, -1e300, 0)]
    public void Pow_has_the_standards_special_values(double x, double y, double expected) => SameBits.Assert(expected, Formula.Pow(x, y));

    [Fact]
    public void Pow_keeps_the_sign_of_zero_for_odd_exponents()
    {
        Assert.True(double.IsNegative(Formula.Pow(-0.0, 3)));
        Assert.False(double.IsNegative(Formula.Pow(-0.0, 2)));
        Assert.Equal(double.NegativeInfinity, Formula.Pow(-0.0, -3));
    }
}
