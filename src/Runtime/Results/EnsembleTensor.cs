using System.Collections.Immutable;
using FanIn.Runtime.Definitions;

namespace FanIn.Runtime.Results;

/// <summary>A tensor's statistics over the seeds of an ensemble.</summary>
public sealed record EnsembleTensor
{
    private readonly ByElements<ImmutableArray<NamedSeedStatistic>, NamedSeedStatistic> _statistics;

    /// <summary>Number of elements in each run.</summary>
    public required long Count { get; init; }

    /// <summary>The statistics by name, in the order of <see cref="StatisticNames"/>; the split's for activations alone.</summary>
    public required ImmutableArray<NamedSeedStatistic> Statistics
    {
        get => _statistics.List;
        init => _statistics = new(value);
    }

    /// <summary>The histograms.</summary>
    public required EnsembleHistogram Histogram { get; init; }

    /// <summary>A statistic by the name that the results write; null for one that this tensor does not have.</summary>
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

/// <summary>A statistic with its name: <c>std</c>.</summary>
public readonly record struct NamedSeedStatistic(string Name, SeedStatistic Value);
