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
        Assert.Equal(expected, Written(prediction));
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
    public void Depth_decides(string activation, double sigmaW2, int depth, string expected) => Assert.Equal(
        expected, Written(NetworkPredictor.Predict(Networks.Square(activation, sigmaW2, depth))));

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

    private static string Written(NetworkPrediction prediction) =>
        string.Join(' ', prediction.Findings.Select(finding => $"{(int)finding.Kind}@{finding.Layer}"));
}
