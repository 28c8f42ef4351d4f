using FanIn.Theory.Activations;
using FanIn.Theory.Networks;

namespace FanIn.Theory.Tests;

/// <summary>Of integrals that have no value nothing is said; of those that have one, however steep the function, all is.</summary>
public class PoleTests
{
    private static readonly Dictionary<string, ScalarFunction> Functions = new()
    {
        ["1/x"] = new(x => 1 / x, x => -1 / (x * x)),
        ["1/(x-1)"] = new(x => 1 / (x - 1), x => -1 / ((x - 1) * (x - 1))),
        ["tan"] = new(Math.Tan, x => 1 + Math.Pow(Math.Tan(x), 2)),
        ["|x|^-0.5"] = new(x => 1 / Math.Sqrt(Math.Abs(x)), x => -0.5 * Math.Sign(x) / Math.Pow(Math.Abs(x), 1.5)),
        ["|x|^-0.3"] = new(x => Math.Pow(Math.Abs(x), -0.3), x => -0.3 * Math.Sign(x) * Math.Pow(Math.Abs(x), -1.3)),
        ["sqrt|x|"] = new(x => Math.Sqrt(Math.Abs(x)), x => Math.Sign(x) / (2 * Math.Sqrt(Math.Abs(x)))),
        ["log|x|"] = new(x => Math.Log(Math.Abs(x)), x => 1 / x),
        ["|x-0.3|"] = new(x => Math.Abs(x - 0.3), x => Math.Sign(x - 0.3)),
        ["tanh(1000x)"] = new(x => Math.Tanh(1000 * x), x => 1000 * (1 - Math.Pow(Math.Tanh(1000 * x), 2))),
    };

    [Theory]
    [InlineData("1/x", double.NaN)]
    [InlineData("1/(x-1)", double.NaN)]
    [InlineData("tan", double.NaN)]
    [InlineData("|x|^-0.5", double.NaN)]                // ∫ 1/|x| diverges, but slowly
    [InlineData("|x|^-0.3", 2.103819969396067)]        // E |z|^p = 2^(p/2) Γ((p + 1)/2)/√π; E φ⁴ = ∞
    public void A_pole_ends_the_prediction(string name, double second)
    {
        var function = Functions[name];
        var moments = new GaussianExpectation(function).Moments(1);
        Assert.False(moments.HasValues);
        Assert.False(moments.HasSlopes);
        if (double.IsNaN(second))
            Assert.True(double.IsNaN(moments.Second) && double.IsNaN(Gains.Of(function).SecondMoment));
        else
            Close.Relative(second, moments.Second, 2e-4);

        var prediction = Predict(function);
        Assert.Equal("two: its activation has a pole: the integrals of its values do not converge", prediction.Obstacle);
        Assert.Equal(["one"], prediction.Layers.Select(layer => layer.Name));
        Assert.Empty(prediction.Findings);
    }

    [Theory]
    [InlineData("sqrt|x|", 0.7978845608028654)]         // E |z| = √(2/π)
    [InlineData("log|x|", 1.6371559899184156)]           // Var ln|z| = π²/8, E ln|z| = −(γ + ln 2)/2
    public void A_slope_without_bound_leaves_the_signal_and_takes_gradient_and_saturation(string name, double second)
    {
        var function = Functions[name];
        var moments = new GaussianExpectation(function).Moments(1);
        Assert.True(moments.HasValues);
        Assert.False(moments.HasSlopes);
        Close.Relative(second, moments.Second, 2e-6);
        Assert.True(double.IsNaN(moments.SlopeSecond) && double.IsNaN(Gains.Of(function).Backward));

        var prediction = Predict(function);
        Assert.Null(prediction.Obstacle);
        Assert.Null(prediction.Find("one")!.PreGradientRms);
        Assert.NotNull(prediction.Find("three")!.PreGradientRms);
        Assert.Null(prediction.Find("two")!.SaturatedHigh);
        Assert.DoesNotContain(prediction.Findings, finding => finding.Kind is FindingKind.Saturation or FindingKind.Chaotic);
    }

    [Theory]
    [InlineData("|x-0.3|", 1)]
    [InlineData("|x-0.3|", 1e-6)]
    [InlineData("tanh(1000x)", 1)]
    [InlineData("tanh(1000x)", 1e12)]
    public void A_kink_that_is_not_named_and_a_steep_slope_are_no_poles(string name, double q)
    {
        var moments = new GaussianExpectation(Functions[name]).Moments(q);
        Assert.True(moments.HasValues);
        Assert.True(moments.HasSlopes);
    }

    [Theory]
    [InlineData(1e-20)]
    [InlineData(1)]
    [InlineData(1e10)]
    public void No_built_in_activation_has_a_pole(double q)
    {
        foreach (string name in StandardActivations.Names)
        {
            var moments = new GaussianExpectation(StandardActivations.Find(name)!).Moments(q);
            Assert.True(moments.HasValues && moments.HasSlopes, $"{name} at {q}");
        }
    }

    private static NetworkPrediction Predict(IScalarActivation second) => NetworkPredictor.Predict(new NetworkSketch(
        1000,
        new InputSketch(100, 0, 1),
        [
            new DenseSketch("one", 100, 100, WeightSketch.Random(0.01), null, StandardActivations.Find("tanh")),
            new DenseSketch("two", 100, 100, WeightSketch.Random(0.01), null, second),
            new DenseSketch("three", 100, 100, WeightSketch.Random(0.01), null, StandardActivations.Find("tanh")),
        ]));
}
