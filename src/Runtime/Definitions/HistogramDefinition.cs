namespace FanIn.Runtime.Definitions;

/// <summary>Bins over a range.</summary>
/// <param name="Bins">1 … 4096.</param>
/// <param name="Range">Low and high end; null for the minimum and maximum of what is observed.</param>
public sealed record HistogramDefinition(int Bins, (double Low, double High)? Range);
