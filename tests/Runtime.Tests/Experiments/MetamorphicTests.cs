using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>What must hold of any network, to the bit.</summary>
public sealed class MetamorphicTests
{
    private static readonly Plan Base = new() { Batch = 203, Widths = [31, 45, 17, 45], Activation = "relu" };

    [Theory]
    [InlineData(2.0)]
    [InlineData(0.125)]
    public void Relu_layers_scale_with_the_weights(double factor)
    {
        using var plain = new ReferenceExperiment<double>(Base);
        using var scaled = new ReferenceExperiment<double>(Base with { Scale = (fanIn, fanOut) => factor * Base.Scale(fanIn, fanOut) });
        var (a, b) = (plain.Run(), scaled.Run());
        for (var l = 0; l < plain.Layers.Count; l++)
        {
            var power = Math.Pow(factor, l + 1);
            Assert.Equal(plain.Layers[l].ActivationsCopy().Select(z => power * z), scaled.Layers[l].ActivationsCopy());
            Assert.Equal(power * a.Layers[l].Activations!.Std, b.Layers[l].Activations!.Std);
            Assert.Equal(power * a.Layers[l].Activations!.Mean, b.Layers[l].Activations!.Mean);
            Assert.Equal(a.Layers[l].Activations!.Skewness, b.Layers[l].Activations!.Skewness);
            var split = a.Layers[l].Split!;
            var scaledStds = split with { UnitMeanStd = power * split.UnitMeanStd, UnitStdMean = power * split.UnitStdMean };
            Assert.Equal(scaledStds, b.Layers[l].Split);
        }
    }

    [Fact]
    public void Permuted_samples_give_permuted_rows()
    {
        using var plain = new ReferenceExperiment<double>(Base with { Activation = "tanh" });
        using var permuted = new ReferenceExperiment<double>(Base with { Activation = "tanh" });
        plain.Run();
        permuted.Draw();
        var order = Enumerable.Range(0, Base.Batch).ToArray();
        new Random(1).Shuffle(order);
        permuted.Input.CopyFrom(Rows(plain.InputCopy(), order));
        permuted.Forward();
        for (var l = 0; l < plain.Layers.Count; l++)
            Assert.Equal(Rows(plain.Layers[l].ActivationsCopy(), order), permuted.Layers[l].ActivationsCopy());
    }

    [Fact]
    public void A_further_layer_leaves_the_others_numbers_as_they_were()
    {
        using var small = new ReferenceExperiment<double>(Base with { BiasStd = 0.1 });
        using var large = new ReferenceExperiment<double>(Base with { BiasStd = 0.1, Widths = [.. Base.Widths, 12, 99] });
        small.Draw();
        large.Draw();
        Assert.Equal(small.InputCopy(), large.InputCopy());
        foreach (var (a, b) in small.Layers.Zip(large.Layers))
        {
            Assert.Equal(a.WeightsCopy(), b.WeightsCopy());
            Assert.Equal(a.BiasCopy(), b.BiasCopy());
        }
    }

    [Fact]
    public void A_larger_batch_begins_with_the_smaller_one()
    {
        using var small = new ReferenceExperiment<double>(Base);
        using var large = new ReferenceExperiment<double>(Base with { Batch = 500 });
        small.Run();
        large.Run();
        Assert.Equal(small.Layers[^1].ActivationsCopy(), large.Layers[^1].ActivationsCopy()[..(Base.Batch * 45)]);
    }

    [Theory]
    [InlineData(RandomStream.Philox)]
    [InlineData(RandomStream.NumpyLegacy)]
    [InlineData(RandomStream.NumpyPcg64)]
    public void Drawing_again_gives_the_same_numbers_and_another_seed_others(RandomStream stream)
    {
        using var experiment = new ReferenceExperiment<double>(Base, seed: 1, stream);
        using var other = new ReferenceExperiment<double>(Base, seed: 2, stream);
        experiment.Draw();
        var (input, weights) = (experiment.InputCopy(), experiment.Layers[1].WeightsCopy());
        experiment.Draw();
        other.Draw();
        Assert.Equal(input, experiment.InputCopy());
        Assert.Equal(weights, experiment.Layers[1].WeightsCopy());
        Assert.NotEqual(input, other.InputCopy());
    }

    [Fact]
    public void Identity_layers_are_one_matrix()
    {
        using var experiment = new ReferenceExperiment<double>(Base with { Activation = "identity" });
        var result = experiment.Run();
        foreach (var layer in result.Layers)
            Assert.Equal(0, layer.Activations!.ZeroFraction);
        Assert.InRange(result.Layers[2].Activations!.Std, 0.5, 1.5);      // variance 1 is kept by std = sqrt(1 / fan_in)
    }

    private static double[] Rows(double[] matrix, int[] order)
    {
        var width = matrix.Length / order.Length;
        return [.. order.SelectMany(row => matrix[(row * width)..((row + 1) * width)])];
    }
}
