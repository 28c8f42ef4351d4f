using FanIn.Runtime.Experiments;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Streams;
using FanIn.Runtime.Tests.Experiments;
using static FanIn.Runtime.Tests.Experiments.Link;

namespace FanIn.Runtime.Tests.Layers;

/// <summary>What each kind of layer promises, whatever the numbers.</summary>
public sealed class LayerPropertyTests
{
    private static readonly Link[] Branch = [Norm("layer_norm"), Dense(30, "relu")];

    [Fact]
    public void A_residual_of_scale_0_is_what_enters_it()
    {
        using var experiment = new ChainExperiment<double>(new(90, 20, [Dense(30, "tanh"), .. Branch, Residual(1, 0)]));
        experiment.Run();
        Assert.Equal(experiment.Output(0), experiment.Output(3));
    }

    [Fact]
    public void A_residual_of_scale_1_is_the_sum_to_the_bit()
    {
        using var experiment = new ChainExperiment<float>(new(90, 20, [Dense(30, "tanh"), .. Branch, Residual(1)]));
        experiment.Run();
        Assert.Equal(experiment.Output(0).Zip(experiment.Output(2), (x, branch) => x + branch), experiment.Output(3));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(97)]
    public void A_layer_norm_gives_each_sample_mean_0_and_std_1(int batch)
    {
        using var experiment = new ChainExperiment<double>(new(batch, 20, Dense(30, "relu"), Norm("layer_norm", 0)));
        experiment.Run();
        Assert.All(experiment.Output(1).Chunk(30), sample =>
        {
            Assert.Equal(0, sample.Average(), 1e-14);
            Assert.Equal(1, sample.Average(z => z * z), 1e-13);
        });
    }

    [Fact]
    public void An_rms_norm_gives_each_sample_the_mean_square_1_and_keeps_its_direction()
    {
        using var experiment = new ChainExperiment<double>(new(97, 20, Dense(30), Norm("rms_norm", 0)));
        experiment.Run();
        foreach (var (before, after) in experiment.Output(0).Chunk(30).Zip(experiment.Output(1).Chunk(30)))
        {
            Assert.Equal(1, after.Average(z => z * z), 1e-13);
            Assert.All(before.Zip(after), pair => Assert.Equal(before[0] / after[0], pair.First / pair.Second, 1e-12));
        }
    }

    [Fact]
    public void A_batch_norm_gives_each_unit_mean_0_and_std_1()
    {
        using var experiment = new ChainExperiment<double>(new(97, 20, Dense(30, "tanh"), Norm("batch_norm", 0)));
        var split = experiment.Run().Layers[1].Split!;
        Assert.Equal(0, split.UnitMeanStd, 1e-14);
        Assert.Equal(1, split.UnitStdMean, 1e-13);
        Assert.Equal(1, split.InputDriven, 1e-13);
    }

    [Fact]
    public void A_batch_norm_sees_a_small_spread_around_a_large_mean()
    {
        using var experiment = new ChainExperiment<double>(new(400, 1, Norm("batch_norm", 0)));
        experiment.Draw();
        experiment.Input.CopyFrom([.. Enumerable.Range(0, 400).Select(i => 0.5 + (i % 2 * 1e-9))]);
        experiment.Forward();
        Assert.All(experiment.Output(0).Index(), z => Assert.Equal(z.Index % 2 == 0 ? -1.0 : 1, z.Item, 1e-6));
    }

    [Fact]
    public void Dropout_that_keeps_all_is_what_enters_it()
    {
        using var experiment = new ChainExperiment<double>(new(90, 20, Dense(30, "tanh"), Dropout(1)));
        experiment.Run();
        Assert.Equal(experiment.Output(0), experiment.Output(1));
    }

    [Theory]
    [InlineData(RandomStream.Philox)]
    [InlineData(RandomStream.NumpyLegacy)]
    [InlineData(RandomStream.NumpyPcg64)]
    public void Dropout_drops_what_a_philox_uniform_drops_whatever_the_stream_and_says_so(RandomStream stream)
    {
        using var experiment = new ChainExperiment<float>(new(210, 20, Dense(7), Dropout(0.3)), seed: 12, stream);
        experiment.Run();
        var uniforms = new double[210 * 7];
        DrawSource.Create(RandomStream.Philox, 12).Uniforms(TensorKey.Of("dropout/1/dropout"), 0, uniforms);
        var dropout = (DropoutLayer<float>)experiment.Layers[1];
        var kept = uniforms.Select(u => u < 0.3).ToArray();
        Assert.Equal(kept, uniforms.Select((_, i) => dropout.IsKept(i / 7, i % 7)));
        Assert.Equal(
            experiment.Output(0).Select((x, i) => kept[i] ? x * (float)(1 / 0.3) : 0),
            experiment.Output(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => dropout.IsKept(210, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => dropout.IsKept(0, -1));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-0.5)]
    [InlineData(1.0000001)]
    [InlineData(double.NaN)]
    public void Dropout_refuses_what_is_no_probability(double keep)
    {
        using var experiment = new ChainExperiment<double>(new(20, 20, Dropout(keep)));
        Assert.Contains("dropout1", Assert.Throws<SettingException>(experiment.Draw).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RandomStream.NumpyLegacy)]
    [InlineData(RandomStream.NumpyPcg64)]
    public void Dropout_takes_nothing_from_a_stream_that_is_a_sequence(RandomStream stream)
    {
        using var without = new ChainExperiment<double>(new(20, 20, Dense(7), Norm("layer_norm"), Dense(9)), 5, stream);
        using var with = new ChainExperiment<double>(new(20, 20, Dense(7), Dropout(1), Norm("layer_norm"), Dense(9)), 5, stream);
        without.Run();
        with.Run();
        Assert.Equal(without.Output(2), with.Output(3));
    }

    [Fact]
    public void Drawing_again_gives_the_same_mask_and_forward_again_the_same_numbers()
    {
        using var experiment = new ChainExperiment<double>(new(90, 20, Dense(30), Norm("batch_norm"), Dropout(0.5)));
        experiment.Run();
        var first = experiment.Bits();
        experiment.Forward();
        Assert.Equal(first, experiment.Bits());
        experiment.Draw();
        experiment.Forward();
        Assert.Equal(first, experiment.Bits());
    }

    [Fact]
    public void An_activation_layer_is_the_activation_of_a_dense_one()
    {
        using var one = new ChainExperiment<double>(new(90, 20, Dense(30, "tanh")));
        using var two = new ChainExperiment<double>(new(90, 20, Dense(30), Act("tanh")));
        one.Run();
        two.Run();
        Assert.Equal(one.Output(0), two.Output(1));
    }

    [Fact]
    public void What_is_not_a_number_stays_so_in_its_sample_or_unit()
    {
        using var experiment = new ChainExperiment<double>(new(3, 4, Norm("layer_norm"), Norm("batch_norm")));
        experiment.Draw();
        experiment.Input.CopyFrom([1, 2, 3, 4, 1, double.NaN, 2, 3, 1, double.PositiveInfinity, 2, 4]);
        experiment.Forward();
        var normed = experiment.Output(0);
        Assert.All(normed[..4], z => Assert.True(double.IsFinite(z)));
        Assert.All(normed[4..], z => Assert.True(double.IsNaN(z)));
        Assert.All(experiment.Output(1), z => Assert.True(double.IsNaN(z)));
    }
}
