using FanIn.Runtime.Activations;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Predictions;

/// <summary>
/// Equal dense layers of one activation with normal weights of variance σ_w²/n, a backward pass and the diagnostics of warnings.
/// </summary>
public sealed class GridExperiment<TActivation> : Experiment<double>
    where TActivation : struct, IActivation
{
    private const double Nudge = 1e-6;

    private readonly List<DenseLayer<double, TActivation>> _layers = [];
    private readonly double _std;

    public GridExperiment(TActivation activation, GridPoint point, ulong seed)
        : base(Definition(point), seed, RandomStream.Philox, threads: 1)
    {
        _std = Math.Sqrt(point.SigmaW2 / point.Width);
        for (var i = 0; i < point.Depth; i++)
            _layers.Add(AddDense(activation));
    }

    public override void Draw()
    {
        RestartStream();
        Input.DrawNormal(mean: 0, std: 1);
        foreach (var layer in _layers)
            layer.Weights.DrawNormal(mean: 0, _std);
        Upstream.DrawNormal(mean: 0, std: 1);
    }

    public override void Forward() => ForEachBlock();

    public override void Backward()
    {
        for (var i = _layers.Count - 1; i >= 0; i--)
            BackwardThrough(_layers[i]);
    }

    public override void Observe()
    {
        foreach (var layer in _layers)
            layer.Observe();
        ObserveInputGradients();
    }

    /// <summary>
    /// How far apart inputs come that lie next to each other: rms(δa_l)/rms(a_l) over that of the first layer, by a second forward pass.
    /// </summary>
    public double[] Divergence()
    {
        double[][] before = [.. _layers.Select(PreActivations)];
        var input = new double[Input.Rows * Input.Features];
        Input.CopyTo(input);
        var random = new Random(1);
        Input.CopyFrom([.. input.Select(x => x + (Nudge * ((2 * random.NextDouble()) - 1)))]);
        Forward();
        double[] distances = [.. _layers.Select((layer, i) => Distance(before[i], PreActivations(layer)))];
        return [.. distances.Select(distance => distance / distances[0])];
    }

    protected override void ForwardBlock(int block)
    {
        foreach (var layer in _layers)
            layer.Forward(block);
    }

    private static double[] PreActivations(DenseLayer<double, TActivation> layer)
    {
        var copy = new double[layer.PreActivations.Rows * layer.PreActivations.Units];
        layer.PreActivations.CopyTo(copy);
        return copy;
    }

    private static double Distance(double[] before, double[] after)
    {
        double change = 0, size = 0;
        for (var i = 0; i < before.Length; i++)
        {
            change += (after[i] - before[i]) * (after[i] - before[i]);
            size += before[i] * before[i];
        }

        return Math.Sqrt(change / size);
    }

    private static ExperimentDefinition Definition(GridPoint point) => new()
    {
        Id = $"grid/{point}",
        Name = "grid",
        SourcePath = "grid.yaml",
        SourceHash = new('0', 64),
        Seed = 0,
        Stream = RandomStream.Philox,
        Dtype = "float64",
        Batch = GridPoint.Batch,
        Features = point.Width,
        Input = "normal",
        Layers = [.. Enumerable.Range(1, point.Depth).Select(layer =>
            new LayerDefinition($"{layer}", $"layer/{layer}", point.Width, point.Width, "normal", null, point.Activation))],
        Activations = new(1, null),
        PreActivations = new(1, null),
        Upstream = "normal",
        Gradients = new(1, null),
        Diagnostics = DiagnosticGroups.Saturation | DiagnosticGroups.Similarity,
    };
}
