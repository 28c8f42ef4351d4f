using System.Globalization;
using FanIn.Generator.Tests.Hosting;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Results;

namespace FanIn.Generator.Tests.Running;

/// <summary>
/// What gradient descent does with an initialisation, on handwritten digits: 5 hidden layers of 100 and an output layer of 10, batches of
/// 128, 2000 steps.
/// </summary>
public class DigitTrainingTests
{
    private const int Steps = 2000;

    /// <summary>
    /// The losses at the end of a NumPy program's runs are 2.303, 2.307, 1.01 and 0.053. It draws other weights and shuffles otherwise,
    /// which is what the intervals allow for.
    /// </summary>
    [Theory]
    [InlineData("sqrt(1 / fan_in)", "0.01", 2.29, 2.31)]
    [InlineData("sqrt(1 / fan_in)", "0.1", 2.29, 2.31)]
    [InlineData("1", "0.01", 0.6, 1.3)]
    [InlineData("1", "0.1", 0.02, 0.08)]
    public void Sigmoid_learns_from_std_1_and_not_from_xavier(string std, string rate, double min, double max) =>
        Assert.InRange(Train("sigmoid", std, rate).Loss, min, max);

    /// <summary>
    /// The output is next to 0 for every sample, and so are all gradients: each class has the probability 1/10 and keeps it.
    /// </summary>
    [Fact]
    public void Relu_from_std_001_stays_at_the_logarithm_of_the_classes()
    {
        var training = Train("relu", "0.01", "0.01");
        double ignorance = Math.Log(10);
        Assert.Equal([0, Steps], training.Checkpoints.Select(checkpoint => checkpoint.Step));
        Assert.All(training.Checkpoints, checkpoint => Assert.Equal(ignorance, checkpoint.Loss, 1e-3));
        Assert.Equal(ignorance, training.Losses[0], 1e-3);
        Assert.Equal(ignorance, training.HeldOutLoss, 1e-3);
    }

    /// <summary>The same network from He, so that what stays above stays because of its initialisation.</summary>
    [Fact]
    public void Relu_from_he_learns() => Assert.InRange(Train("relu", "sqrt(2 / fan_in)", "0.01").Loss, 0, 0.1);

    private static TrainingResult Train(string activation, string std, string rate)
    {
        var project = Project.WithYaml(string.Create(CultureInfo.InvariantCulture, $$"""
            experiment: digits
            dtype: float32
            train:
              data: optical_digits
              steps: {{Steps}}
              batch: 128
              learning_rate: {{rate}}
              observe_at: [0]
            layers:
              - { dense: 100, name: hidden, repeat: 5, init: { normal: { std: {{std}} } }, activation: {{activation}} }
              - { dense: 10, name: output, init: { normal: { std: sqrt(1 / fan_in) } } }

            """));
        Assert.Empty(project.Faults);
        TrainingResult? training = null;
        Compiler.Run(project.Output, assembly =>
        {
            var entries = (IReadOnlyList<ExperimentEntry>)assembly.GetType("Demo.ExperimentCatalog")!.GetProperty("All")!.GetValue(null)!;
            using var experiment = entries[0].Create(new());
            training = experiment.Run().Training;
        });
        return training!;
    }
}
