using FanIn.Runtime.Experiments;
using FanIn.Runtime.Streams;
using FanIn.Runtime.Tests.Experiments.Samples;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>Runs experiments to see what they allocate.</summary>
public static class AllocationProbe
{
    public static string[] Samples { get; } = ["depth first", "float32", "keep last", "every kind", "every kind, keep last", "backward", "backward, float32"];

    public static IExperiment Create(string sample, RandomStream stream, int threads) => sample switch
    {
        "depth first" => new ActivationHistograms.TanhXavier(3, stream, threads),
        "float32" => new SmallFloat(3, stream, threads),
        "keep last" => new KeepLast(3, stream, threads),
        "every kind" => new ChainExperiment<double>(EveryKind, 3, stream, threads),
        "every kind, keep last" => new ChainExperiment<float>(EveryKind with { KeepAll = false }, 3, stream, threads),
        "backward" => new ChainExperiment<double>(EveryKind with { Backward = true }, 3, stream, threads),
        _ => new ChainExperiment<float>(EveryKind with { Backward = true }, 3, stream, threads),
    };

    private static Chain EveryKind { get; } = new(
        200, 23, Link.Dense(30, "tanh", bias: true), Link.Norm("layer_norm"), Link.Norm("rms_norm"), Link.Act("relu"), Link.Norm("batch_norm"),
        Link.Dropout(0.7), Link.Residual(2, 0.5));

    public static void Round(IExperiment experiment)
    {
        experiment.Draw();
        experiment.Forward();
        experiment.Backward();
        experiment.Observe();
    }

    /// <summary>Bytes that all threads of this process allocate in a number of rounds with three workers.</summary>
    public static long OfAllThreads()
    {
        var total = 0L;
        foreach (var sample in Samples)
        {
            using var experiment = Create(sample, RandomStream.Philox, threads: 3);
            for (var round = 0; round < 50; round++)
                Round(experiment);
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var round = 0; round < 50; round++)
                Round(experiment);
            total += GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        return total;
    }
}
