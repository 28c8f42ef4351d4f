using FanIn.Runtime.Definitions;
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

    /// <summary>The kinds of figures to draw besides those that an experiment's own file asks for.</summary>
    public IReadOnlyList<FigureKind> Show { get; init; } = [];

    /// <summary>Whether a kind is asked for, here or by the experiment's file.</summary>
    public bool Shows(ExperimentDefinition definition, FigureKind kind)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Show.Contains(kind) || definition.Show.Contains(kind);
    }
}

/// <summary>A point of a density.</summary>
/// <param name="Value">Where, in the activations' own unit.</param>
/// <param name="Density">Probability per unit of value; the whole integrates to 1.</param>
public readonly record struct DensityPoint(double Value, double Density);
