namespace FanIn.Runtime.Results;

/// <summary>
/// What was collected of a layer for figures alone. It stands in no JSON and no snapshot; each part is null unless it was asked for.
/// </summary>
public sealed record LayerFigureData
{
    /// <summary>The slopes φ′(a); null for a layer without an activation function too.</summary>
    public LayerSlopes? Slopes { get; init; }

    /// <summary>Activations of single inputs and units.</summary>
    public ActivationSample? Sample { get; init; }

    /// <summary>
    /// The activations over their mean ± 4 standard deviations; null too where activations are not observed, or have no finite spread.
    /// </summary>
    public Histogram? OwnStd { get; init; }
}
