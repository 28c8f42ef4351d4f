using FanIn.Theory.Activations;

namespace FanIn.Theory.Tests;

/// <summary>Critical points of the literature and of SciPy's root finder.</summary>
public class EdgeOfChaosTests
{
    [Theory]
    [InlineData("tanh", 0.1, 1.193401, 0.2733)]
    [InlineData("tanh", 0.2, 1.304146, 0.5121)]
    [InlineData("tanh", 0.3, 1.395584, 0.7635)]
    [InlineData("erf", 0.1, 1.055595, 0.2532)]
    [InlineData("erf", 0.2, 1.152795, 0.4658)]
    [InlineData("erf", 0.3, 1.233673, 0.6888)]
    [InlineData("elu", 0.1, 1.176148, 0.4378)]
    [InlineData("elu", 0.2, 1.229251, 1.1069)]
    [InlineData("elu", 0.3, 1.263108, 2.0345)]
    [InlineData("selu", 0.1, 0.871913, 0.3089)]
    [InlineData("selu", 0.2, 0.937476, 0.7170)]
    [InlineData("selu", 0.3, 0.983691, 1.2220)]
    [InlineData("gelu", 0.1, 1.727078, 0.1835)]
    [InlineData("gelu", 0.2, 1.547009, 0.5756)]
    [InlineData("gelu", 0.3, 1.450470, 1.4249)]
    [InlineData("silu", 0.1, 1.820052, 0.2597)]
    [InlineData("silu", 0.2, 1.679532, 0.6895)]
    [InlineData("silu", 0.3, 1.575621, 1.3996)]
    [InlineData("mish", 0.1, 1.540975, 0.2632)]
    [InlineData("mish", 0.2, 1.463439, 0.7455)]
    [InlineData("mish", 0.3, 1.421107, 1.5878)]
    [InlineData("softsign", 0.1, 1.512868, 0.1540)]
    [InlineData("softsign", 0.2, 1.729629, 0.3583)]
    [InlineData("softsign", 0.3, 1.897492, 0.5996)]
    [InlineData("hard_tanh", 0.1, 1.025700, 0.2591)]
    [InlineData("hard_tanh", 0.2, 1.068609, 0.4233)]
    [InlineData("hard_tanh", 0.3, 1.116145, 0.6016)]
    [InlineData("soft_shrink", 0.41, 1.571612, 0.3603)]
    public void A_bias_has_its_critical_weights(string activation, double sigmaB, double sigmaW, double q)
    {
        var edge = EdgeOfChaos.ForBias(Expectation(activation), sigmaB)!;
        Close.Within(sigmaW, edge.SigmaW, 0.51e-6);
        Close.Within(q, edge.QStar, 0.51e-4);
    }

    [Fact]
    public void Schoenholz_critical_tanh_point()
    {
        var edge = EdgeOfChaos.ForBias(Expectation("tanh"), Math.Sqrt(0.05))!;
        Close.Within(1.760955, edge.SigmaW * edge.SigmaW, 0.51e-6);
        Close.Within(0.5700, edge.QStar, 0.51e-4);
    }

    [Fact]
    public void Oracle_points_agree_to_twelve_digits()
    {
        foreach (var reference in TestData.Json("meanfield.json").GetProperty("edge_of_chaos").EnumerateArray())
        {
            var name = reference.GetProperty("activation").GetString()!;
            var edge = EdgeOfChaos.ForBias(Expectation(name), Math.Sqrt(reference.GetProperty("sigma_b2").GetDouble()))!;
            Close.Within(reference.GetProperty("sigma_w").GetDouble(), edge.SigmaW, 1e-12, name);
            Close.Within(reference.GetProperty("q_star").GetDouble(), edge.QStar, 1e-12, name);
        }
    }

    /// <summary>The half-stable points of Roberts, Yaida and Hanin 2021, §5.3.4, where q* is chosen and not σ_b.</summary>
    [Theory]
    [InlineData("gelu", 3.5615528, 1.98305826, 0.17292239)]
    [InlineData("silu", 14.3201736, 1.98800468, 0.55514317)]
    [InlineData("gelu_tanh", 3.5567728, 1.98288824, 0.17289520)]
    public void Half_stable_points_of_the_principles_of_deep_learning_theory(string activation, double q, double sigmaW2, double sigmaB2)
    {
        var edge = EdgeOfChaos.ForVariance(Expectation(activation), q)!;
        Close.Within(sigmaW2, edge.SigmaW * edge.SigmaW, 1e-8);
        Close.Within(sigmaB2, edge.SigmaB * edge.SigmaB, 1e-8);
    }

    [Fact]
    public void Without_a_bias_the_slope_at_zero_decides()
    {
        Close.Within(1, EdgeOfChaos.ForBias(Expectation("tanh"), 0)!.SigmaW, 1e-12);
        Close.Within(0.886226925452758, EdgeOfChaos.ForBias(Expectation("erf"), 0)!.SigmaW, 1e-12);
        Close.Within(Math.Sqrt(2), EdgeOfChaos.ForBias(Expectation("relu"), 0)!.SigmaW, 1e-12);
        Close.Within(2, EdgeOfChaos.ForBias(Expectation("gelu"), 0)!.SigmaW, 1e-12);
    }

    [Fact]
    public void Sigmoid_is_critical_without_bias_only_where_it_saturates()
    {
        var edge = EdgeOfChaos.ForBias(Expectation("sigmoid"), 0)!;
        Close.Within(10.149264, edge.SigmaW, 0.51e-6);
        Close.Within(45.624278, edge.QStar, 0.51e-6);
        Close.Within(103.007554, edge.SigmaW * edge.SigmaW, 0.51e-6);
    }

    [Fact]
    public void Some_functions_have_no_critical_point()
    {
        Assert.Null(EdgeOfChaos.ForBias(Expectation("softplus"), 0));
        Assert.Null(EdgeOfChaos.ForBias(Expectation("squareplus"), 0.1));
        Assert.Null(EdgeOfChaos.ForBias(Expectation("relu"), 0.1));
        Assert.Null(EdgeOfChaos.ForBias(Expectation("hard_shrink"), 0.1));
        Assert.Null(EdgeOfChaos.ForVariance(Expectation("softplus"), 1));
    }

    [Fact]
    public void A_negative_deviation_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EdgeOfChaos.ForBias(Expectation("tanh"), -1));

    private static GaussianExpectation Expectation(string name) => new(StandardActivations.Find(name)!);
}
