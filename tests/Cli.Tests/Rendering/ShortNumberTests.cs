using FanIn.Cli.Rendering;

namespace FanIn.Cli.Tests.Rendering;

public sealed class ShortNumberTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.20831234, "0.2083")]
    [InlineData(1, "1.000")]
    [InlineData(-0.5, "-0.5000")]
    [InlineData(14595.4, "14595")]
    [InlineData(99999.7, "1.000e5")]
    [InlineData(6.25e8, "6.250e8")]
    [InlineData(0.001, "0.001000")]
    [InlineData(9.9999e-4, "0.001000")]
    [InlineData(1.4596e-6, "1.460e-6")]
    [InlineData(2.5e-35, "2.500e-35")]
    [InlineData(5e-324, "4.941e-324")]
    [InlineData(double.MaxValue, "1.798e308")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "∞")]
    [InlineData(double.NegativeInfinity, "-∞")]
    public void A_number_has_four_significant_digits(double value, string text) => Assert.Equal(text, ShortNumber.Of(value));

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(1, "100 %")]
    [InlineData(0.18234, "18.2 %")]
    [InlineData(0.99971, "100 %")]
    [InlineData(0.09996, "10.0 %")]
    [InlineData(0.0000281, "0.00281 %")]
    [InlineData(6.03e-13, "6.03e-11 %")]
    [InlineData(double.NaN, "–")]
    public void A_share_is_never_rounded_to_nothing(double share, string text) => Assert.Equal(text, ShortNumber.Percent(share));

    [Theory]
    [InlineData(0, 100_000, "0 %")]
    [InlineData(100_000, 100_000, "100 %")]
    [InlineData(51_091, 100_000, "51.1 %")]
    [InlineData(1_530, 100_000, "1.53 %")]
    [InlineData(9_999, 100_000, "10.0 %")]
    [InlineData(1, 100_000, "<0.01 %")]
    [InlineData(99_999, 100_000, ">99.9 %")]
    [InlineData(1, long.MaxValue, "<0.01 %")]
    public void Only_none_is_0_and_only_all_is_100_percent_of_a_count(long part, long whole, string text) =>
        Assert.Equal(text, ShortNumber.CountPercent(part, whole));

    [Fact]
    public void No_share_of_a_count_is_wider_than_its_column()
    {
        for (long part = 0; part <= 20_000; part++)
            Assert.InRange(ShortNumber.CountPercent(part, 20_000).Length, 1, 7);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-1, "-1")]
    [InlineData(0.25, "0.25")]
    [InlineData(1.0 / 3, "0.3333")]
    [InlineData(-1e300, "-1e+300")]
    public void An_end_of_a_range_has_no_needless_digits(double value, string text) => Assert.Equal(text, ShortNumber.Bound(value));
}
