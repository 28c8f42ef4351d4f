using FanIn.Dsl.Advice;
using FanIn.Dsl.Tests.Support;
using FanIn.Dsl.Vocabulary;
using FanIn.Theory.Networks;

namespace FanIn.Dsl.Tests.Advice;

/// <summary>Whatever a file says, the advised one is healthy, or the advice admits that it isn't.</summary>
public class AdvisorTests
{
    private static readonly string[] Formulas = ["x * sigmoid(x)", "max(x, 0.1 * x)", "x / (1 + abs(x))", "exp(-x^2)"];

    public static TheoryData<string, int> Networks
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (string activation in Lexicon.Activations.Select(entry => entry.Name)
                .Select(name => name == "threshold" ? "{ threshold: { threshold: 0.5, value: 0 } }" : name)
                .Concat(Formulas.Select(formula => $"{{ formula: \"{formula}\" }}")))
            {
                data.Add(activation, 5);
                data.Add(activation, 25);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_advised_file_read_again_is_what_was_promised(string activation, int depth)
    {
        string yaml = $"input: {{ batch: 500, features: 100 }}\nlayers:\n  - {{ dense: 100, repeat: {depth}, init: INIT }}\n";
        string Written(string init, string phi, string bias) =>
            yaml.Replace("INIT", $"{init}, activation: {phi}, bias: {bias}", StringComparison.Ordinal);
        var advice = Advisor.Advise(Sketches.Of(Written("{ normal: { std: 0.01 } }", activation, "none")))!;
        var layer = advice.Layers[0];

        string advised = Written(layer.Initialiser, layer.Activation ?? activation, layer.Bias ?? "none");
        var taken = Sketches.Of(advised);

        var prediction = NetworkPredictor.Predict(taken);
        Assert.Equal(advice.Helps, prediction.Findings.Count == 0 && prediction.Obstacle is null);
        Assert.Equal(advice.Helps, Reads.Read(advised).Diagnostics.Count == 0);
        Assert.Equal(advice.Prediction.Findings.Select(finding => finding.Id), prediction.Findings.Select(finding => finding.Id));
        Assert.Equal(layer.Activation is not null || !advice.Helps, advice.Unhelped is not null);
        var dense = (DenseSketch)taken.Layers[0];
        Assert.Equal(layer.SigmaW, Math.Sqrt(100 * dense.Weights.Variance), 1e-9);
        Assert.Equal(layer.Std, Math.Sqrt(dense.Weights.Variance), 1e-9);
        Assert.Equal(layer.SigmaB, Math.Sqrt(dense.Bias?.Variance ?? 0), 1e-3);
    }

    [Theory]
    [InlineData("relu", "he_normal")]
    [InlineData("tanh", "lecun_normal")]
    [InlineData("selu", "lecun_normal")]
    [InlineData("identity", "lecun_normal")]
    [InlineData("leaky_relu", "edge_of_chaos")]
    [InlineData("gelu", "{ edge_of_chaos: { q: 1 } }")]
    public void Well_known_pairs_are_found(string activation, string initialiser)
    {
        var advice = Advisor.Advise(Sketches.OfLayers($"{{ dense: 100, repeat: 5, init: he_normal, activation: {activation} }}"))!;
        Assert.True(advice.Helps);
        Assert.All(advice.Layers, layer => Assert.Equal((initialiser, null), (layer.Initialiser, layer.Activation)));
    }

    [Theory]
    [InlineData("sigmoid", "tanh")]
    [InlineData("hard_sigmoid", "tanh")]
    [InlineData("softplus", "tanh")] // of ReLUs too many would be dead for ten inputs
    public void What_no_initialisation_helps_is_replaced(string activation, string other)
    {
        var advice = Advisor.Advise(Sketches.OfLayers($"{{ dense: 100, repeat: 25, init: he_normal, activation: {activation} }}"))!;
        Assert.True(advice.Helps);
        Assert.NotEmpty(advice.Unhelped!.Findings);
        Assert.All(advice.Layers, layer => Assert.Equal(other, layer.Activation));
    }

    [Fact]
    public void Weights_before_a_layer_of_rectifiers_are_hes_too()
    {
        const string block = "{ residual: { layers: [{ activation: relu }, { dense: 100, init: ones }] } }";
        var advice = Advisor.Advise(Sketches.OfLayers($"{block}, {block}"))!;
        Assert.Equal(["he_normal", "he_normal"], advice.Layers.Select(layer => layer.Initialiser));
    }

    [Fact]
    public void An_output_layer_keeps_its_identity()
    {
        var advice = Advisor.Advise(Sketches.OfLayers(
            "{ dense: 100, repeat: 5, init: he_normal, activation: sigmoid }, { dense: 10, name: output, init: he_normal }"))!;
        Assert.Null(advice.Layers[^1].Activation);
        Assert.Equal("tanh", advice.Layers[0].Activation);
    }

    [Fact]
    public void A_random_bias_that_the_advice_does_not_want_is_taken_back()
    {
        var layer = Advisor.Advise(Sketches.OfLayers(
            "{ dense: 100, repeat: 5, init: he_normal, activation: relu, bias: { normal: { std: 3 } } }"))!.Layers[0];
        Assert.Equal(("he_normal", "zeros"), (layer.Initialiser, layer.Bias));
        Assert.Null(
            Advisor.Advise(Sketches.OfLayers("{ dense: 100, repeat: 5, init: ones, activation: relu, bias: zeros }"))!.Layers[0].Bias);
    }

    [Fact]
    public void Variants_that_differ_in_their_initialisers_alone_have_one_shape()
    {
        NetworkSketch Of(string keys) => Sketches.OfLayers($"{{ dense: 60, repeat: 2, activation: tanh, {keys} }}").Shape();
        Assert.Equal(Of("init: ones"), Of("init: he_normal"));
        Assert.Equal(Of("init: ones, bias: zeros"), Of("init: lsuv, bias: ones"));
        Assert.NotEqual(Of("init: ones"), Of("init: ones, bias: zeros"));
    }
}
