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

    private static string Written(NetworkPrediction prediction) =>
        string.Join(' ', prediction.Findings.Select(finding => $"{(int)finding.Kind}@{finding.Layer}"));
}
