namespace FanIn.Runtime.Results;

/// <summary>Moments, extremes and histogram of a tensor, in float64 for either dtype. With values that are not finite the mean is
/// NumPy's (±∞, or NaN), the other moments are NaN.</summary>
public sealed record TensorStatistics
{
    /// <summary>Number of elements.</summary>
    public required long Count { get; init; }

    /// <summary>Arithmetic mean.</summary>
    public required double Mean { get; init; }

    /// <summary>Population standard deviation (ddof 0).</summary>
    public required double Std { get; init; }

    /// <summary>
    /// Root mean square, √(mean² + std²), the larger of them taken out: gradients of 1e-200 are no rarity in deep networks.
    /// </summary>
    public double Rms
    {
        get
        {
            var (mean, std) = (Math.Abs(Mean), Std);
            var (large, small) = (Math.Max(mean, std), Math.Min(mean, std));
            var ratio = small / large;
            return large > 0 ? large * Math.Sqrt(1 + (ratio * ratio)) : large;
        }
    }

    /// <summary>Population skewness m₃ / m₂^1.5; NaN for a constant tensor.</summary>
    public required double Skewness { get; init; }

    /// <summary>Population excess kurtosis m₄ / m₂² − 3; NaN for a constant tensor.</summary>
    public required double ExcessKurtosis { get; init; }

    /// <summary>Smallest element; NaN if any element is.</summary>
    public required double Min { get; init; }

    /// <summary>Largest element; NaN if any element is.</summary>
    public required double Max { get; init; }

    /// <summary>Share of elements that are exactly ±0.</summary>
    public required double ZeroFraction { get; init; }

    /// <summary>Counts over bins, and what lies outside of them.</summary>
    public required Histogram Histogram { get; init; }
}
