using System.Collections.Immutable;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Streams;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Results;

/// <summary>
/// What one run of an experiment gave. Immutable; depends on neither machine, time nor number of threads. Two results are equal when all
/// that they hold is, NaN with NaN.
/// </summary>
public sealed record ExperimentResult
{
    private readonly ByElements<ImmutableArray<LayerResult>, LayerResult> _layers;
    private readonly ByElements<ImmutableArray<Setting>, Setting> _settings = new([]);
    private readonly Uncompared<NetworkSketch?> _sketch;

    /// <summary>What was run.</summary>
    public required ExperimentDefinition Definition { get; init; }

    /// <summary>The stream that was used.</summary>
    public required RandomStream Stream { get; init; }

    /// <summary>The seed that was used.</summary>
    public required Seed Seed { get; init; }

    /// <summary>The numbers that were set instead of what the file says; empty for a run of the file as it is.</summary>
    public ImmutableArray<Setting> Settings
    {
        get => _settings.List;
        init => _settings = new(value);
    }

    /// <summary>The layers, the first first.</summary>
    public required ImmutableArray<LayerResult> Layers
    {
        get => _layers.List;
        init => _layers = new(value);
    }

    /// <summary>dL/dx; null without a backward pass.</summary>
    public TensorStatistics? InputGradients { get; init; }

    /// <summary>How the training went; null without one, or before its end.</summary>
    public TrainingResult? Training { get; init; }

    /// <summary>
    /// The network as theory sees it, with the numbers that held in this run; null for a result that no run made. It has no say in whether
    /// two results are equal.
    /// </summary>
    public NetworkSketch? Sketch
    {
        get => _sketch.Value;
        init => _sketch = new(value);
    }

    /// <summary>
    /// What theory says of the network; null without a <see cref="Sketch"/>. Computed when first asked for, from any thread, and once for
    /// all results whose sketches are equal.
    /// </summary>
    public NetworkPrediction? Prediction => Sketch is { } sketch ? NetworkPredictor.Predict(sketch) : null;

    /// <summary>
    /// The network before its training, as a result of its own, with what theory says of it; null for one that is not trained, or was not
    /// observed then (<c>observe_at: [0]</c>).
    /// </summary>
    public ExperimentResult? Untrained => Training?.Checkpoints[0] is { Step: 0 } start
        ? this with { Layers = start.Layers, Sketch = start.Sketch, Training = null, InputGradients = null }
        : null;

    /// <summary>The layer of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists the names.</exception>
    public LayerResult this[string layer] =>
        Layers.FirstOrDefault(candidate => candidate.Name == layer)
        ?? throw new KeyNotFoundException(
            $"{Definition.Id} has no layer '{layer}'; it has {string.Join(", ", Layers.Select(l => l.Name))}.");

    /// <summary>How the training went.</summary>
    /// <exception cref="InvalidOperationException">There is none, or it has not come to its end.</exception>
    internal TrainingResult Trained() =>
        Training ?? throw new InvalidOperationException($"{Definition.Id} has not been trained: call Run, or Draw, Train and Observe.");
}
