using System.Collections.Immutable;
using FanIn.Runtime.Definitions;

namespace FanIn.Runtime.Results;

/// <summary>What flowed through one layer, over the seeds of an ensemble.</summary>
public sealed record EnsembleLayer
{
    private readonly ByElements<ImmutableArray<NamedSeedStatistic>, NamedSeedStatistic> _statistics = new([]);

    /// <summary>From 1.</summary>
    public required int Layer { get; init; }

    /// <summary><c>hidden3</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of layer it is: <c>dense</c>, or another name of the language.</summary>
    public string Kind { get; init; } = LayerDefinition.Dense;

    /// <summary>Rows of z: the samples of the batch.</summary>
    public required int Batch { get; init; }

    /// <summary>Columns of z: the layer's units, fan_out.</summary>
    public required int Units { get; init; }

    /// <summary>z, the layer's output; null when not observed.</summary>
    public EnsembleTensor? Activations { get; init; }

    /// <summary>a, what the activation is applied to; null when not observed.</summary>
    public EnsembleTensor? PreActivations { get; init; }

    /// <summary>W; null when not observed.</summary>
    public EnsembleTensor? Weights { get; init; }

    /// <summary>σ_w² achieved: fan_in · mean(W²); null for a layer without weights.</summary>
    public SeedStatistic? SigmaW2 { get; init; }

    /// <summary>The layer's other own statistics that were measured, in the order of <see cref="StatisticNames.OfLayer"/>.</summary>
    public ImmutableArray<NamedSeedStatistic> Statistics
    {
        get => _statistics.List;
        init => _statistics = new(value);
    }

    /// <summary>One of them by name; null where it was not measured.</summary>
    public SeedStatistic? Find(string name)
    {
        foreach (var statistic in Statistics)
        {
            if (statistic.Name == name)
                return statistic.Value;
        }

        return null;
    }
}
