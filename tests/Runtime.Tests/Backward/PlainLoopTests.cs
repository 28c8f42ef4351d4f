using System.Numerics;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Tests.Experiments;
using static FanIn.Runtime.Tests.Experiments.Link;

namespace FanIn.Runtime.Tests.Backward;

/// <summary>
/// The way back through dense layers against the loops that the contract describes (docs/numerics.md): equal to the bit, for widths and
/// batches that fill no vector, tile or block.
/// </summary>
public sealed class PlainLoopTests
{
    public static TheoryData<int, int, int> Shapes()
    {
        var shapes = new TheoryData<int, int, int>();
        foreach (var batch in (int[])[1, 39, 41, 1000])
        {
            foreach (var (first, second) in ((int, int)[])[(1, 3), (3, 1), (7, 129), (129, 7), (16, 40)])
                shapes.Add(batch, first, second);
        }

        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Float64(int batch, int first, int second) => Check<double>(batch, first, second);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Float32(int batch, int first, int second) => Check<float>(batch, first, second);

    private static void Check<T>(int batch, int first, int second)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var chain = new Chain(
            batch, 5, Dense(first, "tanh", bias: true), Dense(second, "relu", bias: true), Dense(3, "sigmoid"))
        { Backward = true };
        using var experiment = new ChainExperiment<T>(chain, seed: 4, threads: 2);
        experiment.Draw();
        experiment.Forward();
        experiment.Backward();

        var dz = ChainExperiment<T>.Copy(experiment.Upstream.Matrix);
        for (var layer = 2; layer >= 0; layer--)
        {
            var dense = experiment.Dense[layer];
            Assert.Equal(dz, ChainExperiment<T>.Copy(experiment.Layers[layer].Gradients));
            var input = layer == 0 ? ChainExperiment<T>.Copy(experiment.Input.Matrix) : experiment.Output(layer - 1);
            var da = dz.Zip(ChainExperiment<T>.Copy(dense.PreActivations()), (z, a) => z * dense.Slope(a)).ToArray();
            Assert.Equal(da, ChainExperiment<T>.Copy(dense.PreActivationGradients()));
            var (fanIn, fanOut) = (dense.Weights.Rows, dense.Weights.Columns);
            Assert.Equal(WeightGradients(input, da, fanIn, fanOut), ChainDense<T>.Copy(dense.WeightGradients()));
            if (dense.BiasGradients is { } biasGradients)
                Assert.Equal(WeightGradients([.. Enumerable.Repeat(T.One, batch)], da, 1, fanOut), ChainDense<T>.Copy(biasGradients()));
            dz = InputGradients(da, ChainDense<T>.Copy(dense.Weights), fanIn, fanOut);
        }

        Assert.Equal(dz, ChainExperiment<T>.Copy(experiment.InputGradients));
    }

    private static T[] WeightGradients<T>(T[] z, T[] da, int fanIn, int fanOut)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sums = new T[fanIn * fanOut];
        for (var i = 0; i < z.Length / fanIn; i++)
        {
            for (var k = 0; k < fanIn; k++)
            {
                for (var j = 0; j < fanOut; j++)
                    sums[(k * fanOut) + j] = T.FusedMultiplyAdd(z[(i * fanIn) + k], da[(i * fanOut) + j], sums[(k * fanOut) + j]);
            }
        }

        return sums;
    }

    private static T[] InputGradients<T>(T[] da, T[] weights, int fanIn, int fanOut)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sums = new T[da.Length / fanOut * fanIn];
        for (var i = 0; i < da.Length / fanOut; i++)
        {
            for (var k = 0; k < fanIn; k++)
            {
                for (var j = 0; j < fanOut; j++)
                    sums[(i * fanIn) + k] = T.FusedMultiplyAdd(da[(i * fanOut) + j], weights[(k * fanOut) + j], sums[(i * fanIn) + k]);
            }
        }

        return sums;
    }
}
