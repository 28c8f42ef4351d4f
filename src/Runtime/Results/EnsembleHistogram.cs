using System.Collections.Immutable;
using FanIn.Runtime.Definitions;

namespace FanIn.Runtime.Results;

/// <summary>The histograms of all seeds, bin by bin.</summary>
public sealed record EnsembleHistogram
{
    private readonly ByElements<ImmutableArray<double>, double> _counts;
    private readonly ByElements<ImmutableArray<double>, double> _sds;

    /// <summary>Low end of the first bin; with <c>range: auto</c> the mean of each seed's own.</summary>
    public required double Low { get; init; }

    /// <summary>High end of the last bin; with <c>range: auto</c> the mean of each seed's own.</summary>
    public required double High { get; init; }

    /// <summary>Whether all seeds have the same bins. With <c>range: auto</c> bin i is the i-th of each seed's own range.</summary>
    public required bool SharesBins { get; init; }

    /// <summary>Mean over the seeds of the elements in each bin.</summary>
    public required ImmutableArray<double> Counts
    {
        get => _counts.List;
        init => _counts = new(value);
    }

    /// <summary>Standard deviation of each count from seed to seed, the sample's (ddof 1).</summary>
    public required ImmutableArray<double> CountSds
    {
        get => _sds.List;
        init => _sds = new(value);
    }
}
