using FanIn.Testing.Text;

namespace FanIn.Testing.Tests.Text;

public sealed class SnapshotNumberTests
{
    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Inf")]
    [InlineData(double.NegativeInfinity, "-Inf")]
    [InlineData(1.0 / 3, "0.3333333333")]
    [InlineData(-2.0 / 3, "-0.6666666667")]
    [InlineData(1.25e-13, "1.25e-13")]
    [InlineData(12345678901.0, "1.23456789e+10")]
    [InlineData(double.Epsilon, "4.940656458e-324")]
    [InlineData(double.MinValue, "-1.797693135e+308")]
    public void A_statistic_has_ten_significant_digits(double value, string expected) =>
        Assert.Equal(expected, SnapshotNumber.Statistic(value));

    [Fact]
    public void Negative_zero_is_zero() => Assert.Equal("0", SnapshotNumber.Statistic(double.NegativeZero));
}
