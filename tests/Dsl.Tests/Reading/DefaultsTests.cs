using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Reading;

/// <summary>What holds when the file does not say.</summary>
public class DefaultsTests
{
    [Fact]
    public void The_shortest_file_has_every_default()
    {
        var result = Reads.Read(Reads.Body, "folder/deep-one.yaml");
        var experiment = result.Experiment!;
        var variant = Assert.Single(experiment.Variants);

        Assert.Equal(
            ("deep-one", "DeepOne", "", false), (experiment.Name, experiment.ClassName, experiment.Description, experiment.HasMatrix));
        Assert.Equal(("deep-one", "", "DeepOne"), (variant.Id, variant.Label, variant.ClassName));
        Assert.Equal((Seed.Zero, "philox", "float64", true), (variant.Seed, variant.Stream, variant.Dtype, variant.KeepAll));
        Assert.Equal(("normal", 0.0, 1.0), (variant.Input.Distribution!.Written,
            variant.Input.Distribution!.Arguments[0].Value.Value, variant.Input.Distribution!.Arguments[1].Value.Value));
        var layer = Assert.Single(variant.DenseLayers);
        Assert.Equal(("layer", "layer/1", "Layer", 4, 3), (layer.Name, layer.Path, layer.PropertyName, layer.FanIn, layer.FanOut));
        Assert.Equal("Identity", layer.Activation.RuntimeType);
        Assert.Null(layer.Bias);
        Assert.Equal(
            (30, 0.0, 1.0), (variant.Activations!.Bins, variant.Activations.Range!.Low.Value, variant.Activations.Range.High.Value));
        Assert.Null(variant.PreActivations);
        Assert.Null(variant.Weights);
        Assert.Empty(variant.Expectations);
        Assert.Null(variant.Figure);
    }

    [Theory]
    [InlineData("zeros", InitialiserKind.Constant, "value=0")]
    [InlineData("ones", InitialiserKind.Constant, "value=1")]
    [InlineData("{ constant: { value: 0.1 } }", InitialiserKind.Constant, "value=0.1")]
    [InlineData("normal", InitialiserKind.Normal, "mean=0 std=1")]
    [InlineData("{ normal: { mean: -1 } }", InitialiserKind.Normal, "mean=-1 std=1")]
    [InlineData("uniform", InitialiserKind.Uniform, "min=-1 max=1")]
    [InlineData("{ uniform: { max: 2 } }", InitialiserKind.Uniform, "min=-1 max=2")]
    [InlineData("lecun_normal", InitialiserKind.Normal, "mean=0 std=1 * sqrt(1 / 100)")]
    [InlineData("lecun_uniform", InitialiserKind.Uniform, "min=-(1 * sqrt(3 / 100)) max=1 * sqrt(3 / 100)")]
    [InlineData("he_normal", InitialiserKind.Normal, "mean=0 std=1 * sqrt(2 / 100)")]
    [InlineData("kaiming_normal", InitialiserKind.Normal, "mean=0 std=1 * sqrt(2 / 100)")]
    [InlineData("he_uniform", InitialiserKind.Uniform, "min=-(1 * sqrt(6 / 100)) max=1 * sqrt(6 / 100)")]
    [InlineData("xavier_normal", InitialiserKind.Normal, "mean=0 std=1 * sqrt(2 / (100 + 60))")]
    [InlineData("glorot_uniform", InitialiserKind.Uniform, "min=-(1 * sqrt(6 / (100 + 60))) max=1 * sqrt(6 / (100 + 60))")]
    [InlineData("{ xavier_normal: { gain: 5 / 3 } }", InitialiserKind.Normal, "mean=0 std=5 / 3 * sqrt(2 / (100 + 60))")]
    [InlineData("{ he_uniform: { gain: 2 } }", InitialiserKind.Uniform, "min=-(2 * sqrt(6 / 100)) max=2 * sqrt(6 / 100)")]
    public void An_initialiser_becomes_the_numbers_that_the_runtime_draws_with(string init, InitialiserKind kind, string arguments)
    {
        var experiment = Reads.Good($"input: {{ batch: 10, features: 100 }}\nlayers:\n  - {{ dense: 60, init: {init} }}\n");
        var weights = experiment.Variants[0].DenseLayers[0].Weights;

        Assert.Equal(kind, weights.Kind);
        Assert.Equal(arguments,
            string.Join(" ", weights.Arguments.Select(argument => $"{argument.Name}={FormulaPrinter.Print(argument.Value.Tree)}")));
    }

    [Theory]
    [InlineData("glorot_normal", "xavier_normal", "glorot_normal")]
    [InlineData("{ kaiming_uniform: { gain: sqrt( 2 ) } }", "he_uniform", "kaiming_uniform { gain: sqrt( 2 ) }")]
    [InlineData("{ normal: {} }", "normal", "normal")]
    [InlineData("{ normal: { std: \"2\\n  * 3\", mean: 1 } }", "normal", "normal { std: 2 * 3, mean: 1 }")]
    public void The_model_has_the_canonical_name_and_what_was_written(string init, string name, string written)
    {
        var weights = Reads.Good(
            $"input: {{ batch: 10, features: 100 }}\nlayers:\n  - {{ dense: 60, init: {init} }}\n").Variants[0].DenseLayers[0].Weights;

        Assert.Equal((name, written), (weights.Name, weights.Written));
    }

    [Fact]
    public void Biases_see_the_layers_fans_and_none_is_no_bias()
    {
        var layers = Reads.Good("""
            input: { batch: 10, features: 16 }
            layers:
              - { dense: 4, init: ones, bias: { uniform: { min: -1 / sqrt(fan_in), max: 1 / sqrt(fan_in) } } }
              - { dense: 2, init: ones, bias: none }
              - { dense: 1, init: ones, bias: zeros }
            """).Variants[0].DenseLayers;

        Assert.Equal((-0.25, 0.25), (layers[0].Bias!.Arguments[0].Value.Value, layers[0].Bias!.Arguments[1].Value.Value));
        Assert.Null(layers[1].Bias);
        Assert.Equal("zeros", layers[2].Bias!.Name);
    }

    [Fact]
    public void A_formula_sees_its_own_layers_numbers()
    {
        var layers = Reads.Good("""
            input: { batch: 10, features: 16 }
            layers:
              - { dense: 4, repeat: 2, init: { constant: { value: fan_in + 100 * fan_out + 1000 * layer + 10000 * depth } } }
              - { dense: 2, init: { constant: { value: fan_avg } } }
            """).Variants[0].DenseLayers;

        Assert.Equal([31416, 32404, 3], layers.Select(layer => layer.Weights.Arguments[0].Value.Value));
    }
}
