using System.Collections.Immutable;
using FanIn.Runtime.Definitions;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Results;

/// <summary>What a training gave. Definitions: docs/numerics.md.</summary>
public sealed record TrainingResult
{
    private readonly ByElements<ImmutableArray<double>, double> _losses;
    private readonly ByElements<ImmutableArray<TrainingCheckpoint>, TrainingCheckpoint> _checkpoints;

    /// <summary>The mean loss of each step's batch before the step changed the weights; the first step's first.</summary>
    public required ImmutableArray<double> Losses
    {
        get => _losses.List;
        init => _losses = new(value);
    }

    /// <summary>What was measured after chosen numbers of steps, ascending; the last is that of the end.</summary>
    public required ImmutableArray<TrainingCheckpoint> Checkpoints
    {
        get => _checkpoints.List;
        init => _checkpoints = new(value);
    }

    /// <summary>Samples that were trained on.</summary>
    public required int Samples { get; init; }

    /// <summary>Samples that were held out.</summary>
    public required int HeldOut { get; init; }

    /// <summary>The mean loss over all samples that were trained on, at the end.</summary>
    public double Loss => Checkpoints[^1].Loss;

    /// <summary>The mean loss over the samples that were held out, at the end.</summary>
    public double HeldOutLoss => Checkpoints[^1].HeldOutLoss;

    /// <summary>The share of the samples held out that are classified right at the end.</summary>
    public double Accuracy => Checkpoints[^1].Accuracy;

    /// <summary>A number of the end by the name that <c>expect</c> uses: <c>loss</c>, <c>held_out_loss</c> or <c>accuracy</c>.</summary>
    /// <exception cref="ArgumentException">There is no such name.</exception>
    public double Statistic(string name) => StatisticNames.Read(this, name)
        ?? throw new ArgumentException($"A training has no '{name}'; it has {string.Join(", ", StatisticNames.OfTraining)}.", nameof(name));
}

/// <summary>What was measured after a number of steps.</summary>
/// <param name="Step">Steps made so far.</param>
/// <param name="Loss">The mean loss over all samples that are trained on.</param>
/// <param name="HeldOutLoss">The mean loss over the samples that are held out.</param>
/// <param name="Accuracy">The share of the samples held out that are classified right.</param>
public sealed record TrainingCheckpoint(int Step, double Loss, double HeldOutLoss, double Accuracy)
{
    private readonly ByElements<ImmutableArray<LayerResult>, LayerResult> _layers;
    private readonly Uncompared<NetworkSketch?> _sketch;

    /// <summary>What was observed of the layers, always on the same batch: the first samples.</summary>
    public required ImmutableArray<LayerResult> Layers
    {
        get => _layers.List;
        init => _layers = new(value);
    }

    /// <summary>
    /// The network as theory sees it before the first step, with the moments of the batch that was observed; null after that, when its
    /// weights are no longer those that were drawn. It has no say in whether two checkpoints are equal.
    /// </summary>
    public NetworkSketch? Sketch
    {
        get => _sketch.Value;
        init => _sketch = new(value);
    }
}
