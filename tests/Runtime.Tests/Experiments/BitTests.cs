using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

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
        Assert.Equal(Text(all.Run()), Text(last.Run()));
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
        var expected = Run<T>(activation, threads: 1, VectorWidth.Scalar);
        foreach (var width in Enum.GetValues<VectorWidth>())
            Assert.Equal(expected, Run<T>(activation, threads: 1, width));
        foreach (var threads in (int[])[2, 3, 8])
            Assert.Equal(expected, Run<T>(activation, threads, VectorWidths.Preferred));
    }

    /// <summary>All bytes of all tensors, and the results.</summary>
    private static string Run<T>(string activation, int threads, VectorWidth width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var experiment = new ReferenceExperiment<T>(Everything(activation), seed: 9, RandomStream.Philox, threads, width);
        var text = new StringBuilder(Text(experiment.Run()));
        text.Append(Convert.ToHexString(MemoryMarshal.AsBytes<T>(experiment.InputCopy())));
        foreach (var layer in experiment.Layers)
        {
            foreach (var tensor in (T[][])[layer.WeightsCopy(), layer.BiasCopy(), layer.PreActivationsCopy(), layer.ActivationsCopy()])
                text.Append(Convert.ToHexString(MemoryMarshal.AsBytes<T>(tensor)));
        }

        return text.ToString();
    }

    private static string Text(ExperimentResult result)
    {
        using var stream = new MemoryStream();
        ResultsJson.Write(stream, [result with { Definition = result.Definition with { KeepAll = true } }]);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
