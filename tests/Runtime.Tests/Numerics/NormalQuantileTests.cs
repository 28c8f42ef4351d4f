using System.Text.Json;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Tests.Numerics;

/// <summary>The inverse of Φ against 60-digit references.</summary>
public sealed class NormalQuantileTests
{
    private static readonly JsonElement Reference = TestData.Json("normal-quantile.json");

    [Theory]
    [InlineData(0.075, 0.925, 3)]
    [InlineData(1e-300, 0.5, 3)]
    public void The_quantile_is_right_to_a_few_ulp(double from, double to, double ulps)
    {
        var checkedPoints = 0;
        foreach (var (p, exact) in Pairs("quantile").Where(pair => pair.X >= from && pair.X <= to))
        {
            var error = Ulp.Error(Quantile(p), new DoubleDouble(exact, 0));
            Assert.True(error <= ulps, $"{p:R}: {error} ulp");
            checkedPoints++;
        }

        Assert.True(checkedPoints > 150);
    }

    [Fact]
    public void The_quantile_is_odd_about_one_half() => Assert.All([1e-3, 0.01, 0.0625, 0.25, 0.375, 0.4375], p =>
        Assert.Equal(-Quantile(p), Quantile(1 - p), 1e-14 / p));

    [Fact]
    public void Its_special_values_are_exact()
    {
        Assert.Equal(double.NegativeInfinity, Quantile(0));
        Assert.Equal(double.PositiveInfinity, Quantile(1));
        Assert.Equal(0, Quantile(0.5));
        Assert.All([-0.1, 1.1, double.NaN, double.PositiveInfinity], p => Assert.Equal(double.NaN, Quantile(p)));
    }

    [Fact]
    public void Every_vector_width_gives_the_same_bits()
    {
        var points = Pairs("quantile").Select(pair => pair.X).Concat([0, 0.5, 1, double.NaN]).ToArray();
        Assert.Equal(points.Select(Quantile), Wide<Lanes128<double>>(points));
        Assert.Equal(points.Select(Quantile), Wide<Lanes256<double>>(points));
        Assert.Equal(points.Select(Quantile), Wide<Lanes512<double>>(points));
    }

    private static IEnumerable<(double X, double Value)> Pairs(string name) =>
        Reference.GetProperty(name).EnumerateArray().Select(pair => (pair[0].GetDouble(), pair[1].GetDouble()));

    private static double Quantile(double p) => Functions.NormalQuantile(new Lane<double>(p)).Value;

    private static double[] Wide<TVector>(double[] points)
        where TVector : struct, IVector<TVector, double>
    {
        var padded = points.Concat(Enumerable.Repeat(0.5, TVector.Count)).ToArray();
        for (var i = 0; i < points.Length; i += TVector.Count)
            Functions.NormalQuantile(TVector.Load(in padded[i])).Store(ref padded[i]);
        return padded[..points.Length];
    }
}
