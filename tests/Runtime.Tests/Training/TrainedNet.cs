using System.Numerics;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Data;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Streams;
using FanIn.Runtime.Training;

namespace FanIn.Runtime.Tests.Training;

/// <summary>A network of two layers, tanh with bias and linear, that is trained: as the generator prints one.</summary>
public sealed class TrainedNet<T, TOptimizer> : Experiment<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TOptimizer : struct, IOptimizer
{
    private readonly TOptimizer _optimizer;

    internal TrainedNet(Recipe recipe, TOptimizer optimizer, int threads = 1, VectorWidth width = VectorWidth.Scalar)
        : base(recipe.Definition<T>(), 5, RandomStream.Philox, threads, width)
    {
        _optimizer = optimizer;
        Hidden = AddDense(new Tanh());
        Output = AddDense(new Identity());
        Trainer = AddTrainer<TOptimizer>(recipe.Loss, recipe.Data);
    }

    public DenseLayer<T, Tanh> Hidden { get; }

    public DenseLayer<T, Identity> Output { get; }

    public Trainer<T, TOptimizer> Trainer { get; }

    public override void Draw()
    {
        RestartStream();
        Trainer.Begin(_optimizer);
        Hidden.Weights.DrawNormal(0, 0.5);
        Hidden.Bias.DrawNormal(0, 0.1);
        Output.Weights.DrawNormal(0, 0.5);
    }

    public override void Forward() => ForEachBlock();

    protected override void ForwardBlock(int block)
    {
        Hidden.Forward(block);
        Output.Forward(block);
    }

    public override void Backward()
    {
        Trainer.ComputeLoss();
        BackwardThrough(Output);
        BackwardThrough(Hidden);
    }

    public override void Observe()
    {
        Hidden.Observe();
        Output.Observe();
        ObserveInputGradients();
    }
}

/// <summary>What a <see cref="TrainedNet{T, TOptimizer}"/> learns, and how.</summary>
public sealed record Recipe
{
    public int Features { get; init; } = 7;

    public int Units { get; init; } = 23;

    public int Classes { get; init; } = 3;

    public int Batch { get; init; } = 50;

    public int Steps { get; init; } = 20;

    public IReadOnlyList<int> ObservedSteps { get; init; } = [0, 20];

    public LossFunction Loss { get; init; }

    public Func<ulong, LabelledData> Data { get; init; } = seed => new GaussianMixture(3, 7, 202, 4).Draw(seed);

    public IReadOnlyList<Expectation> Expectations { get; init; } = [];

    public ExperimentDefinition Definition<T>() => new()
    {
        Id = "trained",
        Name = "trained",
        SourcePath = "trained.yaml",
        SourceHash = new('0', 64),
        Seed = 5,
        Stream = RandomStream.Philox,
        Dtype = typeof(T) == typeof(float) ? "float32" : "float64",
        Batch = Batch,
        Features = Features,
        Input = "gaussian_mixture",
        Layers = [new("hidden", "hidden/1", Features, Units, "normal", "normal", "tanh"),
            new("output", "output/1", Units, Classes, "normal", null, "identity")],
        Activations = new(30, (-1, 1)),
        Gradients = new(30, null),
        WeightGradients = new(30, null),
        Expectations = Expectations,
        Training = new("gaussian_mixture", Steps, "softmax_cross_entropy", "sgd", "0.1") { ObservedSteps = ObservedSteps },
    };
}
