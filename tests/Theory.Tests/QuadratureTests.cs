using FanIn.Theory.Activations;
using FanIn.Theory.Networks;
using FanIn.Theory.Quadrature;

namespace FanIn.Theory.Tests;

/// <summary>The ways of computing a pair: they differ in cost, not in what they give.</summary>
public class QuadratureTests
{
    /// <summary>The same function, whose pieces are not known: everything is integrated.</summary>
    [Theory]
    [InlineData("relu")]
    [InlineData("leaky_relu")]
    [InlineData("relu6")]
    [InlineData("hard_tanh")]
    [InlineData("hard_sigmoid")]
    [InlineData("soft_shrink")]
    [InlineData("hard_shrink")]
    [InlineData("threshold")]
    public void Straight_pieces_in_closed_form_are_what_quadrature_gives(string name)
    {
        var pieces = StandardActivations.Find(name)!;
        var closed = new PairExpectation(new GaussianExpectation(pieces));
        var integrated = new PairExpectation(new GaussianExpectation(Integrated.Find(name)));
        foreach (var q in new[] { 0.3, 2, 100 })
        {
            foreach (var d in new[] { 0.95, 0.4, 0.02, 1e-6 })
            {
                AssertEqual(integrated.Moments(q, d), closed.Moments(q, d), 1e-9);
            }
        }
    }

    [Theory]
    [InlineData("tanh", 1e6)]
    [InlineData("sigmoid", 1e4)]
    [InlineData("erf", 100)]
    [InlineData("gelu", 100)]
    [InlineData("mish", 100)]
    [InlineData("softplus", 30)]
    [InlineData("silu", 30)]
    [InlineData("selu", 2)]
    [InlineData("softsign", 30)]
    [InlineData("sin", 3)]
    [InlineData("hard_swish", 5)]
    public void The_fast_rule_agrees_with_the_exact_one(string name, double q)
    {
        var expectation = new GaussianExpectation(Integrated.Find(name));
        foreach (var d in new[] { 0.95, 0.5, 0.26, 0.24, 0.1, 0.01 })
        {
            AssertEqual(
                new PairExpectation(expectation).Moments(q, d), new PairExpectation(expectation, PanelRule.Coarse).Moments(q, d), 2e-5);
        }
    }

    /// <summary>Every activation without kinks, also those that have a closed form.</summary>
    [Theory]
    [InlineData("tanh")]
    [InlineData("sigmoid")]
    [InlineData("silu")]
    [InlineData("softplus")]
    [InlineData("mish")]
    [InlineData("log_sigmoid")]
    [InlineData("tanh_shrink")]
    [InlineData("lecun_tanh")]
    [InlineData("gelu_tanh")]
    [InlineData("gelu")]
    [InlineData("erf")]
    [InlineData("squareplus")]
    public void Even_steps_agree_with_panels(string name)
    {
        var expectation = new GaussianExpectation(Integrated.Find(name));
        var step = EvenSteps.Find(expectation.Activation);
        foreach (var q in new[] { 1e-9, 0.01, 0.7, 5, 100, 1e4 })
        {
            var expected = expectation.Moments(q);
            var actual = EvenSteps.Level(expectation.Activation, Math.Sqrt(q), step) ?? expectation.Level(q);
            Close.Within(expected.Mean, actual.Mean, 1e-11 * Math.Sqrt(expected.Second), $"mean {q}");
            Close.Relative(expected.Second, actual.Second, 1e-11, $"second {q}");
            Close.Relative(expected.Variance, actual.Variance, 1e-11, $"variance {q}");
            Close.Relative(expected.SlopeSecond, actual.SlopeSecond, 1e-11, $"slopes {q}");
            foreach (var d in new[] { 0.97, 0.4, 0.05, 1e-3, 1e-7, 1e-11 }.Where(d => q <= 100 || d >= 0.4))
            {
                var distance = EvenPairs.Distance(expectation.Activation, q, d, step);
                Close.Relative(new PairExpectation(expectation).Moments(q, d).Distance, distance, 1e-6, $"distance {q} {d}");
            }
        }
    }

    [Theory]
    [InlineData("relu")]
    [InlineData("hard_tanh")]
    [InlineData("sign")]
    public void Even_steps_notice_a_kink(string name) => Assert.Equal(0, EvenSteps.Find(Integrated.Find(name)));

    /// <summary>Tsuchida, Pearce et al. 2021, theorem 1, where GELU's bend is a thousandth of a standard deviation wide.</summary>
    [Fact]
    public void A_bend_far_narrower_than_the_signal_is_a_kink()
    {
        const double q = 1e6;
        foreach (var c in new[] { 0.5, 0.9 })
        {
            var (k, p) = (q * c, (1 + q) * (1 + q));
            var delta = Math.Sqrt(p - k * k);
            var slopes = 0.25 + Math.Atan2(k, delta) / (2 * Math.PI)
                + k / (2 * Math.PI * delta) * (1 / (delta * delta) + (1 - q * q) / p + 1);
            var gelu = new PairExpectation(new GaussianExpectation(Integrated.Find("gelu")), PanelRule.Coarse);
            Close.Relative(slopes, gelu.Moments(q, 1 - c).SlopeProduct, 1e-3);
        }
    }

    /// <summary>E_u P(flat | u)^N by a plain sum over ten thousand u.</summary>
    [Theory]
    [InlineData("relu", 1.0, 0.1, 1000)]
    [InlineData("relu6", 100, 0.1, 1000)]
    [InlineData("relu6", 30, 0.02, 10)]
    [InlineData("hard_tanh", 2, 0.03, 1000)]
    [InlineData("hard_tanh", 100, 0.001, 100)]
    [InlineData("hard_tanh", 100, 0.4, 3)]
    [InlineData("hard_sigmoid", 20, 0.05, 1)]
    [InlineData("soft_shrink", 0.2, 0.2, 50)]
    [InlineData("hard_tanh", 1, 0.9, 1000)]
    public void Dead_units_are_the_integral_over_what_inputs_share(string name, double q, double d, int batch)
    {
        var flat = StandardActivations.Find(name)!;
        var pieces = SlopeProfile.Of(flat).Flat;
        const double step = 2e-3;
        var expected = 0.0;
        for (var u = -9.0; u <= 9; u += step)
        {
            var dead = SlopeProfile.Share(pieces, Math.Sqrt(q * (1 - d)) * u, Math.Sqrt(q * d));
            expected += step * Math.Exp(-u * u / 2) / Math.Sqrt(2 * Math.PI) * Math.Pow(dead, batch);
        }

        Close.Within(expected, DeadUnits.Share(pieces, q, d, batch), 1e-9);
    }

    [Fact]
    public void What_is_kept_is_found_until_there_is_too_much()
    {
        var memo = new Memo<string>(3);
        Assert.Null(memo.Find(1, 2));
        memo.Keep(1, 2, "a");
        memo.Keep(2, 1, "b");
        memo.Keep(double.NaN, 0, "c");
        Assert.Equal(("a", "b", "c"), (memo.Find(1, 2), memo.Find(2, 1), memo.Find(double.NaN, 0)));
        memo.Keep(4, 4, "d");
        Assert.Equal((null, "d"), (memo.Find(1, 2), memo.Find(4, 4)));
    }

    [Fact]
    public void Many_threads_get_one_prediction()
    {
        var predictions = new NetworkPrediction[64];
        Parallel.For(0, predictions.Length, i => predictions[i] = NetworkPredictor.Predict(Networks.Square("celu", 1.7, depth: 9)));
        Assert.All(predictions, prediction => Assert.Same(predictions[0], prediction));
    }

    private static void AssertEqual(PairMoments expected, PairMoments actual, double tolerance)
    {
        var scale = Math.Max(Math.Abs(expected.SecondCurvature), Math.Max(1, Math.Abs(expected.SecondCovariance)));
        Close.Relative(expected.Distance, actual.Distance, tolerance, "distance");
        Close.Within(expected.SlopeProduct, actual.SlopeProduct, tolerance, "slope");
        Close.Relative(expected.Unevenness, actual.Unevenness, tolerance, "unevenness");
        Close.Within(expected.SecondCovariance, actual.SecondCovariance, tolerance * scale, "second");
        Close.Within(expected.DeviationCovariance, actual.DeviationCovariance, tolerance * scale, "deviation");
        Close.Within(expected.SecondCurvature, actual.SecondCurvature, tolerance * scale, "bend");
        Close.Within(expected.ShareSpread, actual.ShareSpread, Math.Max(tolerance, 1e-4) * Math.Max(1, expected.ShareSpread), "share");
    }
}
