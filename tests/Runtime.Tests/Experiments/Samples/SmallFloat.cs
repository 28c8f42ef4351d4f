using FanIn.Runtime.Definitions;
using FanIn.Runtime.Numerics;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Experiments.Samples;

/// <summary>float32, uneven widths, biases, several activations; pre-activations and weights observed.</summary>
public sealed class SmallFloat : global::FanIn.Runtime.Experiments.Experiment<float>
{
    public static ExperimentDefinition Definition { get; } = new()
    {
        Id = "small-float",
        Name = "small-float",
        SourcePath = "small-float.yaml",
        SourceHash = "0000000000000000000000000000000000000000000000000000000000000000",
        Seed = 7UL,
        Stream = RandomStream.Philox,
        Dtype = "float32",
        Batch = 33,
        Features = 7,
        Input = "uniform { min: -1, max: 1 }",
        Layers =
        [
            new("wide", "wide/1", 7, 13, "he_uniform", "constant { value: 0.5 }", "relu"),
            new("hidden1", "hidden/1", 13, 5, "xavier_normal", "normal { mean: 1, std: 0.1 }", "sigmoid"),
            new("hidden2", "hidden/2", 5, 2, "ones", "zeros", "identity"),
        ],
        Activations = new(4, null),
        PreActivations = new(3, (-2.0, 2.0)),
        Weights = new(2, null),
    };

    public SmallFloat(Seed? seed = null, RandomStream stream = RandomStream.Philox, int threads = 1)
        : base(Definition, seed ?? Definition.Seed, stream, threads)
    {
        Wide = AddDense(new global::FanIn.Runtime.Activations.Relu());
        Hidden1 = AddDense(new global::FanIn.Runtime.Activations.Sigmoid());
        Hidden2 = AddDense(new global::FanIn.Runtime.Activations.Identity());
    }

    /// <summary>Layer 1: 7 → 13, relu.</summary>
    public global::FanIn.Runtime.Layers.DenseLayer<float, global::FanIn.Runtime.Activations.Relu> Wide { get; }

    /// <summary>Layer 2: 13 → 5, sigmoid.</summary>
    public global::FanIn.Runtime.Layers.DenseLayer<float, global::FanIn.Runtime.Activations.Sigmoid> Hidden1 { get; }

    /// <summary>Layer 3: 5 → 2, identity.</summary>
    public global::FanIn.Runtime.Layers.DenseLayer<float, global::FanIn.Runtime.Activations.Identity> Hidden2 { get; }

    /// <inheritdoc/>
    public override void Draw()
    {
        RestartStream();
        Input.DrawUniform(min: -1.0, max: 1.0);
        Wide.Weights.DrawUniform(min: -Formula.Sqrt(6.0 / 7.0), max: Formula.Sqrt(6.0 / 7.0));      // sqrt(6 / fan_in)
        Wide.Bias.DrawConstant(0.5);
        Hidden1.Weights.DrawNormal(mean: 0.0, std: Formula.Sqrt(2.0 / (13.0 + 5.0)));               // sqrt(2 / (fan_in + fan_out))
        Hidden1.Bias.DrawNormal(mean: 1.0, std: 0.1);
        Hidden2.Weights.DrawConstant(1.0);
        Hidden2.Bias.DrawConstant(0.0);
    }

    /// <inheritdoc/>
    public override void Forward() => ForEachBlock();

    /// <inheritdoc/>
    protected override void ForwardBlock(int block)
    {
        Wide.Forward(block);
        Hidden1.Forward(block);
        Hidden2.Forward(block);
    }

    /// <inheritdoc/>
    public override void Observe()
    {
        Wide.Observe();
        Hidden1.Observe();
        Hidden2.Observe();
    }
}
