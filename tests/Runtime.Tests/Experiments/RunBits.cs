using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>Everything that a run computes, as text: equal texts mean equal bits.</summary>
internal static class RunBits
{
    /// <summary>All bytes of all tensors, and the results. The plan has a bias and observes pre-activations.</summary>
    public static string Text<T>(Plan plan, int threads, VectorWidth width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var experiment = new ReferenceExperiment<T>(plan, seed: 9, RandomStream.Philox, threads, width);
        var text = new StringBuilder(Text(experiment.Run()));
        text.Append(Convert.ToHexString(MemoryMarshal.AsBytes<T>(experiment.InputCopy())));
        foreach (var layer in experiment.Layers)
        {
            foreach (var tensor in (T[][])[layer.WeightsCopy(), layer.BiasCopy(), layer.PreActivationsCopy(), layer.ActivationsCopy()])
                text.Append(Convert.ToHexString(MemoryMarshal.AsBytes<T>(tensor)));
        }

        return text.ToString();
    }

    /// <summary>The results, whatever is kept.</summary>
    public static string Text(ExperimentResult result)
    {
        using var stream = new MemoryStream();
        ResultsJson.Write(stream, [result with { Definition = result.Definition with { KeepAll = true } }]);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
