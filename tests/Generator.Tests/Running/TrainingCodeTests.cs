using FanIn.Generator.Tests.Hosting;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Results;

namespace FanIn.Generator.Tests.Running;

/// <summary>Trainings as a file describes them, compiled and run.</summary>
public class TrainingCodeTests
{
    private const string Clouds = """
        experiment: clouds
        train:
          data: { mixture: { classes: 3, features: 5, samples: 300, separation: 6 } }
          steps: 60
          batch: 24
          learning_rate: 0.1
          optimizer: sgd
          observe_at: [0, 7]
        layers:
          - { dense: 9, name: hidden, init: he_normal, bias: zeros, activation: tanh }
          - LAYER
          - { dense: 3, name: output, init: he_normal, bias: zeros }

        """;

    /// <summary>Every optimizer, loss and kind of layer, of which several sit between the dense ones, learns what is easy.</summary>
    [Theory]
    [InlineData("sgd", "softmax_cross_entropy", "layer_norm", "float64")]
    [InlineData("momentum", "softmax_cross_entropy", "rms_norm", "float32")]
    [InlineData("adam", "softmax_cross_entropy", "batch_norm", "float64")]
    [InlineData("{ adam: { beta1: 0.5 } }", "mse", "{ activation: silu }", "float32")]
    [InlineData("{ momentum: { beta: 0.5 } }", "mse",
        "{ residual: { layers: [{ dense: 9, init: he_normal, activation: { formula: x * sigmoid(x) } }] } }", "float64")]
    public void It_learns(string optimizer, string loss, string layer, string dtype) =>
        Load(Clouds.Replace("sgd", optimizer + "\n  loss: " + loss).Replace("LAYER", layer) + $"dtype: {dtype}\n", entry =>
        {
            using var experiment = entry.Create(new());
            var result = experiment.Run();
            var training = result.Training!;

            Assert.Equal(60, training.Losses.Length);
            Assert.Equal([0, 7, 60], training.Checkpoints.Select(checkpoint => checkpoint.Step));
            Assert.Equal((240, 60), (training.Samples, training.HeldOut));
            Assert.True(training.Loss < 0.6 * training.Checkpoints[0].Loss, $"{training.Checkpoints[0].Loss} to {training.Loss}");
            Assert.True(training.Accuracy > 0.8, $"{training.Accuracy}");
            Assert.Equal(result, experiment.Run());
        });

    [Fact]
    public void What_is_observed_is_observed_at_every_step_that_was_asked_for() =>
        Load(Clouds.Replace("  - LAYER\n", "") + "observe: [activations, weights, preactivations, spectrum]\n", entry =>
        {
            using var experiment = entry.Create(new());
            var result = experiment.Run();

            Assert.All(result.Training!.Checkpoints, checkpoint => Assert.All(checkpoint.Layers, layer =>
            {
                Assert.NotNull(layer.Weights);
                Assert.NotNull(layer.PreActivations);
                Assert.NotNull(layer.Gradients);
                Assert.NotNull(layer.WeightGradients);
            }));
            Assert.Equal(3, result.Training.Checkpoints.Select(checkpoint => checkpoint.Layers[0].Weights!.Std).Distinct().Count());
        });

    /// <summary>Mishkin and Matas 2016: each layer's pre-activations have variance 1, here on the samples that are observed.</summary>
    [Fact]
    public void Initialisers_that_look_at_data_see_the_samples() =>
        Load(Clouds.Replace("init: he_normal", "init: lsuv").Replace("  - LAYER\n", "")
            + "observe: [activations, preactivations]\n", entry =>
        {
            using var experiment = entry.Create(new());
            var result = experiment.Run();

            Assert.All(result.Training!.Checkpoints[0].Layers, layer => Assert.InRange(layer.PreActivations!.Std, 0.94, 1.06));
            Assert.Equal(result, experiment.Run());
        });

    [Fact]
    public void The_learning_rate_can_be_set_and_is_refused_at_0() => Load(Clouds.Replace("  - LAYER\n", ""), entry =>
    {
        using var experiment = entry.Create(new() { Settings = [new("train.learning_rate", 1e-9)] });
        var training = experiment.Run().Training!;
        Assert.Equal(training.Checkpoints[0].Loss, training.Loss, 1e-6);
        var refused = Assert.Throws<SettingException>(() => entry.Create(new() { Settings = [new("train.learning_rate", 0)] }));
        Assert.Equal("train.learning_rate must be above 0, not 0.", refused.Message);
    });

    [Fact]
    public void A_seed_has_its_own_clouds_split_weights_and_batches() => Load(Clouds.Replace("  - LAYER\n", ""), entry =>
    {
        var builder = new EnsembleBuilder();
        foreach (ulong seed in new ulong[] { 0, 1, 2 })
        {
            using var experiment = entry.Create(new(Seed: seed));
            builder.Add(experiment.Run());
        }

        var ensemble = builder.ToResult();
        Assert.Equal(StatisticNames.OfTraining, ensemble.Training.Select(statistic => statistic.Name));
        Assert.All(ensemble.Training.Take(2), statistic => Assert.True(statistic.Value.Sd > 0));
    });

    private static void Load(string yaml, Action<ExperimentEntry> test)
    {
        var project = Project.WithYaml(yaml);
        Assert.Empty(project.Diagnostics);
        Compiler.Run(project.Output, assembly => test(
            ((IReadOnlyList<ExperimentEntry>)assembly.GetType("Demo.ExperimentCatalog")!.GetProperty("All")!.GetValue(null)!)[0]));
    }
}
