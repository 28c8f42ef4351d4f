using FanIn.Theory.Activations;
using FanIn.Theory.Networks;

namespace FanIn.Theory.Tests;

/// <summary>What is found before anything is drawn.</summary>
public class FindingTests
{
    [Theory]
    [InlineData("sigmoid-std1", "3@1", Verdict.Saturated)]
    [InlineData("sigmoid-std0.01", "4@1 6@2", Verdict.InputBlind)]
    [InlineData("sigmoid-xavier", "4@1 6@4", Verdict.InputBlind)]
    [InlineData("sigmoid-he", "4@1 6@4", Verdict.InputBlind)]
    [InlineData("relu-std1", "2@3 5@1", Verdict.Exploding)]
    [InlineData("relu-std0.01", "1@3 4@1", Verdict.Vanishing)]
    [InlineData("relu-xavier", "", Verdict.Healthy)]
    [InlineData("relu-he", "", Verdict.Healthy)]
    [InlineData("tanh-std1", "3@1 5@1 7@5", Verdict.Saturated)]
    [InlineData("tanh-std0.01", "1@3 4@1", Verdict.Vanishing)]
    [InlineData("tanh-xavier", "", Verdict.Healthy)]
    [InlineData("tanh-he", "", Verdict.Healthy)]
    public void The_chapters_twelve_have_sixteen(string experiment, string expected, Verdict verdict)
    {
        var prediction = NetworkPredictor.Predict(Networks.Chapter(experiment));
        Assert.Equal(expected, Written(prediction.Findings));
        Assert.Equal(expected, Written(NetworkFindings.Of(Networks.Chapter(experiment)).Findings));
        Assert.Equal(verdict, prediction.Verdict);
        Assert.All(prediction.Findings, finding => Assert.True(finding.HoldsWithin(3), finding.ToString()));
    }

    [Theory]
    [InlineData("relu", 1, 9, "")]
    [InlineData("relu", 1, 10, "1@10 4@1")]
    [InlineData("relu", 2, 84, "8@42")]
    [InlineData("relu", 2, 85, "6@85 8@42")]
    [InlineData("tanh", 2, 57, "")]
    [InlineData("tanh", 2, 58, "7@58")]
    [InlineData("tanh", 2, 69, "7@58")]
    [InlineData("tanh", 2, 70, "5@1 7@58")]
    [InlineData("tanh", 1, 284, "")]
    [InlineData("tanh", 1, 285, "4@1")]
    public void Depth_decides(string activation, double sigmaW2, int depth, string expected)
    {
        var network = Networks.Square(activation, sigmaW2, depth);
        Assert.Equal(expected, Written(NetworkPredictor.Predict(network).Findings));
        Assert.Equal(expected, Written(NetworkFindings.Of(network).Findings));
    }

    public static TheoryData<string> Activations => [.. StandardActivations.Names];

    /// <summary>What a compiler asks for is what a prediction says, without its bands.</summary>
    [Theory]
    [MemberData(nameof(Activations))]
    public void Findings_alone_are_those_of_the_prediction(string activation)
    {
        foreach (var sigmaW2 in new[] { 0.04, 1, 2, 4, 100 })
        {
            foreach (var depth in new[] { 3, 30 })
            {
                AssertSame(Networks.Square(activation, sigmaW2, depth));
                AssertSame(
                    Networks.Chain(activation, [.. Enumerable.Range(0, depth).Select(i => i % 2 == 0 ? 60 : 200)], 100, sigmaW2, 0.1));
            }
        }
    }

    [Theory]
    [InlineData(NormKind.Batch, 1.0)]
    [InlineData(NormKind.Layer, 4.0)]
    [InlineData(NormKind.Rms, 0.01)]
    public void Findings_alone_are_those_of_the_prediction_in_any_structure(NormKind norm, double sigmaW2)
    {
        foreach (var activation in new[] { "relu", "sigmoid", "hard_tanh", "silu", "softplus" })
        {
            var dense = Networks.Square(activation, sigmaW2, 30).Layers;
            var linear = new DenseSketch("last", 100, 100, WeightSketch.Random(sigmaW2 / 100), null, null);
            LayerSketch[][] structures =
            [
                [.. dense.Select(layer => new ResidualSketch($"sum {layer.Name}", [layer, linear], 0.5))],
                [.. dense.SelectMany(layer => new[] { layer, new NormSketch($"norm {layer.Name}", norm, 1e-5) })],
                [.. dense.SelectMany(layer => new[] { layer, new DropoutSketch($"drop {layer.Name}", 0.8) })],
                [new ResidualSketch("outer", [dense[0], new NormSketch("norm", norm, 0), dense[1]], 1), .. dense.Skip(2)],
                [dense[0], new OpaqueSketch("mine", "it is drawn by a type of your own")],
                [dense[0], linear with { Weights = WeightSketch.Constant(0.1) }, dense[1]],
            ];
            foreach (var layers in structures)
            {
                AssertSame(new NetworkSketch(300, new InputSketch(100, 0.5, 1), layers));
                AssertSame(new NetworkSketch(300, new InputSketch(100, 0, 1), layers) { Upstream = WeightSketch.Constant(1) });
            }
        }
    }

    [Fact]
    public void Findings_alone_end_at_a_pole_as_the_prediction_does()
    {
        ScalarFunction[] poles =
        [
            new(x => 1 / x, x => -1 / (x * x), 0),
            new(x => Math.Sqrt(Math.Abs(x)), x => Math.Sign(x) / (2 * Math.Sqrt(Math.Abs(x))), 0),
        ];
        foreach (var pole in poles)
        {
            var network = Networks.Square("tanh", 2);
            AssertSame(network with { Layers = [.. network.Layers.Select(layer => (DenseSketch)layer with { Activation = pole })] });
        }
    }

    /// <summary>A distance that is not looked at is bounded by one that is.</summary>
    [Theory]
    [InlineData("tanh", 2)]
    [InlineData("silu", 4)]
    [InlineData("elu", 2)]
    public void Distances_are_bounded_where_nothing_hangs_on_them(string activation, double sigmaW2)
    {
        var network = Networks.Square(activation, sigmaW2, 3);
        var (bounds, values) = (NetworkFindings.Of(network).Layers, NetworkPredictor.Predict(network).Layers);
        Assert.All(bounds.Zip(values), pair => Assert.InRange(
            pair.First.Distance.Value, FindingRules.SmallestDistance, pair.Second.CosineDistance * (1 + 1e-5)));
    }

    private static void AssertSame(NetworkSketch network)
    {
        var (alone, prediction) = (NetworkFindings.Of(network), NetworkPredictor.Predict(network));
        Assert.Equal(prediction.Obstacle, alone.Obstacle);
        Assert.Equal(prediction.Layers.Select(layer => (layer.Name, layer.Depth)), alone.Layers.Select(layer => (layer.Name, layer.Depth)));
        Assert.Equal(
            prediction.Findings.Select(finding => (finding.Kind, finding.Layer)), alone.Findings
                .Select(finding => (finding.Kind, finding.Layer)));
        foreach (var (expected, actual) in prediction.Findings.Zip(alone.Findings))
        {
            Close.Relative(expected.Value, actual.Value, 2e-5, $"{expected.Kind} of {expected.Layer}");
        }
    }

    [Fact]
    public void Measured_numbers_are_judged_by_the_same_rules()
    {
        var first = new LayerFacts("one", 0) { Rms = new Estimate(1, double.NaN) };
        LayerFacts[] layers =
        [
            first,
            new("inner", 1) { Rms = new Estimate(1e-9, double.NaN), Saturated = new Estimate(0.3, double.NaN) },
            new("two", 0) { Rms = new Estimate(0.04, double.NaN), PreGradientRms = new Estimate(60, double.NaN) },
            new("three", 0) { Rms = new Estimate(0.03, double.NaN), PreGradientRms = new Estimate(2, double.NaN) },
        ];

        var findings = FindingRules.Of(layers);
        Assert.Equal(
            [(FindingKind.VanishingSignal, "two", 0.04),
                (FindingKind.Saturation, "inner", 0.3), (FindingKind.ExplodingGradient, "two", 30)],
            findings.Select(finding => (finding.Kind, finding.Layer, finding.Value)));
        Assert.Equal(Verdict.Vanishing, FindingRules.VerdictOf(findings));
        Assert.Equal(0.03, FindingRules.Value(FindingKind.VanishingSignal, "three", layers)!.Value.Value);
        Assert.Equal(30, FindingRules.Value(FindingKind.VanishingGradient, "", layers)!.Value.Value);
        Assert.Null(FindingRules.Value(FindingKind.DeadUnits, "three", layers));
        Assert.Null(FindingRules.Value(FindingKind.VanishingSignal, "nobody", layers));
        Assert.Empty(FindingRules.Of([first]));
        Assert.Empty(FindingRules.Of([]));
    }

    [Fact]
    public void What_decides_the_verdict_comes_first_and_a_kind_but_once()
    {
        var prediction = NetworkPredictor.Predict(Networks.Chapter("sigmoid-xavier"));
        Assert.Equal(
            [FindingKind.IndistinguishableInputs, FindingKind.VanishingGradient], FindingRules.ByWeight(prediction.Findings)
                .Select(finding => finding.Kind));
        Assert.Equal(["FAN1004", "FAN1006"], prediction.Findings.Select(finding => finding.Id));
        Assert.Equal("input-blind", prediction.Verdict.Word());
        Assert.Equal(
            ["healthy", "saturated", "vanishing", "exploding", "input-blind", "chaotic"], Enum.GetValues<Verdict>()
                .Select(verdict => verdict.Word()));
    }

    private static string Written(IEnumerable<Finding> findings) =>
        string.Join(' ', findings.Select(finding => $"{(int)finding.Kind}@{finding.Layer}"));
}
