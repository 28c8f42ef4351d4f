namespace FanIn.Runtime.Results;

/// <summary>
/// What was measured of a layer besides moments and histograms. Null is what was not chosen in <c>observe</c>, or what the kind of layer
/// does not have; NaN is what has no value here. Definitions: docs/measurements.md.
/// </summary>
public sealed record LayerDiagnostics
{
    /// <summary>Nothing measured.</summary>
    public static LayerDiagnostics None { get; } = new();

    /// <summary>Share of a below t₋, the end of the lower ray on which φ is all but flat; NaN where φ has no such notion.</summary>
    public double? SaturatedLow { get; init; }

    /// <summary>Share of a above t₊; NaN where φ has no such notion.</summary>
    public double? SaturatedHigh { get; init; }

    /// <summary>Share of a outside of the saturated rays where φ′ is exactly 0.</summary>
    public double? Inactive { get; init; }

    /// <summary>Share of units whose φ′ is exactly 0 for every input of the batch.</summary>
    public double? Dead { get; init; }

    /// <summary>Adjusted R² of z on x, all units pooled; NaN where z is constant or the batch too small.</summary>
    public double? LinearShare { get; init; }

    /// <summary>(Σλ)²/Σλ², λ the eigenvalues of the units' covariance; NaN where z is constant over the batch.</summary>
    public double? ParticipationRatio { get; init; }

    /// <summary>(Σs²)²/Σs⁴, s the singular values of dW; NaN where dW is 0.</summary>
    public double? WeightGradientRank { get; init; }

    /// <summary>Mean of cos(a_i, a_j) over pairs of different inputs, rows of zeros left out; NaN with fewer than two.</summary>
    public double? Cosine { get; init; }

    /// <summary>Inputs whose a is all zeros: they have no direction.</summary>
    public double? ZeroRows { get; init; }

    /// <summary>Mean squared singular value of ∂(the network's output)/∂(this layer's input), over the batch.</summary>
    public double? JacobianMean { get; init; }

    /// <summary>
    /// Variance of these squared singular values over their squared mean, σ²_JJᵀ: 0 where all are equal; NaN where all are 0.
    /// </summary>
    public double? JacobianSpread { get; init; }
}
