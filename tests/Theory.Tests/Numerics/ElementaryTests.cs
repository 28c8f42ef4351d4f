using FanIn.Theory.Numerics;

namespace FanIn.Theory.Tests.Numerics;

/// <summary>Against values of mpmath at 60 digits, correctly rounded.</summary>
public class ElementaryTests
{
    // The largest error that the documentation promises, in units in the last place.
    private static readonly Dictionary<string, (Func<double, double> Function, double Ulps)> Functions = new()
    {
        ["exp"] = (Elementary.Exp, 1),
        ["expm1"] = (Elementary.Expm1, 1),
        ["log"] = (Elementary.Log, 1),
        ["log1p"] = (Elementary.Log1p, 2),
        ["sin"] = (Elementary.Sin, 1),
        ["cos"] = (Elementary.Cos, 1),
        ["atan"] = (Elementary.Atan, 1),
        ["tanh"] = (Elementary.Tanh, 2),
        ["sigmoid"] = (Elementary.Sigmoid, 3),
        ["softplus"] = (Elementary.Softplus, 3),
        ["erf"] = (Elementary.Erf, 2),
        ["erfc"] = (Elementary.Erfc, 8),
        ["erfcx"] = (Elementary.Erfcx, 8),
        ["normal_density"] = (Elementary.NormalDensity, 3),
        ["normal_cdf"] = (Elementary.NormalCdf, 9),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_function_keeps_its_promise(string name)
    {
        var (function, ulps) = Functions[name];
        foreach (var (x, expected) in References(name))
        {
            var actual = function(x);
            var ulp = Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected);
            var distance = Math.Abs(actual - expected) / ulp;
            Assert.True(distance <= ulps, $"{name}({x:R}): expected {expected:R}, got {actual:R}, {distance} ulp");
        }
    }

    [Fact]
    public void Quantiles_are_accurate_to_the_last_digits()
    {
        foreach (var (p, expected) in References("normal_quantile"))
        {
            Close.Within(expected, Elementary.NormalQuantile(p), 2e-15 * Math.Max(1, Math.Abs(expected)), $"quantile({p:R})");
        }
    }

    /// <summary>By the platform's arc tangent of two arguments.</summary>
    [Theory]
    [InlineData(0, 2)]
    [InlineData(1e-9, 1)]
    [InlineData(0.3, 0.4)]
    [InlineData(3, 1e-12)]
    [InlineData(3, -1)]
    [InlineData(1, -3)]
    [InlineData(1e-7, -2)]
    public void Angles_are_those_of_the_direction(double sine, double cosine) =>
        Close.Relative(Math.Atan2(sine, cosine), Elementary.Angle(sine, cosine), 5e-16);

    /// <summary>Where the series end the differences themselves go on, and both shrink with the third power.</summary>
    [Fact]
    public void Differences_of_an_angle_and_its_sine_keep_their_digits()
    {
        foreach (var angle in new[] { 0.4999999, 0.5000001 })
        {
            Close.Relative(angle - Math.Sin(angle), Elementary.AngleLessSine(angle, Math.Sin(angle)), 1e-14);
            Close.Relative(
                Math.Sin(angle) - angle * Math.Cos(angle), Elementary.SineLessArc(angle, Math.Sin(angle), Math.Cos(angle)), 1e-14);
        }

        Close.Relative(1e-27 / 6, Elementary.AngleLessSine(1e-9, Math.Sin(1e-9)), 1e-15);
        Close.Relative(1e-27 / 3, Elementary.SineLessArc(1e-9, Math.Sin(1e-9), Math.Cos(1e-9)), 1e-15);
    }

    [Fact]
    public void Ends_are_exact()
    {
        Assert.Equal(double.PositiveInfinity, Elementary.Exp(710));
        Assert.Equal(0, Elementary.Exp(-746));
        Assert.Equal(double.PositiveInfinity, Elementary.Exp(double.PositiveInfinity));
        Assert.Equal(0, Elementary.Exp(double.NegativeInfinity));
        Assert.Equal(-1, Elementary.Expm1(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, Elementary.Expm1(800));
        Assert.Equal(double.NegativeInfinity, Elementary.Log(0));
        Assert.Equal(double.PositiveInfinity, Elementary.Log(double.PositiveInfinity));
        Assert.Equal(double.NegativeInfinity, Elementary.Log1p(-1));
        Assert.Equal((-1.0, 1.0), (Elementary.Tanh(double.NegativeInfinity), Elementary.Tanh(30)));
        Assert.Equal((0.0, 1.0), (Elementary.Sigmoid(-800), Elementary.Sigmoid(double.PositiveInfinity)));
        Assert.Equal((-1.0, 1.0), (Elementary.Erf(double.NegativeInfinity), Elementary.Erf(7)));
        Assert.Equal((2.0, 0.0), (Elementary.Erfc(-9), Elementary.Erfc(28)));
        Assert.Equal((0.0, 1.0), (Elementary.NormalCdf(double.NegativeInfinity), Elementary.NormalCdf(double.PositiveInfinity)));
        Assert.Equal(double.NegativeInfinity, Elementary.NormalQuantile(0));
        Assert.Equal(double.PositiveInfinity, Elementary.NormalQuantile(1));
    }

    [Fact]
    public void Not_a_number_stays_one()
    {
        Func<double, double>[] others = [Elementary.NormalQuantile];
        foreach (var function in Functions.Values.Select(entry => entry.Function).Concat(others))
        {
            Assert.True(double.IsNaN(function(double.NaN)));
        }

        Assert.True(double.IsNaN(Elementary.Log(-1)) && double.IsNaN(Elementary.Log1p(-2)) && double.IsNaN(Elementary.NormalQuantile(1.5)));
        Assert.True(double.IsNaN(Elementary.Sin(double.PositiveInfinity)) && double.IsNaN(Elementary.Cos(double.NegativeInfinity)));
    }

    private static IEnumerable<(double X, double Expected)> References(string name) =>
        TestData.Json("elementary.json").GetProperty(name).EnumerateArray().Select(pair => (pair[0].GetDouble(), pair[1].GetDouble()));
}
