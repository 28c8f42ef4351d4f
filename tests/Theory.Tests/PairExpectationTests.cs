using FanIn.Theory.Activations;
using FanIn.Theory.Numerics;
using FanIn.Theory.Quadrature;

namespace FanIn.Theory.Tests;

/// <summary>Correlated pairs: against NumPy's nested quadrature, against closed forms, and where inputs become alike.</summary>
public class PairExpectationTests
{
    public static TheoryData<string> Names => ["tanh", "sigmoid", "relu", "elu", "gelu", "selu", "silu", "softplus", "erf"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Covariances_agree_with_nested_quadrature_in_numpy(string name)
    {
        var pair = Pair(name);
        var references = TestData.Json("pairs.json").EnumerateArray();
        foreach (var reference in references.Where(row => row.GetProperty("activation").GetString() == name))
        {
            var (q, c) = (reference.GetProperty("q").GetDouble(), reference.GetProperty("c").GetDouble());
            Close.Relative(reference.GetProperty("covariance").GetDouble(), pair.Covariance(q, c), 1e-12, $"q {q} c {c}");
            Close.Relative(reference.GetProperty("slope_covariance").GetDouble(), pair.SlopeCovariance(q, c), 1e-12, $"slope q {q} c {c}");
        }
    }

    /// <summary>sin: E φφ̃ = e^−q sinh(qc), so that E φ² − E φφ̃ = e^−q (sinh q − sinh qc).</summary>
    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-6)]
    [InlineData(1e-9)]
    [InlineData(1e-12)]
    [InlineData(1e-14)]
    [InlineData(1e-40)]
    public void Distance_keeps_its_digits_where_inputs_become_alike(double d)
    {
        // sinh q − sinh q(1 − d) = 2 cosh(q − qd/2) sinh(qd/2)
        const double q = 0.7;
        var half = Elementary.Expm1(q * d / 2);
        var sinh = (half + half / (1 + half)) / 2;
        var expected = Math.Exp(-q) * 2 * Math.Cosh(q - q * d / 2) * sinh;
        Close.Relative(expected, Pair("sin").Moments(q, d).Distance, 1e-10);
    }

    /// <summary>ReLU, with θ = arccos c: E φ² − E φφ̃ = q [d/2 − (sin θ − θ cos θ)/2π] (Cho and Saul 2009, eq. 6).</summary>
    [Theory]
    [InlineData(0.3)]
    [InlineData(1e-4)]
    [InlineData(1e-8)]
    [InlineData(1e-15)]
    public void Distance_of_relu_is_that_of_its_kernel(double d)
    {
        var theta = 2 * Math.Asin(Math.Sqrt(d / 2));
        var difference = theta < 0.1 ? theta * theta * theta / 3 * (1 - theta * theta / 10 + theta * theta * theta * theta / 280)
            : Math.Sin(theta) - theta * Math.Cos(theta);
        Close.Relative(2.5 * (d / 2 - difference / (2 * Math.PI)), Pair("relu").Moments(2.5, d).Distance, d < 1e-13 ? 1e-7 : 1e-9);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_jumps_between_the_ways_of_computing(string name)
    {
        var pair = Pair(name);
        AssertNear(pair.Moments(1.3, 1), pair.Moments(1.3, 1 - 1e-9), 1e-6);
        AssertNear(pair.Moments(1.3, 0.99e-13) with { Distance = 0 }, pair.Moments(1.3, 1.01e-13) with { Distance = 0 }, 1e-5);
    }

    [Theory]
    [InlineData("tanh", 100)]
    [InlineData("sigmoid", 44)]
    [InlineData("sigmoid", 0.3)]
    [InlineData("relu", 2)]
    [InlineData("hard_tanh", 3)]
    [InlineData("elu", 1)]
    public void The_coarse_rule_gives_the_digits_that_are_printed(string name, double q)
    {
        var activation = StandardActivations.Find(name)!;
        var coarse = new PairExpectation(new GaussianExpectation(activation), PanelRule.Coarse);
        foreach (var d in new[] { 0.9, 0.5, 0.1, 0.01, 1e-5 })
        {
            AssertNear(Pair(name).Moments(q, d), coarse.Moments(q, d), 1e-4);
        }
    }

    [Fact]
    public void Opposite_inputs_have_opposite_shares()
    {
        var tanh = Pair("tanh");
        Close.Relative(-tanh.Covariance(1, 0.4), tanh.Covariance(1, -0.4), 1e-12);
        Close.Relative(-tanh.Covariance(1, 1), tanh.Covariance(1, -1), 1e-12);
        Close.Relative(tanh.SlopeCovariance(1, 0.4), tanh.SlopeCovariance(1, -0.4), 1e-12);

        // arccos(−½) = 2π/3: E φφ̃ = q (sin θ + (π − θ) cos θ)/2π.
        var expected = 2 * (Math.Sqrt(0.75) - Math.PI / 6) / (2 * Math.PI);
        Close.Relative(expected, Pair("relu").Covariance(2, -0.5), 1e-11);
        Close.Within(0, Pair("relu").Covariance(2, -1), 1e-15);
    }

    [Fact]
    public void A_correlation_outside_of_its_range_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Pair("tanh").Moments(1, 1.5));

    private static void AssertNear(PairMoments expected, PairMoments actual, double tolerance)
    {
        var scale = Math.Max(1e-12, Math.Max(Math.Abs(expected.DeviationCovariance), Math.Abs(expected.DeviationCurvature)));
        Close.Relative(expected.Distance, actual.Distance, tolerance, "distance");
        Close.Relative(expected.SlopeProduct, actual.SlopeProduct, tolerance, "slope");
        Close.Relative(expected.Unevenness, actual.Unevenness, tolerance, "unevenness");
        Close.Within(expected.SecondCovariance, actual.SecondCovariance, tolerance * Math.Max(1, expected.SecondCurvature), "second");
        Close.Within(expected.DeviationCovariance, actual.DeviationCovariance, tolerance * Math.Max(1, scale), "deviation");
    }

    private static PairExpectation Pair(string name) => new(new GaussianExpectation(StandardActivations.Find(name)!));
}
