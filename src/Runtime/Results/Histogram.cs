using System.Collections.Immutable;
using FanIn.Runtime.Definitions;

namespace FanIn.Runtime.Results;

/// <summary>NumPy's histogram, with everything counted: Counts + Below + Above + NaN is the number of elements.</summary>
public sealed record Histogram
{
    private readonly ByElements<ImmutableArray<long>, long> _counts;

    /// <summary>Low end of the first bin, inclusive, in float64.</summary>
    public required double Low { get; init; }

    /// <summary>High end of the last bin, inclusive, in float64.</summary>
    public required double High { get; init; }

    /// <summary>Elements in each bin; one on an inner edge belongs to the bin on its right.</summary>
    public required ImmutableArray<long> Counts
    {
        get => _counts.List;
        init => _counts = new(value);
    }

    /// <summary>Elements below Low, −∞ included.</summary>
    public required long Below { get; init; }

    /// <summary>Elements above High, +∞ included.</summary>
    public required long Above { get; init; }

    /// <summary>Elements that are NaN.</summary>
    public required long NaN { get; init; }

    /// <summary>Elements that are −∞; also in Below.</summary>
    public required long NegativeInfinity { get; init; }

    /// <summary>Elements that are +∞; also in Above.</summary>
    public required long PositiveInfinity { get; init; }

    /// <summary>Elements that are exactly ±0; also in their bin.</summary>
    public required long Zeros { get; init; }

    /// <summary>Number of bins.</summary>
    public int Bins => Counts.Length;

    /// <summary>Edge i of the bins, 0 … Bins: i·((High − Low)/Bins) + Low, the last is High (np.linspace).</summary>
    public double Edge(int i) => EdgeOf(Low, High, Bins, i);

    /// <summary>
    /// Edge i of bins between low and high, in float64: the one place where an edge is computed. Ends that are further apart than the
    /// largest number are weighed, for their distance is none.
    /// </summary>
    internal static double EdgeOf(double low, double high, int bins, int i) =>
        i == bins ? high
        : double.IsFinite(high - low) ? (i * ((high - low) / bins)) + low
        : (low * (1 - ((double)i / bins))) + (high * ((double)i / bins));
}
