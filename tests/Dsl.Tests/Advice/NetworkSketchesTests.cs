using FanIn.Dsl.Advice;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Tests.Support;
using FanIn.Dsl.Vocabulary;
using FanIn.Theory.Networks;

namespace FanIn.Dsl.Tests.Advice;

/// <summary>A file's network as theory sees it.</summary>
public class NetworkSketchesTests
{
    [Fact]
    public void Every_activation_of_the_vocabulary_is_the_function_that_its_formula_says() => Assert.All(Lexicon.Activations, entry =>
    {
        var numbers = entry.Parameters.Zip(entry.Numbers, (parameter, value) => (parameter.Name, Value: value + 0.03125))
            .ToDictionary(pair => pair.Name, pair => pair.Value);
        string written = string.Join(", ", numbers.Select(pair => $"{pair.Key}: {pair.Value:R}"));
        var phi = ((ActivationSketch)Sketches.OfLayers($"{{ activation: {{ {entry.Name}: {{ {written} }} }} }}").Layers[0]).Activation;
        var formula = FormulaFunction.Parse(entry.Formula, numbers);
        foreach (double x in new[] { -7.3, -1.2, -0.3, 0.2, 0.9, 4.1 })
        {
            Assert.Equal(formula.Value(x), phi.Value(x), 1e-12 * Math.Max(1, Math.Abs(phi.Value(x))));
            Assert.Equal(formula.Derivative(x), phi.Derivative(x), 1e-12 * Math.Max(1, Math.Abs(phi.Value(x))));
        }
    });

    [Fact]
    public void Equal_formulas_of_a_file_are_one_function_and_others_are_not()
    {
        var layers = Sketches.OfLayers(
            "{ dense: 4, repeat: 2, init: he_normal, activation: { formula: \"x * sigmoid(fan_out * x)\" } }, "
            + "{ dense: 5, init: he_normal, activation: { formula: \"x * sigmoid(fan_out * x)\" } }").Layers.Cast<DenseSketch>().ToList();
        Assert.Same(layers[0].Activation, layers[1].Activation);
        Assert.Equal(1 / (1 + Math.Exp(-4)), layers[0].Activation!.Value(1), 1e-15);
        Assert.Equal(1 / (1 + Math.Exp(-5)), layers[2].Activation!.Value(1), 1e-15);
    }

    [Fact]
    public void No_activation_leaves_pre_activations_as_they_are() => Assert.Null(Sketches.Layer("init: he_normal").Activation);

    [Fact]
    public void Residuals_hold_their_branches_again()
    {
        var sketch = Sketches.OfLayers(
            "{ dense: 8, init: he_normal }, { repeat: 2, layers: [ { residual: { scale: 0.5, layers: [ { activation: tanh }, "
            + "{ residual: { layers: [{ dense: 8, init: he_normal }] } }, "
            + "{ layer_norm: { epsilon: 1e-3 } } ] } } ] }, { dropout: { keep: 0.8 } }");
        Assert.Equal(
            ["DenseSketch", "ResidualSketch", "ResidualSketch", "DropoutSketch"], sketch.Layers.Select(layer => layer.GetType().Name));
        var outer = (ResidualSketch)sketch.Layers[2];
        Assert.Equal(("residual4", 0.5), (outer.Name, outer.Scale));
        Assert.Equal(["activation2", "residual3", "layer_norm2"], outer.Branch.Select(layer => layer.Name));
        Assert.Equal(["layer3"], ((ResidualSketch)outer.Branch[1]).Branch.Select(layer => layer.Name));
        Assert.Equal(new NormSketch("layer_norm2", NormKind.Layer, 1e-3), outer.Branch[2]);
        Assert.Equal(new DropoutSketch("dropout", 0.8), sketch.Layers[3]);
    }

    [Fact]
    public void Norms_and_pre_activations_are_layers() => Assert.Equal(
        ["rms_norm:NormSketch", "batch_norm:NormSketch", "layer-activation:ActivationSketch", "layer:DenseSketch"],
        Sketches.OfLayers("rms_norm, batch_norm, { dense: 3, init: he_normal, order: pre_activation, activation: relu }")
            .Layers.Select(layer => $"{layer.Name}:{layer.GetType().Name}"));

    [Theory]
    [InlineData("normal", 0, 1, true)]
    [InlineData("{ normal: { mean: 2, std: 3 } }", 2, 9, true)]
    [InlineData("{ uniform: { min: 0, max: 1 } }", 0.5, 1.0 / 12, false)]
    [InlineData("{ constant: { value: 3 } }", 3, 0, true)]
    [InlineData("truncated_normal", 0, 0.7737413035499232, false)]
    public void The_input_has_its_moments(string distribution, double mean, double variance, bool isNormal)
    {
        var input =
            Sketches.Of($"input: {{ batch: 7, features: 4, distribution: {distribution} }}\nlayers: [{{ activation: relu }}]\n").Input;
        Assert.Equal((4, isNormal), (input.Width, input.IsNormal));
        Assert.Equal(mean, input.Mean, 1e-12);
        Assert.Equal(variance, input.Variance, 1e-12);
    }

    /// <summary>Var x² by integration: 4/45 over [0, 1], and of a normal distribution cut at ±2 E z⁴ − (E z²)².</summary>
    [Theory]
    [InlineData("{ uniform: { min: 0, max: 1 } }", 4.0 / 45)]
    [InlineData("truncated_normal", 1.4161891248494625 - (0.7737413035499232 * 0.7737413035499232))]
    public void The_squares_of_bounded_inputs_have_their_variance(string distribution, double expected) => Assert.Equal(
        expected,
        Sketches.Of($"input: {{ batch: 7, features: 4, distribution: {distribution} "
            + $"}}\nlayers: [{{ activation: relu }}]\n").Input.SquareVariance!.Value,
        1e-12);

    [Theory]
    [InlineData("{ dense: 3, init: he_normal, activation: MyLab.Snake }",
        "layer1: its activation is a type of your own, which is known to the run alone")]
    [InlineData("{ dense: 3, init: eye, activation: MyLab.Snake }", "layer1: its weights are not random")]
    [InlineData("{ activation: MyLab.Snake }", "activation: its activation is a type of your own, which is known to the run alone")]
    public void Where_theory_ends_it_says_why(string layer, string obstacle)
    {
        var prediction =
            NetworkPredictor.Predict(Sketches.OfLayers($"{layer}, {{ dense: 3, init: he_normal }}, {{ dense: 3, init: he_normal }}"));
        Assert.Equal(obstacle.Replace("layer1", layer.Contains("dense") ? "layer1" : "activation"), prediction.Obstacle);
        Assert.Empty(prediction.Findings);
    }

    [Fact]
    public void An_input_of_the_users_own_has_no_prediction() => Assert.Equal(
        "input: it is drawn by a type of your own",
        NetworkPredictor.Predict(
            Sketches.Of("input: { batch: 7, features: 4, distribution: MyLab.Draw }\nlayers: [{ dense: 3, init: he_normal }]\n")).Obstacle);

    [Fact]
    public void Each_variant_has_its_own()
    {
        var variants =
            Reads.Good($"{Sketches.Input}layers: [{{ dense: 50, init: {{ normal: {{ std: s }} }} }}]\nmatrix: {{ s: [1, 3] }}\n").Variants;
        Assert.Equal([1, 9], variants.Select(variant => ((DenseSketch)NetworkSketches.Of(variant).Layers[0]).Weights.Variance));
    }
}
