using System.Globalization;
using System.Text;
using System.Text.Json;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;
using FanIn.Theory.Activations;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Tests.Results;

/// <summary>What a result says of the network that ran, and of what theory makes of it.</summary>
public sealed class PredictionTests
{
    [Fact]
    public void The_sketch_has_the_numbers_that_were_drawn()
    {
        var sketch = Run(e => e.Hidden.Weights.DrawNormal(0, 0.2), e => e.Hidden.Bias.DrawUniform(-0.3, 0.3)).Sketch!;

        Assert.Equal((50, new InputSketch(20, 0, 1)), (sketch.Batch, sketch.Input));
        var hidden = Assert.IsType<DenseSketch>(sketch.Layers[0]);
        Assert.Equal(("hidden", 20, 30, 0.2 * 0.2), (hidden.Name, hidden.FanIn, hidden.FanOut, hidden.Weights.Variance));
        Assert.Equal(0.03, hidden.Bias!.Variance, 1e-15);
        Assert.Equal(Math.Tanh(0.5), hidden.Activation!.Value(0.5), 1e-15);
        var output = Assert.IsType<DenseSketch>(sketch.Layers[^1]);
        Assert.Null(output.Activation);
        Assert.Null(output.Bias);
    }

    [Fact]
    public void Layers_of_other_kinds_are_in_it_and_a_residual_holds_its_branch()
    {
        var layers = Run().Sketch!.Layers;

        Assert.Equal(["hidden", "norm", "block", "out"], layers.Select(layer => layer.Name));
        Assert.Equal(new NormSketch("norm", NormKind.Layer, 1e-3), layers[1]);
        var block = Assert.IsType<ResidualSketch>(layers[2]);
        Assert.Equal(0.5, block.Scale);
        Assert.Equal(["inner", "act", "drop"], block.Branch.Select(layer => layer.Name));
        Assert.Equal(0.75, Assert.IsType<DropoutSketch>(block.Branch[2]).Keep);
    }

    [Theory]
    [InlineData("constant", "hidden: every value is the same number, and theory is about random ones")]
    [InlineData("mean", "hidden: its weights have a mean")]
    [InlineData("copied", "hidden: its weights were copied in")]
    [InlineData("identity", "hidden: its weights are not random")]
    [InlineData("looks-linear", "hidden: its weights mirror each other")]
    [InlineData("bias", "hidden: in its bias every value is the same number, and theory is about random ones")]
    [InlineData("input", "input: its values were copied in")]
    [InlineData("zeros", "hidden: its weights are all zero")]
    public void Where_theory_does_not_hold_there_is_a_reason(string what, string reason)
    {
        var result = Run(experiment => Change(experiment, what));

        Assert.Equal(reason, result.Prediction!.Obstacle);
        Assert.Empty(result.Prediction.Layers);
        Assert.Contains($"\"theory\":\"{reason}\"", Json(result), StringComparison.Ordinal);
        Assert.DoesNotContain("\"prediction\"", Json(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("uniform", 0.03)]
    [InlineData("truncated", 0.01 * 0.7737413035759)]
    [InlineData("sparse", 0.01 * 0.8)]
    [InlineData("orthogonal", 4.0 / 30)]
    public void Weights_count_by_their_variance(string what, double variance)
    {
        var sketch = Run(experiment => Change(experiment, what)).Sketch!;
        Assert.Equal(variance, Assert.IsType<DenseSketch>(sketch.Layers[0]).Weights.Variance, 1e-12);
    }

    [Fact]
    public void An_input_counts_by_its_moments()
    {
        Assert.Equal(new(20, 3, 4), Run(e => e.Input.DrawNormal(3, 2)).Sketch!.Input);
        Assert.Equal(new(20, 2, 0), Run(e => e.Input.DrawConstant(2)).Sketch!.Input);

        // Uniform over [0, 1): E x = 1/2, Var x = 1/12, Var x² = 1/5 − 1/9.
        var uniform = Run(e => e.Input.DrawUniform(0, 1)).Sketch!.Input;
        Assert.Equal((0.5, false), (uniform.Mean, uniform.IsNormal));
        Assert.Equal(1.0 / 12, uniform.Variance, 1e-15);
        Assert.Equal(1.0 / 5 - 1.0 / 9, uniform.SquareVariance!.Value, 1e-15);
    }

    [Fact]
    public void Equal_networks_share_one_prediction_and_the_seed_is_none_of_it()
    {
        var (first, second) = (Run(seed: 1), Run(seed: 2));
        Assert.Equal(first.Sketch, second.Sketch);
        Assert.Same(first.Prediction, second.Prediction);
        Assert.NotEqual(first.Sketch, Run(e => e.Hidden.Weights.DrawNormal(0, 0.21)).Sketch);
    }

    [Fact]
    public void Results_are_equal_whatever_theory_says_of_them()
    {
        var result = Run();
        var other = result with { Sketch = null };
        Assert.Equal(result, other);
        Assert.Equal(result.GetHashCode(), other.GetHashCode());
        Assert.Null(other.Prediction);
    }

    [Fact]
    public void Any_thread_may_ask()
    {
        var result = Run(e => e.Hidden.Weights.DrawNormal(0, 0.123));
        var asked = new NetworkPrediction?[8];
        Parallel.For(0, asked.Length, i => asked[i] = result.Prediction);
        Assert.All(asked, prediction => Assert.Same(asked[0], prediction));
    }

    [Fact]
    public void Distances_have_a_sign_and_stand_beside_value_and_deviation()
    {
        var result = Run();
        var (layer, prediction) = (result["hidden"], result.Prediction!.Find("hidden")!);
        var expected = (layer.Activations!.Std - prediction.Std.Value) / prediction.Std.Deviation;
        Assert.Equal(expected, PredictedStatistic.Std.Distance(prediction, layer));
        Assert.Equal(
            3, PredictedStatistic.Std.Distance(
                prediction, layer with { Activations = layer.Activations with { Std = At(prediction, 3) } })!.Value, 1e-9);
        Assert.Equal(
            -3, PredictedStatistic.Std.Distance(
                prediction, layer with { Activations = layer.Activations with { Std = At(prediction, -3) } })!.Value, 1e-9);
        Assert.Null(PredictedStatistic.Std.Distance(null, layer));
        Assert.Null(PredictedStatistic.Std.Distance(prediction, layer with { Activations = null }));

        using var json = JsonDocument.Parse(Json(result));
        var written = json.RootElement.GetProperty("experiments")[0].GetProperty("layers")[0].GetProperty("prediction");
        Assert.Equal(prediction.Std.Value, written.GetProperty("std").GetDouble(), prediction.Std.Value * 1e-5);
        Assert.Equal(prediction.Std.Deviation, written.GetProperty("std_sd").GetDouble(), prediction.Std.Deviation * 1e-5);
        Assert.Equal(expected, written.GetProperty("std_distance").GetDouble(), Math.Abs(expected) * 1e-5);
        Assert.Equal(prediction.LinearShare!.Value, written.GetProperty("linear_share").GetDouble(), 1e-5);
        Assert.False(written.TryGetProperty("linear_share_distance", out _));
        Assert.False(written.TryGetProperty("grad", out _));

        static double At(LayerPrediction prediction, double distance) => prediction.Std.Value + (distance * prediction.Std.Deviation);
    }

    [Fact]
    public void An_ensemble_stands_beside_the_prediction_of_a_single_run()
    {
        var builder = new EnsembleBuilder();
        foreach (var seed in (ulong[])[1, 2, 3])
            builder.Add(Run(seed: seed));
        var ensemble = builder.ToResult();

        Assert.Equal(Run().Sketch, ensemble.Sketch);
        using var buffer = new MemoryStream();
        ResultsJson.Write(buffer, [ensemble]);
        using var json = JsonDocument.Parse(buffer.ToArray());
        var layer = json.RootElement.GetProperty("experiments")[0].GetProperty("ensemble").GetProperty("layers")[0];
        var predicted = layer.GetProperty("prediction");
        var distance = (layer.GetProperty("std").GetProperty("mean").GetDouble() - predicted.GetProperty("std").GetDouble())
            / predicted.GetProperty("std_sd").GetDouble();
        Assert.Equal(distance, predicted.GetProperty("std_distance").GetDouble(), 1e-3);
    }

    [Fact]
    public void Seeds_of_unlike_networks_have_no_prediction_in_common()
    {
        var builder = new EnsembleBuilder();
        builder.Add(Run(seed: 1));
        builder.Add(Run(e => e.Hidden.Weights.DrawNormal(0, 1), seed: 2));
        Assert.Null(builder.ToResult().Prediction);
    }

    [Fact]
    public void The_text_is_this_whatever_the_culture()
    {
        var network = new NetworkSketch(
            11,
            new InputSketch(100, 0, 1),
            [
                new DenseSketch("hidden1", 100, 100, WeightSketch.Random(0.01), null, StandardActivations.Find("relu")),
                new DenseSketch("out", 100, 1, WeightSketch.Beyond("its weights were copied in"), null, null),
            ]);
        var result = Sample.Result with { Sketch = network };
        var culture = CultureInfo.CurrentCulture;
        string text;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            text = Json(result);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        // E relu² = 1/2, (E relu)² = 1/(2π).
        Assert.Contains("\"theory\":\"out: its weights were copied in\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"verdict\"", text, StringComparison.Ordinal);
        Assert.Contains(
            "\"prediction\":{\"q\":1,\"q_sd\":0.0", text, StringComparison.Ordinal);
        Assert.Contains("\"mean\":0.398942,\"mean_sd\":", text, StringComparison.Ordinal);
        Assert.Contains("\"std\":0.583819,\"std_sd\":", text, StringComparison.Ordinal);
        Assert.Contains("\"rms\":0.707107,", text, StringComparison.Ordinal);
        Assert.Single(text.Split("\"prediction\"").Skip(1));
    }

    [Fact]
    public void Findings_stand_in_the_results_with_what_was_measured_of_them()
    {
        var result = Run(e => e.Hidden.Weights.DrawNormal(0, 30));
        using var json = JsonDocument.Parse(Json(result));
        var experiment = json.RootElement.GetProperty("experiments")[0];

        Assert.Equal("saturated", experiment.GetProperty("verdict").GetString());
        var finding =
            experiment.GetProperty("findings").EnumerateArray().Single(finding => finding.GetProperty("id").GetString() == "FAN1003");
        Assert.Equal("hidden", finding.GetProperty("layer").GetString());
        Assert.Equal(0.25, finding.GetProperty("threshold").GetDouble());
        Assert.InRange(finding.GetProperty("value").GetDouble(), 0.95, 1);
        Assert.False(finding.TryGetProperty("measured", out _));
    }

    [Fact]
    public void Measured_facts_know_the_branches()
    {
        var facts = MeasuredFacts.Of(Run());
        Assert.Equal([0, 0, 1, 1, 1, 0, 0], facts.Select(layer => layer.Depth));
        Assert.Equal(Run()["hidden"].Activations!.Rms, facts[0].Rms.Value);
        Assert.True(double.IsNaN(facts[0].Saturated.Value));
        Assert.Null(facts[0].PreGradientRms);
    }

    private static void Change(Mixed experiment, string what)
    {
        var weights = experiment.Hidden.Weights;
        switch (what)
        {
            case "constant": weights.DrawConstant(0.5); break;
            case "zeros": weights.DrawConstant(0); break;
            case "mean": weights.DrawNormal(0.1, 0.2); break;
            case "copied": weights.CopyFrom(new double[600]); break;
            case "identity": weights.DrawIdentity(1, 1); break;
            case "looks-linear": weights.DrawLooksLinear(1, false, true); break;
            case "bias": experiment.Hidden.Bias.DrawConstant(1); break;
            case "input": experiment.Input.CopyFrom(new double[1000]); break;
            case "uniform": weights.DrawUniform(-0.3, 0.3); break;
            case "truncated": weights.DrawTruncatedNormal(0, 0.1, -2, 2, rescale: false); break;
            case "sparse": weights.DrawSparse(0.2, 0.1); break;
            case "orthogonal": weights.DrawOrthogonal(2); break;
            default: throw new ArgumentException(what, nameof(what));
        }
    }

    private static ExperimentResult Run(Action<Mixed>? first = null, Action<Mixed>? second = null, ulong seed = 0)
    {
        using var experiment = new Mixed(seed);
        experiment.Change = [first, second];
        return experiment.Run();
    }

    private static string Json(ExperimentResult result)
    {
        using var buffer = new MemoryStream();
        ResultsJson.Write(buffer, [result]);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>A network of every kind of layer but one: tanh, a norm, and a residual around linear, ReLU and dropout.</summary>
    private sealed class Mixed : Experiment<double>
    {
        private readonly LayerNorm<double> _norm;
        private readonly DenseLayer<double, Identity> _inner;
        private readonly ActivationLayer<double, Relu> _act;
        private readonly DropoutLayer<double> _drop;
        private readonly ResidualLayer<double> _block;
        private readonly DenseLayer<double, Identity> _out;

        public Mixed(ulong seed)
            : base(Definition, seed, RandomStream.Philox, 1)
        {
            Hidden = AddDense(default(Tanh));
            _norm = AddLayerNorm(1e-3);
            _inner = AddDense(default(Identity));
            _act = AddActivation(default(Relu));
            _drop = AddDropout();
            _block = AddResidual(0.5);
            _out = AddDense(default(Identity));
        }

        public DenseLayer<double, Tanh> Hidden { get; }

        public Action<Mixed>?[] Change { get; set; } = [];

        private static ExperimentDefinition Definition { get; } = new()
        {
            Id = "mixed",
            Name = "mixed",
            SourcePath = "mixed.yaml",
            SourceHash = "",
            Seed = 0,
            Stream = RandomStream.Philox,
            Dtype = "float64",
            Batch = 50,
            Features = 20,
            Input = "normal",
            Activations = new(10, (-1, 1)),
            Layers =
            [
                new("hidden", "hidden/1", 20, 30, "normal", "zeros", "tanh"),
                new("norm", "norm/1", 30, "layer_norm", "layer_norm"),
                new("inner", "inner/1", 30, 30, "normal", null, "identity"),
                new("act", "act/1", 30, "activation", "relu"),
                new("drop", "drop/1", 30, "dropout", "dropout"),
                new("block", "block/1", 30, "residual", "residual") { Skip = 2 },
                new("out", "out/1", 30, 5, "normal", null, "identity"),
            ],
        };

        public override void Draw()
        {
            RestartStream();
            Input.DrawNormal(0, 1);
            Hidden.Weights.DrawNormal(0, 0.2);
            Hidden.Bias.DrawConstant(0);
            _inner.Weights.DrawNormal(0, 0.25);
            _drop.DrawMask(keep: 0.75);
            _out.Weights.DrawNormal(0, 0.2);
            foreach (var change in Change)
                change?.Invoke(this);
        }

        public override void Forward() => ForEachBlock();

        protected override void ForwardBlock(int block)
        {
            foreach (var layer in Layers)
                layer.Forward(block);
        }

        public override void Observe()
        {
            foreach (var layer in Layers)
                layer.Observe();
        }

        private ILayer[] Layers => [Hidden, _norm, _inner, _act, _drop, _block, _out];
    }
}
