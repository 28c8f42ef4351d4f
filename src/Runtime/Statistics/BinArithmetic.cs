namespace FanIn.Runtime.Statistics;

/// <summary>How far <see cref="BinIndex"/> can be trusted for some bins: proven for every x, not sampled.</summary>
internal enum BinArithmetic
{
    /// <summary>Not at all: bins are found by comparison.</summary>
    Unproven,

    /// <summary>At most one bin off.</summary>
    WithinOne,

    /// <summary>Every x in the range gets its bin.</summary>
    Exact,
}
