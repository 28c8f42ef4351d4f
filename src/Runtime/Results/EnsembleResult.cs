using System.Collections.Immutable;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Streams;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Results;

/// <summary>
/// What an experiment gave over several seeds: the same network with new draws each time. Immutable; depends on neither machine, time
/// nor number of threads. Two are equal when all that they hold is.
/// </summary>
public sealed record EnsembleResult
{
    private readonly ByElements<ImmutableArray<Seed>, Seed> _seeds;
    private readonly ByElements<ImmutableArray<Setting>, Setting> _settings = new([]);
    private readonly ByElements<ImmutableArray<EnsembleLayer>, EnsembleLayer> _layers;
    private readonly Uncompared<NetworkSketch?> _sketch;
    private readonly ByElements<ImmutableArray<EnsembleExpectation>, EnsembleExpectation> _expectations;

    /// <summary>What was run.</summary>
    public required ExperimentDefinition Definition { get; init; }

    /// <summary>The stream that was used.</summary>
    public required RandomStream Stream { get; init; }

    /// <summary>The seeds, in the order in which they were given.</summary>
    public required ImmutableArray<Seed> Seeds
    {
        get => _seeds.List;
        init => _seeds = new(value);
    }

    /// <summary>The numbers that were set instead of what the file says; empty for runs of the file as it is.</summary>
    public ImmutableArray<Setting> Settings
    {
        get => _settings.List;
        init => _settings = new(value);
    }

    /// <summary>The seeds in short: <c>0 … 49</c>, <c>1, 2, 5 … 9</c>; beyond a few parts only the first and the last.</summary>
    public string SeedList => SeedText.Of(Seeds);

    /// <summary>The layers, the first first.</summary>
    public required ImmutableArray<EnsembleLayer> Layers
    {
        get => _layers.List;
        init => _layers = new(value);
    }

    /// <summary>The file's expectations, in its order.</summary>
    public required ImmutableArray<EnsembleExpectation> Expectations
    {
        get => _expectations.List;
        init => _expectations = new(value);
    }

    /// <summary>The network as theory sees it, the same for every seed; null where results have none, or not the same.</summary>
    public NetworkSketch? Sketch
    {
        get => _sketch.Value;
        init => _sketch = new(value);
    }

    /// <summary>What theory says of the network: as <see cref="ExperimentResult.Prediction"/>.</summary>
    public NetworkPrediction? Prediction => Sketch is { } sketch ? NetworkPredictor.Predict(sketch) : null;

    /// <summary>The layer of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists the names.</exception>
    public EnsembleLayer this[string layer] =>
        Layers.FirstOrDefault(candidate => candidate.Name == layer)
        ?? throw new KeyNotFoundException(
            $"{Definition.Id} has no layer '{layer}'; it has {string.Join(", ", Layers.Select(l => l.Name))}.");
}

/// <summary>An expectation and how many of the seeds met it.</summary>
/// <param name="Expectation">What was expected of each seed.</param>
/// <param name="Met">Seeds that met it.</param>
/// <param name="Seeds">Seeds that ran.</param>
public sealed record EnsembleExpectation(Expectation Expectation, int Met, int Seeds)
{
    /// <summary>Whether every seed met it.</summary>
    public bool Holds => Met == Seeds;

    /// <summary>One line: <c>hidden5 activations std, expected 0.4 … 0.5: met by 46 of 50 seeds</c>.</summary>
    public string Message => FormattableString.Invariant(
        $"{Expectation.Subject}, expected {ExpectationCheck.Interval(Expectation)}: ")
        + FormattableString.Invariant($"met by {Met} of {Seeds} seeds");
}
