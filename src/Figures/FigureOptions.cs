using FanIn.Runtime.Results;

namespace FanIn.Figures;

/// <summary>What a figure shows besides the measurement.</summary>
public sealed record FigureOptions
{
    /// <summary>
    /// The density that theory expects of a layer's activations, as points from left to right; drawn as a line over the bars (times
    /// count times bin width). By default that of the result's own prediction; an empty list leaves a layer without a line.
    /// </summary>
    public Func<LayerResult, IReadOnlyList<DensityPoint>>? Density { get; init; }
}

/// <summary>A point of a density.</summary>
/// <param name="Value">Where, in the activations' own unit.</param>
/// <param name="Density">Probability per unit of value; the whole integrates to 1.</param>
public readonly record struct DensityPoint(double Value, double Density);
