using FanIn.Runtime.Definitions;
using FanIn.Runtime.Numerics;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Experiments.Samples;

/// <summary>One variant of a matrix, as the generator prints it: depth first, every layer kept.</summary>
public static class ActivationHistograms
{
    public sealed class TanhXavier : global::FanIn.Runtime.Experiments.Experiment<double>
    {
        public static ExperimentDefinition Definition { get; } = new()
        {
            Id = "activation-histograms/tanh-xavier",
            Name = "activation-histograms",
            Label = "tanh-xavier",
            Description = "How the spread of the initial weights shapes what the layers see.",
            SourcePath = "activation-histograms.yaml",
            SourceHash = "0000000000000000000000000000000000000000000000000000000000000000",
            Seed = 0UL,
            Stream = RandomStream.Philox,
            Dtype = "float64",
            Batch = 1000,
            Features = 100,
            Input = "normal",
            Layers =
            [
                new("hidden1", "hidden/1", 100, 100, "normal { std: sqrt(1 / fan_in) }", null, "tanh"),
                new("hidden2", "hidden/2", 100, 100, "normal { std: sqrt(1 / fan_in) }", null, "tanh"),
                new("hidden3", "hidden/3", 100, 100, "normal { std: sqrt(1 / fan_in) }", null, "tanh"),
            ],
            Activations = new(30, (0.0, 1.0)),
            Expectations =
            [
                new("hidden1", "activations", "std", 0.5, 0.7),
                new("hidden3", "activations", "std", double.NegativeInfinity, 0.5),
            ],
        };

        public TanhXavier(Seed? seed = null, RandomStream stream = RandomStream.Philox, int threads = 1)
            : base(Definition, seed ?? Definition.Seed, stream, threads)
        {
            Hidden1 = AddDense(new global::FanIn.Runtime.Activations.Tanh());
            Hidden2 = AddDense(new global::FanIn.Runtime.Activations.Tanh());
            Hidden3 = AddDense(new global::FanIn.Runtime.Activations.Tanh());
        }

        /// <summary>Layer 1: 100 → 100, tanh.</summary>
        public global::FanIn.Runtime.Layers.DenseLayer<double, global::FanIn.Runtime.Activations.Tanh> Hidden1 { get; }

        /// <summary>Layer 2: 100 → 100, tanh.</summary>
        public global::FanIn.Runtime.Layers.DenseLayer<double, global::FanIn.Runtime.Activations.Tanh> Hidden2 { get; }

        /// <summary>Layer 3: 100 → 100, tanh.</summary>
        public global::FanIn.Runtime.Layers.DenseLayer<double, global::FanIn.Runtime.Activations.Tanh> Hidden3 { get; }

        /// <inheritdoc/>
        public override void Draw()
        {
            RestartStream();
            Input.DrawNormal(mean: 0.0, std: 1.0);
            Hidden1.Weights.DrawNormal(mean: 0.0, std: Formula.Sqrt(1.0 / 100.0));      // sqrt(1 / fan_in)
            Hidden2.Weights.DrawNormal(mean: 0.0, std: Formula.Sqrt(1.0 / 100.0));      // sqrt(1 / fan_in)
            Hidden3.Weights.DrawNormal(mean: 0.0, std: Formula.Sqrt(1.0 / 100.0));      // sqrt(1 / fan_in)
        }

        /// <inheritdoc/>
        public override void Forward() => ForEachBlock();

        /// <inheritdoc/>
        protected override void ForwardBlock(int block)
        {
            Hidden1.Forward(block);
            Hidden2.Forward(block);
            Hidden3.Forward(block);
        }

        /// <inheritdoc/>
        public override void Observe()
        {
            Hidden1.Observe();
            Hidden2.Observe();
            Hidden3.Observe();
        }
    }
}
