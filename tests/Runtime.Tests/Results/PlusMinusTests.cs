using FanIn.Runtime.Results;

namespace FanIn.Runtime.Tests.Results;

public class PlusMinusTests
{
    [Theory]
    [InlineData(0.8309, 0.1134, "0.83 ± 0.11")]
    [InlineData(0.99951, 0.0997, "1.00 ± 0.10")]
    [InlineData(0.458700, 0.00036, "0.4587 ± 0.0004")]
    [InlineData(5.8361, 0.0412, "5.836 ± 0.041")]
    [InlineData(99.6661, 0.0458, "99.67 ± 0.05")]
    [InlineData(42.4, 6.52, "42.4 ± 6.5")]
    [InlineData(14692, 2003, "14700 ± 2000")]
    [InlineData(9.8991e-6, 2.8e-7, "(9.90 ± 0.28)e-6")]
    [InlineData(9.99e-5, 2.3e-6, "(9.99 ± 0.23)e-5")]
    [InlineData(1.2345e8, 2.5e6, "(1.234 ± 0.025)e8")]
    [InlineData(-0.0021, 0.51, "-0.00 ± 0.51")]
    [InlineData(0.25, 0, "0.25 ± 0")]
    [InlineData(1e-9, 0, "1e-9 ± 0")]
    [InlineData(5.838e-151, 0, "5.838e-151 ± 0")]
    [InlineData(1.5e20, 0, "1.5e20 ± 0")]
    [InlineData(5e-307, 5e-309, "(5.000 ± 0.050)e-307")]
    [InlineData(double.Epsilon, double.Epsilon, "(0.0000 ± 0.0000)e-307")]
    [InlineData(0, 0, "0 ± 0")]
    [InlineData(double.NaN, double.NaN, "–")]
    [InlineData(double.NaN, 0, "–")]
    [InlineData(double.PositiveInfinity, double.NaN, "∞ ± –")]
    [InlineData(double.NegativeInfinity, double.NaN, "-∞ ± –")]
    [InlineData(0.25, double.NaN, "0.25 ± –")]
    public void The_spread_has_two_digits_and_the_mean_goes_as_far(double mean, double sd, string text) =>
        Assert.Equal(text, PlusMinus.Of(mean, sd));
}
