namespace FanIn.Runtime.Statistics;

/// <summary>What a histogram counts apart from its bins.</summary>
internal record struct SpecialCounts
{
    /// <summary>Exact zeros of either sign.</summary>
    public long Zeros;

    /// <summary>NaN.</summary>
    public long NaN;

    /// <summary>−∞.</summary>
    public long NegativeInfinity;

    /// <summary>+∞.</summary>
    public long PositiveInfinity;
}
