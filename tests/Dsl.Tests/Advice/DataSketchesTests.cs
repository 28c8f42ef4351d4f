using FanIn.Dsl.Advice;
using FanIn.Dsl.Tests.Support;
using FanIn.Theory.Networks;

namespace FanIn.Dsl.Tests.Advice;

/// <summary>What a build knows of the data that a network is to be trained on, and what it says of the network.</summary>
public class DataSketchesTests
{
    private const string Network = "layers:\n  - { dense: 100, name: hidden, repeat: 4, init: $init, activation: relu }\n"
        + "  - { dense: 10, name: output, init: $init }\nmatrix: { init: { small: { normal: { std: 0.01 } }, he: he_normal } }\n";

    /// <summary>NumPy's numbers of the 1797 × 64 values: float64, all pairs of samples.</summary>
    [Fact]
    public void The_moments_of_the_digits_stand_in_the_compiler()
    {
        var input = Of("optical_digits", 100);
        Assert.Equal(64, input.Width);
        Assert.Equal(0.30526028624095713, input.Mean, 1e-15);
        Assert.Equal(0.1414130172103799, input.Variance, 1e-15);
        Assert.Equal(0.6872367618946104, input.Data!.Cosine, 1e-9);
        Assert.Equal(0.20073527742808184, input.Data.Spread, 1e-9);
        Assert.Equal(0.07531572773614922, input.Data.Directions, 1e-9);
        Assert.Equal(0.022631627557347496, input.Data.SizeSpread, 1e-9);

        // 100 of 1797 samples, without repetition.
        double second = 0.30526028624095713 * 0.30526028624095713 + 0.1414130172103799;
        Assert.Equal(0.022631628 * second * second / 100 * (1697.0 / 1797), input.Data.SecondNoise, 1e-11);
    }

    /// <summary>
    /// Means over 3000 data sets of NumPy's, of 300 samples each (variances as ratios of means), and the variance of the mean squares of
    /// batches of 50. The tolerances are some three deviations of these averages.
    /// </summary>
    [Theory]
    [InlineData(3, 20, 2, 1.09992, 0.029870, 0.055112, 0.051713, 0.099187, 0.002748)]
    [InlineData(10, 64, 20, 4.13145, 0.073248, 0.077700, 0.075145, 0.029523, 0.040030)]
    [InlineData(2, 20, 10, 3.47648, 0.353161, 0.426456, 0.371462, 0.074791, 0.330676)]
    public void The_moments_of_clouds_follow_from_their_numbers(
        int classes, int features, double separation, double second,
        double cosine, double spread, double directions, double sizes, double noise)
    {
        var input = Of($"{{ mixture: {{ classes: {classes}, features: {features}, samples: 300, separation: {separation} }} }}", 50);
        Assert.Equal((features, 0), (input.Width, input.Mean));
        Near(second, input.Variance, 0.02);
        Near(cosine, input.Data!.Cosine, 0.03);
        Near(spread, input.Data.Spread, 0.03);
        Near(directions, input.Data.Directions, 0.12);
        Near(sizes, input.Data.SizeSpread, 0.04);
        Near(noise, input.Data.SecondNoise, 0.1);

        static void Near(double expected, double actual, double share) => Assert.Equal(expected, actual, share * expected);
    }

    [Fact]
    public void Without_separation_clouds_are_independent_values()
    {
        var data = Of("{ mixture: { classes: 3, features: 50, samples: 300, separation: 0 } }", 50).Data!;
        Assert.Equal(0, data.Cosine);
        Assert.Equal(0.02, data.Spread, 1e-15);
        Assert.Equal(0.04, data.SizeSpread, 1e-15);
        Assert.Equal(0.04 / 50, data.SecondNoise, 1e-15);
    }

    [Fact]
    public void Networks_on_data_are_warned_of_at_their_lines()
    {
        var warnings = Advices.Of($"train: {{ data: optical_digits, steps: 10, batch: 128, learning_rate: 0.01 }}\n{Network}");
        Assert.Equal(["FAN1001", "FAN1004"], warnings.Select(warning => warning.Id));
        Assert.All(warnings, warning => Assert.Equal((2, 6), (warning.Range.From.Line, warning.Range.From.Column)));
        Assert.All(warnings, warning => Assert.Contains(", in small. With relu, He", warning.Message, StringComparison.Ordinal));
        Assert.StartsWith("The gradient vanishes: rms dL/da of 'hidden1' (layer 1 of 4) is 7.91e-6 of that of 'output'",
            warnings[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_are_not_read_by_a_build()
    {
        string text = "train: { data: { idx: { images: a, labels: b, features: "
            + "784, classes: 10 } }, steps: 10, batch: 128, learning_rate: 0.01 }\n" + Network;
        Assert.Empty(Advices.Of(text));
        Assert.Equal("input: its files are read when the experiment runs", NetworkPredictor.Predict(Sketches.Of(text)).Obstacle);
    }

    /// <summary>Labels alone make the gradients of ten classes alike in a ninth, whatever the weights.</summary>
    [Fact]
    public void A_training_has_the_gradient_of_a_loss() => Assert.Equal(
        new LossSketch(1.0 / 9),
        Sketches.Of($"train: {{ data: optical_digits, steps: 10, batch: 128, learning_rate: 0.01 }}\n{Network}").Loss);

    private static InputSketch Of(string data, int batch)
    {
        int classes = data.Contains("mixture", StringComparison.Ordinal) ? int.Parse(data.Split("classes: ")[1].Split(',')[0]) : 10;
        return Sketches.Of(
            $"train: {{ data: {data}, steps: 10, batch: {batch}, learning_rate: "
            + $"0.01 }}\nlayers: [{{ dense: {classes}, init: he_normal }}]\n").Input;
    }
}
