using FanIn.Runtime.Tests.Experiments;
using static FanIn.Runtime.Tests.Experiments.Link;

namespace FanIn.Runtime.Tests.Backward;

/// <summary>dL/dx is computed when somebody asks for it, and is always that of the last Backward.</summary>
public sealed class InputGradientTests
{
    public static TheoryData<string, Chain, int> Networks()
    {
        var networks = new TheoryData<string, Chain, int>();
        foreach (var threads in (int[])[1, 2])
        {
            networks.Add("dense layers", Of(Dense(20, "tanh", bias: true), Dense(7, "relu")), threads);
            networks.Add("linear layers", Of(Dense(20), Dense(7)), threads);
            networks.Add("one layer", Of(Dense(20, "tanh")), threads);
            networks.Add("one linear layer, whose da is upstream's", Of(Dense(20)), threads);
            networks.Add("a residual from the input", Of(Dense(12, "tanh"), Residual(0), Dense(7)), threads);
            networks.Add("a norm first", Of(Norm("layer_norm"), Dense(7, "relu")), threads);
            networks.Add("an activation first", Of(Act("tanh"), Dense(7, "relu")), threads);
        }

        return networks;

        static Chain Of(params Link[] links) => new(90, 12, links) { Backward = true };
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void What_changes_after_Backward_does_not_change_it(string what, Chain chain, int threads)
    {
        var expected = Computed(chain, threads);
        using var experiment = Sent(chain, threads);
        experiment.Draw();
        experiment.Dense[0].Weights.CopyFrom(new double[experiment.Dense[0].Weights.Rows * experiment.Dense[0].Weights.Columns]);
        experiment.Upstream.CopyFrom(new double[90 * experiment.Layers[^1].Activations.Units]);
        experiment.Forward();
        Assert.True(expected.SequenceEqual(Copy(experiment)), what);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Once_read_it_follows_every_Backward(string what, Chain chain, int threads)
    {
        using var experiment = Sent(chain, threads);
        var gradients = experiment.InputGradients;
        var first = ChainExperiment<double>.Copy(gradients);
        experiment.Upstream.CopyFrom([.. ChainExperiment<double>.Copy(experiment.Upstream.Matrix).Select(value => 2 * value)]);
        experiment.Backward();
        Assert.True(first.Select(value => 2 * value).SequenceEqual(ChainExperiment<double>.Copy(gradients)), what);
        Assert.Same(gradients, experiment.InputGradients);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Observing_and_reading_it_change_nothing(string what, Chain chain, int threads)
    {
        var expected = Computed(chain, threads);
        using var experiment = Sent(chain, threads);
        for (var i = 0; i < 2; i++)
        {
            experiment.Observe();
            Assert.True(expected.SequenceEqual(Copy(experiment)), what);
        }

        var mean = experiment.ToResult().InputGradients!.Mean;
        Assert.Equal(expected.Average(), mean, 1e-14);
    }

    private static ChainExperiment<double> Sent(Chain chain, int threads)
    {
        var experiment = new ChainExperiment<double>(chain, seed: 3, threads: threads);
        experiment.Draw();
        experiment.Forward();
        experiment.Backward();
        return experiment;
    }

    /// <summary>As an experiment computes it that has been asked before Backward.</summary>
    private static double[] Computed(Chain chain, int threads)
    {
        using var experiment = new ChainExperiment<double>(chain, seed: 3, threads: threads);
        Assert.All(Copy(experiment), value => Assert.Equal(0, value));
        experiment.Draw();
        experiment.Forward();
        experiment.Backward();
        return Copy(experiment);
    }

    private static double[] Copy(ChainExperiment<double> experiment) => ChainExperiment<double>.Copy(experiment.InputGradients);
}
