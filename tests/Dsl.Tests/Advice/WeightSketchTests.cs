using FanIn.Dsl.Advice;
using FanIn.Dsl.Tests.Support;
using FanIn.Dsl.Vocabulary;
using FanIn.Theory.Networks;

namespace FanIn.Dsl.Tests.Advice;

/// <summary>What theory is told of weights and biases: the documented standard deviation, or why there is none.</summary>
public class WeightSketchTests
{
    /// <summary>60 units behind 100, tanh; the numbers by hand from the documented formulas.</summary>
    [Theory]
    [InlineData("normal", 1)]
    [InlineData("{ normal: { std: 0.01 } }", 0.01)]
    [InlineData("{ normal: { std: sqrt(2 / fan_in) } }", 0.1414213562373095)]
    [InlineData("uniform", 0.5773502691896258)]
    [InlineData("{ uniform: { min: -0.07, max: 0.07 } }", 0.04041451884327381)]
    [InlineData("truncated_normal", 0.8796256610342398)]
    [InlineData("{ truncated_normal: { std: 0.02, sigmas: 3, rescale: true } }", 0.02)]
    [InlineData("{ truncated_normal: { std: 0.5, min: -1, max: 1 } }", 0.4398128305171199)]
    [InlineData("variance_scaling", 0.1)]
    [InlineData("{ variance_scaling: { scale: 2, mode: fan_avg, distribution: uniform } }", 0.15811388300841897)]
    [InlineData("{ variance_scaling: { mode: fan_geo_avg, distribution: normal } }", 0.11362193664674995)]
    [InlineData("lecun_normal", 0.1)]
    [InlineData("lecun_uniform", 0.1)]
    [InlineData("he_normal", 0.1414213562373095)]
    [InlineData("{ he_normal: { truncated: true } }", 0.1414213562373095)]
    [InlineData("{ he_uniform: { mode: fan_out } }", 0.18257418583505536)]
    [InlineData("xavier_normal", 0.11180339887498948)]
    [InlineData("{ xavier_uniform: { gain: torch } }", 0.18633899812498247)]
    [InlineData("{ lecun_normal: { gain: exact, nonlinearity: relu } }", 0.1414213562373095)]
    [InlineData("{ orthogonal: { gain: 2 } }", 0.2)]
    [InlineData("{ sparse: { sparsity: 0.25, std: 0.2 } }", 0.17320508075688773)]
    [InlineData("{ sparse: { sparsity: 0.99 } }", 0)]
    [InlineData("edge_of_chaos", 0.1)]
    [InlineData("siren", 0.005773502691896258)]
    [InlineData("random_walk", 0.14317087661298528)]
    [InlineData("torch_default", 0.05773502691896258)]
    [InlineData("keras_default", 0.11180339887498948)]
    [InlineData("flax_default", 0.1)]
    [InlineData("mxnet_default", 0.04041451884327381)]
    [InlineData("tf_playground", 0.2886751345948129)]
    public void The_std_is_that_of_the_documented_formula(string init, double std)
    {
        var weights = Layer($"init: {init}").Weights;
        Assert.Null(weights.Obstacle);
        Assert.Equal(std, Math.Sqrt(weights.Variance), 1e-12);
    }

    [Theory]
    [InlineData("zeros", true, null)]
    [InlineData("ones", true, "every value is the same number, and theory is about random ones")]
    [InlineData("{ constant: { value: 0.3 } }", true, "every value is the same number, and theory is about random ones")]
    [InlineData("{ normal: { std: 0 } }", true, null)]
    [InlineData("{ uniform: { min: 2, max: 2 } }", true, "every value is the same number, and theory is about random ones")]
    [InlineData("{ normal: { mean: 0.1 } }", false, "its weights have a mean")]
    [InlineData("{ uniform: { min: 0, max: 1 } }", false, "its weights have a mean")]
    [InlineData("{ truncated_normal: { min: 0, max: 2 } }", false, "its weights have a mean")]
    [InlineData("eye", false, "its weights are not random")]
    [InlineData("dirac", false, "its weights are not random")]
    [InlineData("looks_linear", false, "its weights mirror each other")]
    [InlineData("lsuv", false, "its weights depend on the data")]
    [InlineData("{ data_dependent: { centre: false } }", false, "its weights depend on the data")]
    [InlineData("MyLab.Draw", false, "its weights are drawn by a type of your own")]
    public void What_theory_does_not_cover_says_why(string init, bool isConstant, string? obstacle)
    {
        var weights = Layer($"init: {init}").Weights;
        Assert.Equal(isConstant, weights.IsConstant);
        Assert.Equal(obstacle, weights.Obstacle);
    }

    [Fact]
    public void No_initialiser_is_forgotten() => Assert.All(Lexicon.Initialisers, entry =>
    {
        string numbers =
            string.Join(", ", entry.Parameters.Where(parameter => parameter.IsRequired).Select(parameter => $"{parameter.Name}: 0.5"));
        var weights = Layer($"init: {{ {entry.Name}: {{ {numbers} }} }}, bias: zeros").Weights;
        Assert.True(weights.Variance > 0 || weights.IsConstant
            || weights.Obstacle is { Length: > 10 } and not "its weights are drawn by a type of your own");
    });

    [Theory]
    [InlineData("init: he_normal", null)]
    [InlineData("init: he_normal, bias: zeros", 0.0)]
    [InlineData("init: he_normal, bias: { normal: { std: 0.3 } }", 0.09)]
    [InlineData("init: he_normal, bias: lecun_normal", 0.01)]
    [InlineData("init: { edge_of_chaos: { sigma_b: 0.3 } }", 0.09)]
    [InlineData("init: torch_default", 0.003333333333333)]
    public void A_bias_has_its_variance(string keys, double? variance)
    {
        var bias = Layer(keys).Bias;
        Assert.Null(bias?.Obstacle);
        Assert.Equal(variance, bias is null ? null : Math.Round(bias.Variance, 15));
    }

    [Theory]
    [InlineData("init: tf_playground", "every value is the same number, and theory is about random ones")]
    [InlineData("init: he_normal, bias: { normal: { mean: 1 } }", "its values have a mean")]
    [InlineData("init: data_dependent, bias: zeros", "its values depend on the data")]
    public void A_bias_says_why_as_well(string keys, string obstacle) => Assert.Equal(obstacle, Layer(keys).Bias!.Obstacle);

    /// <summary>σ_w² E φ′² = 1 at the fixed point that the file asks for.</summary>
    [Fact]
    public void The_edge_of_chaos_is_critical()
    {
        var sketch = Sketches.Of("input: { batch: 100, features: 100, distribution: { normal: { std: 1 } } }\nlayers:\n"
            + "  - { dense: 100, repeat: 40, init: { edge_of_chaos: { q: 0.5 } }, activation: tanh }\n");
        var layers = NetworkPredictor.Predict(sketch).Layers;
        Assert.Equal(0.5, layers[39].Q!.Value.Value, 0.01);
        Assert.Equal(1, layers[38].Chi!.Value, 0.02);
    }

    [Fact]
    public void Without_an_edge_of_chaos_there_is_no_prediction() => Assert.Equal(
        "theory has no number for its weights",
        Sketches.Layer("init: edge_of_chaos, activation: softplus").Weights.Obstacle);

    [Fact]
    public void Parameters_count_with_their_defaults()
    {
        var layer = (DenseSketch)Sketches.Of("parameters: { s: 0.4, b: s / 2 }\ninput: { batch: 1, features: 100 }\nlayers:\n"
            + "  - { dense: 60, init: { normal: { std: s / sqrt(fan_in) } }, bias: { normal: { std: b } }, activation: tanh }\n"
            + "  - { dense: 60, init: { edge_of_chaos: { sigma_b: b } }, activation: tanh }\n").Layers[0];
        Assert.Equal(0.0016, layer.Weights.Variance, 1e-15);
        Assert.Equal(0.04, layer.Bias!.Variance, 1e-15);
    }

    private static DenseSketch Layer(string keys) => Sketches.Layer($"{keys}, activation: tanh");
}
