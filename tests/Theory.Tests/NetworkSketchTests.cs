using FanIn.Theory.Activations;
using FanIn.Theory.Networks;

namespace FanIn.Theory.Tests;

/// <summary>What theory takes, and what it refuses with a reason.</summary>
public class NetworkSketchTests
{
    private static readonly IScalarActivation Tanh = StandardActivations.Find("tanh")!;

    [Fact]
    public void After_weights_that_theory_does_not_cover_there_is_no_prediction()
    {
        var prediction = Predict(
            Dense("one", WeightSketch.Random(0.01)), Dense("two", WeightSketch.Beyond("its weights depend on the data")), Dense("three"));
        Assert.Equal(["one"], prediction.Layers.Select(layer => layer.Name));
        Assert.Equal("two: its weights depend on the data", prediction.Obstacle);
        Assert.Null(prediction.Layers[0].PreGradientRms);
        Assert.Null(prediction.Find("three"));
    }

    [Fact]
    public void Constant_weights_make_units_symmetric()
    {
        var prediction = Predict(Dense("one", WeightSketch.Constant(0.5)), Dense("two"));
        Assert.Empty(prediction.Layers);
        Assert.Equal((FindingKind.SymmetricUnits, "one"), prediction.Findings.Select(finding => (finding.Kind, finding.Layer)).Single());
        Assert.Contains("same number", prediction.Obstacle);
        Assert.Equal("one: its weights are all zero", Predict(Dense("one", WeightSketch.Constant(0))).Obstacle);
    }

    [Fact]
    public void A_zero_bias_is_no_bias_and_another_constant_one_is_an_obstacle()
    {
        var plain = Predict(Dense("one")).Layers[0].Q;
        Assert.Equal(plain, Predict(Dense("one") with { Bias = WeightSketch.Constant(0) }).Layers[0].Q);
        Assert.StartsWith("one: in its bias", Predict(Dense("one") with { Bias = WeightSketch.Constant(1) }).Obstacle);
    }

    [Fact]
    public void A_layer_of_a_kind_that_theory_does_not_know_ends_the_prediction()
    {
        var prediction = Predict(Dense("one"), new OpaqueSketch("pool", "pooling has no theory here"), Dense("two"));
        Assert.Equal("pool: pooling has no theory here", prediction.Obstacle);
        Assert.Single(prediction.Layers);
    }

    [Fact]
    public void An_activation_wants_a_gaussian_before_it()
    {
        var prediction = Predict(Dense("one"), new ActivationSketch("again", Tanh));
        Assert.Contains("not a Gaussian", prediction.Obstacle);
        Assert.Null(Predict(Dense("one") with { Activation = null }, new ActivationSketch("once", Tanh)).Obstacle);
    }

    [Fact]
    public void Dense_and_activation_apart_are_the_same_as_together()
    {
        var together = Predict(Dense("one"), Dense("two"));
        var apart = Predict(Dense("one"), Dense("two") with { Activation = null }, new ActivationSketch("act", Tanh));
        var (expected, actual) = (together.Layers[1], apart.Layers[2]);
        Assert.Equal(expected.Std, actual.Std);
        Assert.Equal(expected.Q, actual.Q);
        Assert.Equal(expected.PreGradientRms, actual.PreGradientRms);
        Assert.Equal(expected.ParticipationRatio, actual.ParticipationRatio);
    }

    [Fact]
    public void Overflow_ends_the_prediction_instead_of_spreading()
    {
        var prediction = NetworkPredictor.Predict(Networks.Square("relu", 1e12, depth: 60));
        Assert.EndsWith("its pre-activations are too large for a number", prediction.Obstacle);
        Assert.All(prediction.Layers, layer => Assert.True(double.IsFinite(layer.Rms.Value)));
        Assert.Equal(Verdict.Exploding, prediction.Verdict);
    }

    [Fact]
    public void Tiny_signals_keep_their_digits()
    {
        // relu at std 0.01 loses a factor √200 a layer: 2.5e-35 at layer 30.
        var relu = NetworkPredictor.Predict(Networks.Square("relu", 0.01, depth: 30)).Layers[29];
        Close.Relative(Math.Sqrt(0.01 * Math.Pow(0.005, 29) * (0.5 - 0.5 / Math.PI)), relu.Std.Value, 1e-10);
        Close.Relative(1e-30, NetworkPredictor.Predict(Networks.Square("tanh", 0.01, depth: 30)).Layers[29].Std.Value, 0.02);
    }

    [Fact]
    public void A_jump_leaves_the_signal_and_takes_the_gradient()
    {
        var shrink = StandardActivations.Find("hard_shrink")!;
        var prediction = Predict(Dense("one"), Dense("two") with { Activation = shrink }, Dense("three"));
        Assert.Null(prediction.Obstacle);
        Assert.Null(prediction.Find("one")!.PreGradientRms);
        Assert.Null(prediction.Find("two")!.PreGradientRms);
        Assert.NotNull(prediction.Find("three")!.PreGradientRms);
    }

    [Fact]
    public void An_input_with_a_mean_makes_inputs_alike_from_the_start()
    {
        var network = Networks.Square("tanh", 1) with { Input = new InputSketch(100, 3, 1) };
        Close.Within(0.9, NetworkPredictor.Predict(network).Layers[0].Cosine, 1e-15);
        Close.Within(10, NetworkPredictor.Predict(network).Layers[0].Q!.Value.Value, 1e-13);
    }

    [Fact]
    public void A_users_function_is_predicted_like_the_built_in_one()
    {
        var mine = new ScalarFunction(
            x => x / (1 + Math.Exp(-x)), x => (1 + Math.Exp(-x) + x * Math.Exp(-x)) / Math.Pow(1 + Math.Exp(-x), 2));
        var expected = Predict(Dense("one"), Dense("two") with { Activation = StandardActivations.Find("silu") }).Layers[1];
        var actual = Predict(Dense("one"), Dense("two") with { Activation = mine }).Layers[1];
        Close.Relative(expected.Std.Value, actual.Std.Value, 1e-12);
        Close.Relative(expected.Std.Deviation, actual.Std.Deviation, 1e-10);
    }

    [Fact]
    public void The_same_sketch_is_computed_once()
    {
        var network = Networks.Square("tanh", 1);
        Assert.Same(NetworkPredictor.Predict(network), NetworkPredictor.Predict(network));
        Assert.Same(NetworkPredictor.Predict(network), NetworkPredictor.Predict(Networks.Square("tanh", 1)));
        Assert.NotEqual(network, Networks.Square("tanh", 1, depth: 4));
        Assert.NotEqual(network, network with { Batch = 999 });
        var block = new ResidualSketch("block", [Dense("one")], 0.5);
        Assert.Equal(block, new ResidualSketch("block", [Dense("one")], 0.5));
        Assert.Equal(block.GetHashCode(), new ResidualSketch("block", [Dense("one")], 0.5).GetHashCode());
        Assert.NotEqual(block, new ResidualSketch("block", [Dense("two")], 0.5));
        Assert.Same(StandardActivations.Find("elu"), StandardActivations.Find("elu", new Dictionary<string, double> { ["alpha"] = 1 }));
        Assert.NotSame(StandardActivations.Find("elu"), StandardActivations.Find("elu", new Dictionary<string, double> { ["alpha"] = 2 }));
        Assert.Null(StandardActivations.Find("swoosh"));
    }

    [Fact]
    public void Sketches_are_equal_when_all_that_they_say_is()
    {
        NetworkSketch Make(double scale) => new(
            100, new InputSketch(50, 0, 1),
            [Dense("one"), new ResidualSketch("add", [Dense("two"), new DropoutSketch("drop", 0.5)], scale)]);
        Assert.Equal(Make(1), Make(1));
        Assert.Equal(Make(1).GetHashCode(), Make(1).GetHashCode());
        Assert.NotEqual(Make(1), Make(0.5));
        Assert.NotEqual(Make(1), Make(1) with { Upstream = WeightSketch.Random(2) });
        Assert.Same(NetworkPredictor.Predict(Make(1)), NetworkPredictor.Predict(Make(1)));
    }

    [Fact]
    public void The_upstream_gradient_scales_all_gradients_and_without_one_there_are_none()
    {
        var plain = NetworkPredictor.Predict(Networks.Square("tanh", 1));
        var twice = NetworkPredictor.Predict(Networks.Square("tanh", 1) with { Upstream = WeightSketch.Random(4) });
        Assert.All(plain.Layers.Zip(twice.Layers), pair =>
        {
            Close.Relative(2 * pair.First.PreGradientRms!.Value.Value, pair.Second.PreGradientRms!.Value.Value, 1e-14);
            Close.Relative(2 * pair.First.PreGradientRms!.Value.Deviation, pair.Second.PreGradientRms!.Value.Deviation, 1e-13);
            Assert.Equal(pair.First.Chi, pair.Second.Chi);
        });
        var none = NetworkPredictor.Predict(Networks.Square("tanh", 1) with { Upstream = WeightSketch.Constant(1) });
        Assert.All(none.Layers, layer => Assert.Null(layer.PreGradientRms));
        Assert.Null(none.Obstacle);
    }

    [Theory]
    [InlineData(0, 0.04, null)]
    [InlineData(1e-14, 0.04, null)]
    [InlineData(0.001, 0.04, "its weights have a mean")]
    [InlineData(0, double.NaN, "theory has no number for its weights")]
    [InlineData(2, 0, "every value is the same number, and theory is about random ones")]
    public void Independent_weights_have_no_mean(double mean, double variance, string? obstacle) =>
        Assert.Equal(obstacle, WeightSketch.Independent(mean, variance).Obstacle);

    [Fact]
    public void The_identity_between_a_layer_and_its_activation_changes_nothing()
    {
        var plain = Predict(Dense("one") with { Activation = null }, new ActivationSketch("act", Tanh), Dense("two"));
        var between = Predict(
            Dense("one") with { Activation = null }, new ActivationSketch("same", StandardActivations.Find("identity")!),
            new ActivationSketch("act", Tanh), Dense("two"));
        Assert.Null(between.Obstacle);
        Assert.Equal(plain.Find("two")!.Std, between.Find("two")!.Std);
        Assert.Equal(plain.Find("one")!.GradientRms, between.Find("one")!.GradientRms);
        Assert.Null(Predict(Dense("one"), new ActivationSketch("same", StandardActivations.Find("identity")!)).Obstacle);
    }

    [Fact]
    public void A_band_wider_than_its_value_is_none()
    {
        var prediction = NetworkPredictor.Predict(Networks.Square("exponential", 2, depth: 3));
        Assert.False(double.IsNaN(prediction.Layers[0].Std.Deviation));
        Assert.True(double.IsNaN(prediction.Layers[1].Std.Deviation));
        Assert.EndsWith("its values are too large for a number", prediction.Obstacle);
    }

    [Fact]
    public void Norms_of_weights_count_in_the_band_of_the_input_driven_share()
    {
        // Units' norms differ by √(2/100), so that 0.234 % of the first ReLU layer's variance is theirs; ensembles have 0.23 ± 0.04.
        var share = NetworkPredictor.Predict(Networks.Square("relu", 2)).Layers[0].InputDriven;
        Close.Within(0.999, share.Value, 1e-14);
        Assert.InRange(share.Deviation, 0.0022, 0.0026);
        Close.Within(-1, share.Distance(0.9967), 0.1);
    }

    [Fact]
    public void Batch_norm_leaves_no_difference_between_units()
    {
        var prediction = Predict(Dense("one"), new NormSketch("norm", NormKind.Batch, 0));
        Assert.Equal(1, prediction.Find("norm")!.InputDriven.Value);
    }

    [Fact]
    public void Distances_are_counted_in_deviations() => Assert.Equal(2, new Estimate(1, 0.25).Distance(1.5));

    private static NetworkPrediction Predict(params LayerSketch[] layers) =>
        NetworkPredictor.Predict(new NetworkSketch(100, new InputSketch(50, 0, 1), layers));

    private static DenseSketch Dense(string name, WeightSketch? weights = null) =>
        new(name, 50, 50, weights ?? WeightSketch.Random(0.02), null, Tanh);
}
