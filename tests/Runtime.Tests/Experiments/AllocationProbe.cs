using System.Numerics;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Streams;
using FanIn.Runtime.Tests.Experiments.Samples;
using FanIn.Runtime.Tests.Training;
using FanIn.Runtime.Training;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>Runs experiments to see what they allocate.</summary>
public static class AllocationProbe
{
    public static string[] Samples { get; } =
        ["depth first", "float32", "keep last", "every kind", "every kind, keep last", "backward", "backward, float32"];

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

    private const int StepsOfRound = 40;

    private static Chain EveryKind { get; } = new(
        200, 23, Link.Dense(30, "tanh", bias: true), Link.Norm("layer_norm"),
        Link.Norm("rms_norm"), Link.Act("relu"), Link.Norm("batch_norm"),
        Link.Dropout(0.7), Link.Residual(2, 0.5));

    public static void Round(IExperiment experiment)
    {
        experiment.Draw();
        experiment.Forward();
        experiment.Backward();
        experiment.Observe();
    }

    /// <summary>Bytes that all threads of this process allocate in a round of each sample with three workers.</summary>
    public static long OfAllThreads()
    {
        var total = 0L;
        foreach (var sample in Samples)
        {
            using var experiment = Create(sample, RandomStream.Philox, threads: 3);
            total += Allocations.OfProcess(() => Round(experiment), warmUp: 50);
        }

        return total;
    }

    /// <summary>Bytes that all threads of this process allocate in some training steps of each net with two workers.</summary>
    public static long OfTraining()
    {
        var recipe = new Recipe { Batch = 100, Steps = 400 };
        using var one = new TrainedNet<double, Adam>(recipe, new(0.01, 0.9, 0.999, 1e-8), threads: 2);
        using var other = new TrainedNet<float, Momentum>(recipe with { Loss = LossFunction.MeanSquaredError }, new(0.1, 0.9), threads: 2);
        return OfSteps(one) + OfSteps(other);
    }

    private static long OfSteps<T, TOptimizer>(TrainedNet<T, TOptimizer> net)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOptimizer : struct, IOptimizer
    {
        net.Draw();
        return Allocations.OfProcess(Steps, warmUp: 4);

        // More than an epoch: what a new one needs is there as well.
        void Steps()
        {
            for (var step = 0; step < StepsOfRound; step++)
                net.Trainer.MakeStep();
        }
    }
}
