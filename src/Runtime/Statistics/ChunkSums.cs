namespace FanIn.Runtime.Statistics;

/// <summary>
/// Power sums of a chunk's elements about its first one. An element of the sample lies within √(n − 1) standard deviations of the mean, so
/// that central moments follow from these sums without harmful cancellation, and a constant chunk gives exact zeros.
/// </summary>
internal struct ChunkSums
{
    /// <summary>The chunk's first element, c.</summary>
    public double Shift;

    /// <summary>Σ (x − c).</summary>
    public double S1;

    /// <summary>Σ (x − c)².</summary>
    public double S2;

    /// <summary>Σ (x − c)³.</summary>
    public double S3;

    /// <summary>Σ (x − c)⁴.</summary>
    public double S4;
}
