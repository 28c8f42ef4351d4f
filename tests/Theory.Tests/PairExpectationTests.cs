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
        var coarse = new PairExpectation(new GaussianExpectation(Integrated.Find(name)), PanelRule.Coarse);
        foreach (var d in new[] { 0.9, 0.5, 0.1, 0.01, 1e-5 })
        {
            AssertNear(Pair(name).Moments(q, d), coarse.Moments(q, d), 1e-4);
        }
    }

    /// <summary>GELU's closed form, and the quadrature that functions without one have: at q = 10,000 it bends between two coarse points.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(1900)]
    [InlineData(1e4)]
    [InlineData(1e5)]
    public void Printed_pairs_hold_for_large_variances_too(double q)
    {
        var kernel = StandardActivations.Find("gelu")!;
        var printed = ActivationTheory.Of(Integrated.Find("gelu"));
        foreach (var d in new[] { 0.9, 0.1, 1e-4 })
        {
            var expected = new PairExpectation(new GaussianExpectation(kernel)).Moments(q, d);
            Close.Relative(expected.Distance, printed.PrintedPair(q, d).Distance, 1e-6, $"distance at {d}");
            Close.Relative(expected.SlopeProduct, printed.PrintedPair(q, d).SlopeProduct, 1e-6, $"slope at {d}");
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

    /// <summary>u and v of unlike variances: by plain sums over 300 × 300 points, and what symmetry and scale say of them.</summary>
    [Theory]
    [InlineData("tanh", 0.3, 2, 0.6)]
    [InlineData("tanh", 4, 0.1, -0.8)]
    [InlineData("softplus", 0.5, 3, -0.4)]
    [InlineData("silu", 2, 1, 0.9)]
    public void Two_sizes_have_a_covariance_too(string name, double first, double second, double c)
    {
        var activation = StandardActivations.Find(name)!;
        double values = 0, slopes = 0;
        const double step = 0.06;
        for (var x = -9.0; x < 9; x += step)
        {
            for (var y = -9.0; y < 9; y += step)
            {
                var weight = step * step * Elementary.NormalDensity(x) * Elementary.NormalDensity(y);
                var (u, v) = (Math.Sqrt(first) * x, Math.Sqrt(second) * (c * x + Math.Sqrt(1 - c * c) * y));
                values += weight * activation.Value(u) * activation.Value(v);
                slopes += weight * activation.Derivative(u) * activation.Derivative(v);
            }
        }

        Close.Relative(values, Pair(name).Covariance(first, second, c), 1e-11);
        Close.Relative(values, Pair(name).Covariance(second, first, c), 1e-11);
        Close.Relative(slopes, Pair(name).SlopeCovariance(first, second, c), 1e-11);
        Close.Relative(Pair(name).Covariance(first, 0.3), Pair(name).Covariance(first, first, 0.3), 1e-12);
    }

    [Fact]
    public void A_correlation_outside_of_its_range_is_refused() =>
        Assert.All<Action>(
            [() => Pair("tanh").Moments(1, 1.5), () => Pair("tanh").Covariance(1, 2, 1.5), () => Pair("tanh").Covariance(1, -1.5)],
            action => Assert.Throws<ArgumentOutOfRangeException>(action));

    private static void AssertNear(PairMoments expected, PairMoments actual, double tolerance)
    {
        var scale = Math.Max(1e-12, Math.Max(Math.Abs(expected.DeviationCovariance), Math.Abs(expected.DeviationCurvature)));
        Close.Relative(expected.Distance, actual.Distance, tolerance, "distance");
        Close.Relative(expected.SlopeProduct, actual.SlopeProduct, tolerance, "slope");
        Close.Relative(expected.Unevenness, actual.Unevenness, tolerance, "unevenness");
        Close.Within(expected.SecondCovariance, actual.SecondCovariance, tolerance * Math.Max(1, expected.SecondCurvature), "second");
        Close.Within(expected.DeviationCovariance, actual.DeviationCovariance, tolerance * Math.Max(1, scale), "deviation");
    }

    private static PairExpectation Pair(string name) => new(new GaussianExpectation(Integrated.Find(name)));
}
