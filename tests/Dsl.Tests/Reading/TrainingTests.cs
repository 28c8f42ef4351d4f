using FanIn.Dsl.Model;
using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Reading;

/// <summary>What <c>train</c> means, and what is wrong with it.</summary>
public class TrainingTests
{
    private const string Train = "train: { data: digits, steps: 9, batch: 4, learning_rate: 0.1 }\n";
    private const string Layers = "layers: [{ dense: 10, init: ones }]\n";

    [Fact]
    public void The_data_are_the_input_and_the_rest_has_defaults()
    {
        var variant = Reads.Good(Layers + Train).Variants[0];

        Assert.Equal(new Input(4, 64, null), variant.Input);
        Assert.Equal((64, 10), (variant.DenseLayers[0].FanIn, variant.DenseLayers[0].FanOut));
        var training = variant.Training!;
        Assert.Equal(("optical_digits", 0.2, 9, "softmax_cross_entropy"),
            (training.Data.Name, training.HeldOut.Value, training.Steps, training.Loss));
        Assert.Equal([0, 9], training.ObservedSteps);
        Assert.Equal(("sgd", "Sgd"), (training.Optimizer.Name, training.Optimizer.RuntimeType));
        Assert.Equal([("learningRate", 0.1)], training.Optimizer.Arguments.Select(argument => (argument.Name, argument.Value.Value)));
        Assert.NotNull(variant.Gradients);
        Assert.NotNull(variant.WeightGradients);
    }

    [Fact]
    public void Everything_can_be_said_and_numbers_are_formulas()
    {
        var training = Reads.Good("""
            layers: [{ dense: 3, init: ones }]
            train:
              data: { gaussian_mixture: { classes: $k, features: 2 * k, samples: 100, separation: 1 / 2 } }
              held_out: 1 / 4
              steps: 10 * k
              batch: 75
              learning_rate: rate
              optimizer: { adam: { beta1: 0.5, epsilon: 1e-6 } }
              loss: mse
              observe_at: [10, 0]
            parameters: { rate: 0.01 }
            matrix: { k: [3] }
            """).Variants[0].Training!;

        Assert.Equal((6, 3, 100, 0.5), training.Data is GaussianMixtureData data
            ? (data.Features, data.Classes, data.Samples, data.Separation.Value) : default);
        Assert.Equal((0.25, 30, "mse"), (training.HeldOut.Value, training.Steps, training.Loss));
        Assert.Equal([0, 10, 30], training.ObservedSteps);
        Assert.Equal(
            [("learningRate", 0.01), ("beta1", 0.5), ("beta2", 0.999), ("epsilon", 1e-6)],
            training.Optimizer.Arguments.Select(argument => (argument.Name, argument.Value.Value)));
    }

    [Fact]
    public void Files_are_named_with_the_shape_that_they_must_have() => Assert.Equal(
        new IdxFilesData("a.gz", "b.gz", 784, 10),
        Reads.Good(Layers + "train: { data: { idx: { images: a.gz, labels: b.gz, "
            + "features: 784, classes: 10 } }, steps: 1, batch: 1, learning_rate: 1 }\n")
            .Variants[0].Training!.Data);

    [Fact]
    public void The_optimizers_numbers_can_be_set()
    {
        var settings = Reads.Good(Layers + Train.Replace("0.1 }", "0.1, optimizer: momentum }")).Variants[0].Settings;

        Assert.Equal(["train.learning_rate", "train.beta"], settings.Select(setting => $"{setting.Owner}.{setting.Number}"));
        Assert.Equal([true, false], settings.Select(setting => setting.ExcludesMinimum));
        Assert.Equal([(double.PositiveInfinity, false), (1, true)], settings.Select(setting => (setting.Maximum, setting.ExcludesMaximum)));
    }

    [Theory]
    [InlineData("data: [|mnist|], steps: 9, batch: 4, learning_rate: 1", "FAN0017 There is no data set 'mnist'")]
    [InlineData("data: [|optical_digit|], steps: 9, batch: 4, learning_rate: 1", "FAN0017 Did you mean 'optical_digits'?")]
    [InlineData("data: { digits: { [|classes|]: 3 } }, steps: 9, batch: 4, learning_rate: 1", "FAN0014 it takes nothing")]
    [InlineData("data: digits, steps: 9, batch: 4, learning_rate: 1, optimizer: [|adagrad|]", "FAN0017 There are: sgd, momentum, adam")]
    [InlineData("data: digits, steps: 9, batch: 4, learning_rate: 1, optimizer: [|adm|]", "FAN0017 Did you mean 'adam'?")]
    [InlineData(
        "data: digits, steps: 9, batch: 4, learning_rate: 1, optimizer: { momentum: { [|beta1|]: 0 } }", "FAN0014 Did you mean 'beta'?")]
    [InlineData("data: digits, steps: 9, batch: 4, learning_rate: 1, optimizer: { adam: { beta2: [|1|] } }",
        "FAN0022 beta2 must be below 1; found 1.")]
    [InlineData("data: digits, steps: 9, batch: 4, learning_rate: [|0|]", "FAN0022 learning_rate must be above 0; found 0.")]
    [InlineData("data: digits, steps: 9, batch: 4, learning_rate: [|-0.1|]", "FAN0022 learning_rate must be above 0; found -0.1.")]
    [InlineData(
        "data: digits, steps: 9, batch: 4, learning_rate: 1, loss: [|cross_entropy|]", "FAN0017 There are: softmax_cross_entropy, mse")]
    [InlineData("data: digits, steps: [|0|], batch: 4, learning_rate: 1", "FAN0022 steps must be a whole number from 1 to")]
    [InlineData("data: digits, steps: [|9999999|], batch: 4, learning_rate: 1", "FAN0022 steps must be")]
    [InlineData("data: digits, steps: [|1.5|], batch: 4, learning_rate: 1", "FAN0023 steps")]
    [InlineData("data: digits, steps: 9, batch: [|1500|], learning_rate: 1",
        "FAN0022 batch must be at most 1438: of 1797 samples 359 are held out; found 1500.")]
    [InlineData("data: digits, held_out: [|1|], steps: 9, batch: 4, learning_rate: 1", "FAN0022 held_out must be below 1")]
    [InlineData("data: digits, held_out: [|1e-9|], steps: 9, batch: 4, learning_rate: 1", "FAN0022 Of 1797 samples none is held out")]
    [InlineData("data: digits, steps: 9, batch: 4, learning_rate: 1, observe_at: [0, [|10|]]", "FAN0022 from 0 to 9")]
    [InlineData("data: digits, steps: 9, batch: 4, learning_rate: 1, observe_at: [0, [|0|]]", "FAN0030 Step 0 is observed already.")]
    [InlineData("data: { idx: [|{ images: a, features: 2, classes: 10 }|] }, steps: 9, batch: 4, learning_rate: 1", "FAN0015 'labels'")]
    [InlineData("data: { gaussian_mixture: { classes: [|1|], features: 2 } }, steps: 9, batch: 4, learning_rate: 1",
        "FAN0022 classes must be a whole number from 2")]
    [InlineData("data: digits, steps: 9, batch: 4, learning_rate: 1, [|epochs|]: 3", "FAN0014 'epochs'")]
    public void What_is_wrong_is_located(string train, string expected) => Reads.Bad(Layers + $"train: {{ {train} }}\n", expected);

    [Theory]
    [InlineData("layers: [[|{ dense: 9, init: ones }|]]\n"
        + Train, "FAN0037 The last layer must have a unit for each class: optical_digits has 10 classes, the layer 9 units.")]
    [InlineData(Layers + Train + "input: [|{ batch: 4, features: 64 }|]\n", "FAN0018 leave input out, or train")]
    [InlineData(Layers + Train + "backward: [|{ upstream: normal }|]\n", "FAN0018 leave backward out, or train")]
    [InlineData(Layers + Train + "keep: [|last|]\n", "FAN0018 keep: all")]
    [InlineData(
        "layers: [{ dense: 1, init: ones }, { dense: 4096, init: ones }]\n"
        + "train: { data: { mixture: [|{ classes: 4096, features: 100000, samples: 5 }|] }, steps: 9, batch: 4, learning_rate: 1 }\n",
        "FAN0012 The centres of the data would have 4096 × 100000 elements")]
    [InlineData("layers: [|[{ dropout: { keep: 0.5 } }, { dense: 10, init: ones }]|]\n" + Train, "FAN0018 dropout draws once a run")]
    [InlineData(Layers + Train + "expect: [{ loss: { max: 1 }, layer: [|layer|] }]\n", "FAN0018 of the training as a whole")]
    [InlineData(
        "input: { batch: 4, features: 4 }\n" + Layers + "expect: [{ [|loss|]: { max: 1 } }]\n", "FAN0036 there is none: write train")]
    public void What_does_not_go_with_it_is_located(string markup, string expected) => Reads.Bad(markup, expected);
}
