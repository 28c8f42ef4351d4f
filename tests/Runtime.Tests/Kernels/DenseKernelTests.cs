using System.Numerics;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Numerics;
using FanIn.Runtime.Tests.Experiments;

namespace FanIn.Runtime.Tests.Kernels;

/// <summary>The dense layer against the plain loop that defines it: equal to the bit for every width, shape and dtype.</summary>
public sealed class DenseKernelTests
{
    public static TheoryData<int, int, int> Shapes() => new()
    {
        { 1, 1, 1 }, { 1, 100, 100 }, { 1, 3, 81 }, { 2, 5, 100 }, { 7, 100, 23 }, { 8, 64, 8 },
        { 17, 9, 7 }, { 21, 1, 4 }, { 40, 3, 1 }, { 41, 64, 37 }, { 79, 5, 5 }, { 80, 7, 6 },
        { 81, 2, 7 }, { 257, 37, 64 }, { 130, 100, 11 },
        { 45, 20, 39 }, { 200, 300, 258 }, { 104, 30, 17 }, { 123, 12, 13 }, { 1, 7, 5 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Float64_is_the_plain_loop(int batch, int features, int units) => Check<double>(batch, features, units);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Float32_is_the_plain_loop(int batch, int features, int units) => Check<float>(batch, features, units);

    private static void Check<T>(int batch, int features, int units)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (var activation in (string[])["identity", "relu", "tanh", "sigmoid"])
        {
            foreach (var bias in (double?[])[null, 0.5])
            {
                var plan = new Plan { Batch = batch, Widths = [features, units, 3], Activation = activation, BiasStd = bias };
                foreach (var width in Enum.GetValues<VectorWidth>())
                    CheckWidth<T>(plan with { PreActivations = new(5, null) }, width);
            }
        }
    }

    private static void CheckWidth<T>(Plan plan, VectorWidth width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var experiment = new ReferenceExperiment<T>(plan, seed: 5, default, threads: 1, width);
        experiment.Run();
        var input = experiment.InputCopy();
        foreach (var layer in experiment.Layers)
        {
            var (a, z) = PlainLoop(input, plan, layer);
            Assert.Equal(a, layer.PreActivationsCopy());
            Assert.Equal(z, layer.ActivationsCopy());
            input = z;
        }
    }

    private static (T[] A, T[] Z) PlainLoop<T>(T[] input, Plan plan, ReferenceLayer<T> layer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (fanIn, fanOut, weights) = (layer.Weights.Rows, layer.Weights.Columns, layer.WeightsCopy());
        var (a, z) = (new T[plan.Batch * fanOut], new T[plan.Batch * fanOut]);
        for (var i = 0; i < plan.Batch; i++)
        {
            for (var j = 0; j < fanOut; j++)
            {
                var sum = T.Zero;
                for (var k = 0; k < fanIn; k++)
                    sum = T.FusedMultiplyAdd(input[(i * fanIn) + k], weights[(k * fanOut) + j], sum);
                sum += layer.Bias is null ? T.Zero : layer.Bias[0, j];
                a[(i * fanOut) + j] = sum;
                z[(i * fanOut) + j] = Apply(plan.Activation, new Lane<T>(sum)).Value;
            }
        }

        return (a, z);
    }

    private static Lane<T> Apply<T>(string activation, Lane<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => activation switch
        {
            "relu" => new Relu().Apply(x),
            "tanh" => new Tanh().Apply(x),
            "sigmoid" => new Sigmoid().Apply(x),
            _ => x,
        };
}
