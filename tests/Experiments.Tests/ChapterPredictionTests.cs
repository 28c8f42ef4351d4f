using FanIn.Runtime.Experiments;
using FanIn.Runtime.Results;
using FanIn.Theory.Networks;

namespace FanIn.Experiments.Tests;

/// <summary>
/// The chapter's twelve from YAML to result: what theory says of them to its published digits, and that they do what it says. The numbers
/// were computed apart from this project, by quadrature and on 400 networks.
/// </summary>
public class ChapterPredictionTests
{
    [Theory]
    [InlineData("sigmoid-std1", 100, 44.208, 0.45906, 0.43826, 0.0066, 0.813, 0.993, 0.7871)]
    [InlineData("sigmoid-std0.01", 0.01, 0.0025016, 0.024938, 0.012496, 0.00088, 0.0249, 0.0250, 3.889e-7)]
    [InlineData("sigmoid-xavier", 1, 0.26469, 0.20828, 0.12119, 0.0081, 0.212, 0.236, 2.769e-3)]
    [InlineData("sigmoid-he", 2, 0.55533, 0.26157, 0.16627, 0.0106, 0.272, 0.318, 8.618e-3)]
    [InlineData("relu-std1", 100, 6.25e8, 5.8382, 14595, 1993, 7.071, 7.071, 2500)]
    [InlineData("relu-std0.01", 0.01, 6.25e-12, 0.058382, 1.4595e-6, 2.0e-7, 0.0707, 0.0707, 2.5e-5)]
    [InlineData("relu-xavier", 1, 0.0625, 0.58382, 0.14595, 0.020, 0.7071, 0.7071, 0.25)]
    [InlineData("relu-he", 2, 2, 0.82565, 0.82565, 0.113, 1, 1, 1)]
    [InlineData("tanh-std1", 100, 91.705, 0.95945, 0.95763, 0.00055, 2.304, 2.355, 30.06)]
    [InlineData("tanh-std0.01", 0.01, 9.80e-11, 0.099023, 9.9013e-6, 2.8e-7, 0.0990, 0.1, 9.902e-5)]
    [InlineData("tanh-xavier", 1, 0.12790, 0.62793, 0.32162, 0.0054, 0.681, 0.884, 0.4098)]
    [InlineData("tanh-he", 2, 0.66572, 0.72109, 0.56726, 0.0049, 0.836, 1.027, 0.8245)]
    public void Sizes_and_slopes_are_those_of_the_table(
        string label, double q1, double q5, double std1, double std5, double sd5, double slope1, double slope4, double gradient)
    {
        var layers = Run("gradients", label).Prediction!.Layers;

        Digits(q1, layers[0].Q!.Value.Value);
        Digits(q5, layers[4].Q!.Value.Value, 5e-4);
        Digits(std1, layers[0].Std.Value);
        Digits(std5, layers[4].Std.Value);
        Digits(sd5, layers[4].Std.Deviation, 0.03);
        Digits(slope1, Math.Sqrt(layers[0].Chi!.Value), 0.003);
        Digits(slope4, Math.Sqrt(layers[3].Chi!.Value), 0.003);
        Digits(gradient, layers[0].PreGradientRms!.Value.Value / layers[4].PreGradientRms!.Value.Value);
    }

    [Theory]
    [InlineData("sigmoid-std1", 0.4388, 0.6475, 0.7544, 0.8163)]
    [InlineData("sigmoid-xavier", 0.8517, 0.99099, 0.99950, 0.999972)]
    [InlineData("sigmoid-he", 0.7828, 0.97581, 0.99754, 0.99975)]
    [InlineData("relu-std1", 0.2581, 0.4209, 0.5324, 0.6130)]
    [InlineData("relu-std0.01", 0.2581, 0.4209, 0.5324, 0.6130)]
    [InlineData("relu-xavier", 0.2581, 0.4209, 0.5324, 0.6130)]
    [InlineData("relu-he", 0.2581, 0.4209, 0.5324, 0.6130)]
    [InlineData("tanh-std1", 0.001, 0.001, 0.001, 0.001)]
    [InlineData("tanh-he", 0.001, 0.001, 0.001, 0.001)]
    public void So_is_what_no_input_changes(string label, params double[] unitShares)
    {
        var layers = Run("activation-histograms", label).Prediction!.Layers;
        Assert.All(unitShares.Zip(layers.Skip(1)), pair => Assert.Equal(pair.First, pair.Second.UnitShare, 0.00006));
    }

    [Fact]
    public void The_tiniest_input_driven_shares_keep_their_digits()
    {
        var layers = Run("activation-histograms", "sigmoid-std0.01").Prediction!.Layers;
        Assert.All(
            new[] { 1.55e-6, 9.7e-10, 6.0e-13 }.Zip(layers.Skip(2)), pair => Digits(pair.First, pair.Second.InputDriven.Value, 0.01));
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public void Every_seed_lies_within_four_deviations(string label)
    {
        for (ulong seed = 0; seed < 3; seed++)
        {
            var result = Run("gradients", label, seed);
            foreach (var layer in result.Layers)
            {
                var prediction = result.Prediction!.Find(layer.Name);
                Assert.InRange(PredictedStatistic.Std.Distance(prediction, layer)!.Value, -4, 4);
                Assert.InRange(PredictedStatistic.Rms.Distance(prediction, layer)!.Value, -4, 4);
                Assert.InRange(PredictedStatistic.InputDriven.Distance(prediction, layer)!.Value, -5, 5);
                Assert.InRange(PredictedStatistic.PreGradientRms.Distance(prediction, layer)!.Value, -5, 5);
            }
        }
    }

    [Fact]
    public void What_is_set_for_a_run_changes_its_prediction()
    {
        var options = new ExperimentOptions { Settings = [new("hidden.init.std", 0.1)] };
        using var experiment = Entry("activation-histograms/sigmoid-std1").Create(options);
        var prediction = experiment.Run().Prediction!;
        Digits(0.12119, prediction.Layers[4].Std.Value);
        Assert.Equal(Verdict.InputBlind, prediction.Verdict);
    }

    [Fact]
    public void Every_layer_of_the_gallery_has_a_prediction_or_its_network_a_reason()
    {
        foreach (var entry in ExperimentCatalog.All.Where(entry => entry.Definition.Training is null))
        {
            using var experiment = entry.Create(new ExperimentOptions());
            var result = experiment.Run();
            var prediction = result.Prediction!;
            Assert.True(
                prediction.Obstacle is not null
                    || prediction.Layers.Select(layer => layer.Name).SequenceEqual(result.Layers.Select(layer => layer.Name)),
                $"{entry.Definition.Id}: {string.Join(", ", prediction.Layers.Select(layer => layer.Name))}");
            Assert.All(prediction.Layers, layer => Assert.True(layer.Std.Value > 0, $"{entry.Definition.Id} {layer.Name}"));
        }
    }

    public static TheoryData<string> Labels =>
        new(from activation in new[] { "sigmoid", "relu", "tanh" }
            from scale in new[] { "std1",
            "std0.01", "xavier", "he" }
            select $"{activation}-{scale}");

    private static void Digits(double expected, double actual, double tolerance = 2e-4) =>
        Assert.InRange(actual, expected * (1 - tolerance), expected * (1 + tolerance));

    private static ExperimentResult Run(string name, string label, ulong seed = 0)
    {
        using var experiment = Entry($"{name}/{label}").Create(new ExperimentOptions(Seed: seed));
        return experiment.Run();
    }

    private static ExperimentEntry Entry(string id) => ExperimentCatalog.All.Single(entry => entry.Definition.Id == id);
}
