using FanIn.Runtime.Definitions;
using FanIn.Runtime.Numerics;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Experiments.Samples;

/// <summary>Two layers' worth of memory: layer by layer, each observed before its memory is used again.</summary>
public sealed class KeepLast : global::FanIn.Runtime.Experiments.Experiment<double>
{
    public static ExperimentDefinition Definition { get; } = new()
    {
        Id = "keep-last",
        Name = "keep-last",
        SourcePath = "keep-last.yaml",
        SourceHash = "0000000000000000000000000000000000000000000000000000000000000000",
        Seed = 0UL,
        Stream = RandomStream.NumpyPcg64,
        Dtype = "float64",
        Batch = 120,
        Features = 30,
        Input = "normal",
        Layers =
        [
            new("hidden1", "hidden/1", 30, 50, "he_normal", null, "relu"),
            new("hidden2", "hidden/2", 50, 20, "he_normal", null, "relu"),
            new("hidden3", "hidden/3", 20, 40, "he_normal", null, "relu"),
        ],
        KeepAll = false,
        Activations = new(10, null),
    };

    public KeepLast(Seed? seed = null, RandomStream stream = RandomStream.NumpyPcg64, int threads = 1)
        : base(Definition, seed ?? Definition.Seed, stream, threads)
    {
        Hidden1 = AddDense(new global::FanIn.Runtime.Activations.Relu());
        Hidden2 = AddDense(new global::FanIn.Runtime.Activations.Relu());
        Hidden3 = AddDense(new global::FanIn.Runtime.Activations.Relu());
    }

    /// <summary>Layer 1: 30 → 50, relu.</summary>
    public global::FanIn.Runtime.Layers.DenseLayer<double, global::FanIn.Runtime.Activations.Relu> Hidden1 { get; }

    /// <summary>Layer 2: 50 → 20, relu.</summary>
    public global::FanIn.Runtime.Layers.DenseLayer<double, global::FanIn.Runtime.Activations.Relu> Hidden2 { get; }

    /// <summary>Layer 3: 20 → 40, relu.</summary>
    public global::FanIn.Runtime.Layers.DenseLayer<double, global::FanIn.Runtime.Activations.Relu> Hidden3 { get; }

    /// <inheritdoc/>
    public override void Draw()
    {
        RestartStream();
        Input.DrawNormal(mean: 0.0, std: 1.0);
        Hidden1.Weights.DrawNormal(mean: 0.0, std: Formula.Sqrt(2.0 / 30.0));       // sqrt(2 / fan_in)
        Hidden2.Weights.DrawNormal(mean: 0.0, std: Formula.Sqrt(2.0 / 50.0));       // sqrt(2 / fan_in)
        Hidden3.Weights.DrawNormal(mean: 0.0, std: Formula.Sqrt(2.0 / 20.0));       // sqrt(2 / fan_in)
    }

    /// <inheritdoc/>
    public override void Forward()
    {
        ForEachBlock(Hidden1);
        Hidden1.Observe();
        ForEachBlock(Hidden2);
        Hidden2.Observe();
        ForEachBlock(Hidden3);
    }

    /// <inheritdoc/>
    public override void Observe()
    {
        Hidden3.Observe();
    }
}
