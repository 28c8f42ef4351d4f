namespace FanIn.Theory.Networks;

/// <summary>
/// What the rules of <see cref="FindingRules"/> look at of a layer, be it predicted or measured. NaN is what nobody knows.
/// </summary>
/// <param name="Name">The layer's.</param>
/// <param name="Depth">0 in the network itself, 1 in a residual's branch, and so on.</param>
public sealed record LayerFacts(string Name, int Depth)
{
    /// <summary>Nothing known.</summary>
    public static Estimate Unknown { get; } = new(double.NaN, double.NaN);

    /// <summary>√E z².</summary>
    public Estimate Rms { get; init; } = Unknown;

    /// <summary>Share of saturated pre-activations; the deviation is that of its logarithm.</summary>
    public Estimate Saturated { get; init; } = Unknown;

    /// <summary>1 − c; the deviation is that of its logarithm.</summary>
    public Estimate Distance { get; init; } = Unknown;

    /// <summary>What a small distance of inputs has grown by.</summary>
    public Estimate Divergence { get; init; } = Unknown;

    /// <summary>Share of dead units.</summary>
    public Estimate Dead { get; init; } = Unknown;

    /// <summary>Root mean square of dL/da; null for a layer without pre-activations.</summary>
    public Estimate? PreGradientRms { get; init; }

    /// <summary>Root mean square of dL/dz.</summary>
    public Estimate? GradientRms { get; init; }
}
