using System.Numerics;
using FanIn.Runtime.Tests.Experiments;
using static FanIn.Runtime.Tests.Experiments.Link;

namespace FanIn.Runtime.Tests.Backward;

/// <summary>Laws that gradients obey whatever the numbers.</summary>
public sealed class ScalingTests
{
    private static readonly Chain Everything = new(
        50, 12, Dense(20, "tanh", bias: true), Norm("layer_norm"), Dense(30, "relu"), Norm("rms_norm"), Dropout(0.8), Norm("batch_norm"),
        Dense(30, "sigmoid", bias: true), Residual(3, 0.5), Act("tanh"), Dense(9))
    { Backward = true };

    private static readonly Chain Relu = new(50, 12, Dense(20, "relu"), Dense(30, "relu"), Dense(9)) { Backward = true };

    [Fact]
    public void Every_gradient_is_linear_in_upstream_and_exactly_so_for_powers_of_two()
    {
        Check<double>();
        Check<float>();

        static void Check<T>()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            using var experiment = new ChainExperiment<T>(Everything);
            experiment.Draw();
            experiment.Forward();
            experiment.Backward();
            var before = experiment.Gradients().ToList();
            var factor = T.CreateTruncating(-8);
            experiment.Upstream.CopyFrom([.. ChainExperiment<T>.Copy(experiment.Upstream.Matrix).Select(value => factor * value)]);
            experiment.Backward();
            Assert.All(before.Zip(experiment.Gradients()), pair => Assert.Equal(pair.First.Select(value => factor * value), pair.Second));
        }
    }

    [Fact]
    public void The_gradient_of_a_sum_is_the_sum_of_the_gradients()
    {
        using var experiment = new ChainExperiment<double>(Everything);
        experiment.Draw();
        experiment.Forward();
        experiment.Backward();
        var (one, upstream) = (experiment.Gradients().ToList(), ChainExperiment<double>.Copy(experiment.Upstream.Matrix));
        double[] other = [.. upstream.Select((_, i) => Math.Cos(i))];
        experiment.Upstream.CopyFrom(other);
        experiment.Backward();
        var two = experiment.Gradients().ToList();
        experiment.Upstream.CopyFrom([.. upstream.Zip(other, (a, b) => a + b)]);
        experiment.Backward();
        foreach (var ((a, b), sum) in one.Zip(two).Zip(experiment.Gradients()))
        {
            var size = sum.Max(Math.Abs);
            Assert.All(a.Zip(b).Zip(sum), of => Assert.Equal(of.First.First + of.First.Second, of.Second, 1e-12 * size));
        }
    }

    /// <summary>
    /// A relu network without bias is homogeneous of degree 1 in each W: doubling one doubles what it is multiplied with, to the bit.
    /// </summary>
    [Fact]
    public void Doubling_a_relu_networks_weights_leaves_their_own_gradient_and_doubles_all_others()
    {
        using var experiment = new ChainExperiment<double>(Relu);
        experiment.Run();
        var before = experiment.Dense.Select(dense => ChainDense<double>.Copy(dense.WeightGradients())).ToList();
        experiment.Dense[1].Weights.CopyFrom([.. ChainDense<double>.Copy(experiment.Dense[1].Weights).Select(w => 2 * w)]);
        experiment.Forward();
        experiment.Backward();
        for (var i = 0; i < 3; i++)
            Assert.Equal(before[i].Select(dw => i == 1 ? dw : 2 * dw), ChainDense<double>.Copy(experiment.Dense[i].WeightGradients()));
    }

    /// <summary>Euler's theorem: Σ W·dW = Σ upstream·z of the last layer, for each W.</summary>
    [Fact]
    public void A_relu_networks_weights_times_their_gradients_are_its_loss()
    {
        using var experiment = new ChainExperiment<double>(Relu);
        experiment.Run();
        var loss = experiment.Output(2).Zip(ChainExperiment<double>.Copy(experiment.Upstream.Matrix), (z, slope) => z * slope).Sum();
        Assert.NotEqual(0, loss);
        Assert.All(experiment.Dense, dense => Assert.Equal(
            loss,
            ChainDense<double>.Copy(dense.Weights).Zip(ChainDense<double>.Copy(dense.WeightGradients()), (w, dw) => w * dw).Sum(),
            1e-12 * Math.Abs(loss)));
    }

    [Fact]
    public void Backward_again_gives_the_same_bits()
    {
        using var experiment = new ChainExperiment<float>(Everything);
        experiment.Run();
        var first = experiment.Bits();
        experiment.Backward();
        Assert.Equal(first, experiment.Bits());
    }

    [Fact]
    public void A_unit_whose_slope_is_zero_for_all_samples_gets_no_gradient()
    {
        using var experiment = new ChainExperiment<double>(new(50, 12, Dense(4, "relu", bias: true), Dense(3)) { Backward = true });
        experiment.Draw();
        experiment.Dense[0].Bias!.CopyFrom([0, -1000, 0, 0]);
        experiment.Forward();
        experiment.Backward();
        var dw = ChainDense<double>.Copy(experiment.Dense[0].WeightGradients()).Chunk(4).ToList();
        Assert.All(dw, row => Assert.Equal(0, row[1]));
        Assert.All(dw, row => Assert.NotEqual(0, row[0]));
    }
}
