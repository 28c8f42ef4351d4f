using FanIn.Runtime.Layers;
using FanIn.Runtime.Tests.Experiments;
using static FanIn.Runtime.Tests.Experiments.Link;

namespace FanIn.Runtime.Tests.Backward;

/// <summary>
/// The gradients of every kind of layer against central differences (L(x + h) − L(x − h)) / 2h of L = Σ upstream · z of the last layer, in
/// every element of the input and of every parameter. With h = 1e-5 the difference leaves out h²/6 of a third derivative, some 1e-10 here,
/// and its two sums of some hundred terms of size 1 lose 1e-14 / h = 1e-9: 1e-7 of the largest gradient is far from both, and no wrong term
/// is so small.
/// </summary>
public sealed class CentralDifferenceTests
{
    private const double Step = 1e-5;
    private const double Tolerance = 1e-7;

    private static readonly Link[] Everything =
    [
        Dense(6, "tanh", bias: true), Norm("layer_norm"), Dense(5, "sigmoid"),
        Norm("rms_norm"), Act("tanh"), Norm("batch_norm"), Dropout(0.7),
        Dense(5), Dense(3, "tanh", bias: true),
    ];

    public static TheoryData<string, Chain> Chains() => new()
    {
        { "dense", new(5, 4, Dense(6)) },
        { "dense with a bias", new(5, 4, Dense(6, bias: true), Dense(3, bias: true)) },
        { "dense with activations", new(5, 4, Dense(6, "tanh", bias: true), Dense(3, "sigmoid")) },
        { "relu", new(5, 4, Dense(6, "relu", bias: true), Dense(7, "relu", bias: true), Dense(3)) },
        { "one sample", new(1, 4, Dense(6, "tanh", bias: true), Norm("layer_norm"), Dense(9, "sigmoid"), Norm("rms_norm"), Dense(3)) },
        { "more samples than a block", new(43, 8, Dense(7, "tanh", bias: true), Dense(6)) },
        { "activation", new(5, 4, Dense(6), Act("tanh"), Dense(3), Act("relu")) },
        { "layer_norm", new(5, 4, Norm("layer_norm"), Dense(6), Norm("layer_norm", 0.1)) },
        { "rms_norm", new(5, 4, Norm("rms_norm"), Dense(6), Norm("rms_norm", 0.1)) },
        { "batch_norm", new(7, 4, Norm("batch_norm"), Dense(6), Norm("batch_norm", 0.1)) },
        { "dropout", new(7, 4, Dropout(0.5), Dense(6, "tanh"), Dropout(0.9)) },
        { "residual", new(5, 4, Dense(6, "tanh"), Norm("layer_norm"), Dense(6, "tanh"), Residual(1)) },
        { "residual of a scale", new(5, 4, Dense(6, "tanh"), Dense(6, "tanh", bias: true), Residual(1, -0.3), Dense(2)) },
        { "residual around the input", new(5, 4, Dense(4, "tanh"), Residual(0, 0.5), Dense(4), Residual(0, 2)) },
        { "residuals in each other", new(5, 4, Dense(6, "tanh"), Dense(6, "tanh"),
            Dense(6, "tanh"), Residual(2), Dense(6), Residual(1, 0.5), Act("tanh"), Residual(1)) },
        { "a layer that three read",
            new(5, 4, Dense(6, "tanh"), Dense(6), Residual(1), Dense(6, "sigmoid"), Residual(1, 0.5), Dense(6), Residual(1, 0.25)) },
        { "pre-activation blocks", new(6, 4, Dense(6), Norm("batch_norm"), Act("tanh"),
            Dense(6, bias: true), Norm("batch_norm"), Act("tanh"), Dense(6, bias: true), Residual(1, 0.7)) },
        { "everything", new(6, 4, Everything) },
    };

    [Theory]
    [MemberData(nameof(Chains))]
    public void Gradients_are_central_differences(string what, Chain chain)
    {
        using var experiment = new ChainExperiment<double>(chain with { Backward = true }, seed: 11);
        experiment.Draw();
        experiment.Forward();
        experiment.Backward();
        var upstream = ChainExperiment<double>.Copy(experiment.Upstream.Matrix);
        var input = ChainExperiment<double>.Copy(experiment.Input.Matrix);
        var largest = experiment.Gradients().Max(tensor => tensor.Max(Math.Abs));
        Assert.All(experiment.Dense, dense =>
            Assert.Contains(ChainDense<double>.Copy(dense.WeightGradients()), dw => Math.Abs(dw) > 0.01 * largest));

        Check(
            $"{what}: dL/dx", input, values => experiment.Input.CopyFrom(values), ChainExperiment<double>.Copy(experiment.InputGradients));
        foreach (var dense in experiment.Dense)
        {
            Check(
                $"{what}: dW of {dense.Layer.Name}", ChainDense<double>.Copy(dense.Weights), values => dense.Weights.CopyFrom(values),
                ChainDense<double>.Copy(dense.WeightGradients()));
            if (dense.Bias is { } bias)
                Check(
                    $"{what}: db of {dense.Layer.Name}", ChainDense<double>.Copy(bias), values => bias.CopyFrom(values),
                    ChainDense<double>.Copy(dense.BiasGradients!()));
        }

        double Loss()
        {
            experiment.Forward();
            return experiment.Output(chain.Links.Length - 1).Zip(upstream, (z, slope) => z * slope).Sum();
        }

        void Check(string what, double[] values, Action<double[]> set, double[] gradients)
        {
            for (var i = 0; i < values.Length; i++)
            {
                var expected = (At(i, Step) - At(i, -Step)) / (2 * Step);
                Assert.True(Math.Abs(expected - gradients[i]) <= Tolerance * largest,
                    $"{what}[{i}]: {gradients[i]:R}, by differences {expected:R}");
            }

            set(values);

            double At(int i, double change)
            {
                var changed = (double[])values.Clone();
                changed[i] += change;
                set(changed);
                return Loss();
            }
        }
    }

    /// <summary>What is dz to a network is dL/dx to the rest of it, which the other test has found right: the same, to the bit.</summary>
    [Fact]
    public void The_gradient_of_a_layer_is_that_of_the_input_of_the_layers_behind_it()
    {
        using var whole = new ChainExperiment<double>(new(6, 4, Everything) { Backward = true }, seed: 11);
        whole.Draw();
        whole.Forward();
        whole.Backward();
        for (var first = 1; first < Everything.Length; first++)
        {
            var links = Everything[first..].Select(link => link.Kind == "dropout" ? Dropout(1) : link).ToArray();
            if (Everything[first..].Any(link => link.Kind == "dropout"))
                continue;       // whose mask belongs to its place
            using var rest = new ChainExperiment<double>(new(6, whole.Layers[first - 1].Output.Units, links) { Backward = true });
            rest.Draw();
            foreach (var (ours, theirs) in rest.Dense.Zip(whole.Dense.TakeLast(rest.Dense.Count)))
            {
                ours.Weights.CopyFrom(ChainDense<double>.Copy(theirs.Weights));
                ours.Bias?.CopyFrom(ChainDense<double>.Copy(theirs.Bias!));
            }

            rest.Input.CopyFrom(whole.Output(first - 1));
            rest.Upstream.CopyFrom(ChainExperiment<double>.Copy(whole.Upstream.Matrix));
            rest.Forward();
            rest.Backward();
            Assert.Equal(
                ChainExperiment<double>.Copy(whole.Layers[first - 1].Gradients), ChainExperiment<double>.Copy(rest.InputGradients));
        }
    }
}
