using System.Numerics;
using FanIn.Runtime.Kernels;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>Neither threads nor vector width nor what is kept change a bit of a whole run.</summary>
public sealed class BitTests
{
    public static TheoryData<string, bool> Cases()
    {
        var cases = new TheoryData<string, bool>();
        foreach (var activation in (string[])["identity", "relu", "sigmoid", "tanh"])
        {
            cases.Add(activation, true);
            cases.Add(activation, false);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Threads_and_widths_give_the_same_bits(string activation, bool narrow)
    {
        if (narrow)
            Check<float>(activation);
        else
            Check<double>(activation);
    }

    [Fact]
    public void What_is_kept_changes_no_result()
    {
        using var all = new ReferenceExperiment<double>(Everything("tanh"), seed: 3);
        using var last = new ReferenceExperiment<double>(Everything("tanh") with { KeepAll = false }, seed: 3, threads: 2);
        Assert.Equal(RunBits.Text(all.Run()), RunBits.Text(last.Run()));
        Assert.Equal(all.Layers[^1].ActivationsCopy(), last.Layers[^1].ActivationsCopy());
    }

    private static Plan Everything(string activation) => new()
    {
        Batch = 301,
        Widths = [53, 64, 37, 1, 90],
        Activation = activation,
        BiasStd = 0.2,
        PreActivations = new(31, null),
        Weights = new(10, (-0.5, 0.5)),
    };

    private static void Check<T>(string activation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var expected = RunBits.Text<T>(Everything(activation), threads: 1, VectorWidth.Scalar);
        foreach (var width in Enum.GetValues<VectorWidth>())
            Assert.Equal(expected, RunBits.Text<T>(Everything(activation), threads: 1, width));
        foreach (var threads in (int[])[2, 3, 8])
            Assert.Equal(expected, RunBits.Text<T>(Everything(activation), threads, VectorWidths.Preferred));
    }
}
