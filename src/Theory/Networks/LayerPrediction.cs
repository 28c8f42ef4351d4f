using FanIn.Theory.Activations;

namespace FanIn.Theory.Networks;

/// <summary>What theory says of one layer's values z and, where it has some, of its pre-activations a.</summary>
public sealed record LayerPrediction
{
    /// <summary>The layer's name in the sketch.</summary>
    public required string Name { get; init; }

    /// <summary>Units.</summary>
    public required int Width { get; init; }

    /// <summary>q = E a²; null for a layer without pre-activations (a norm, dropout).</summary>
    public Estimate? Q { get; init; }

    /// <summary>c: correlation of a between two inputs, the expected mean cosine; 1 − c is <see cref="CosineDistance"/>.</summary>
    public double Cosine => 1 - CosineDistance;

    /// <summary>1 − c of the pre-activations (of the values where there are none), relatively accurate.</summary>
    public required double CosineDistance { get; init; }

    /// <summary>Standard deviation over draws of ln(1 − c).</summary>
    public double CosineLogDeviation { get; init; }

    /// <summary>σ_w² = fan_in Var W; null for a layer without weights.</summary>
    public double? SigmaW2 { get; init; }

    /// <summary>E z.</summary>
    public required Estimate Mean { get; init; }

    /// <summary>Standard deviation of z over units and inputs.</summary>
    public required Estimate Std { get; init; }

    /// <summary>√E z².</summary>
    public required Estimate Rms { get; init; }

    /// <summary>The share of the variance that depends on the input, 1 − <see cref="UnitShare"/>, relatively accurate.</summary>
    public required Estimate InputDriven { get; init; }

    /// <summary>The share that differences between units make, which no input changes; 1/N of the rest counts to it by chance.</summary>
    public double UnitShare => 1 - InputDriven.Value;

    /// <summary>The share that all units have in common, by chance alone: 1/n of what depends on the input.</summary>
    public double InputShare => InputDriven.Value / Width;

    /// <summary>Adjusted R² of z on the network's input: ∏κ; null behind a φ that jumps, whose κ slopes do not give.</summary>
    public required double? LinearShare { get; init; }

    /// <summary>Participation ratio of the units' covariance: 1/(v + 1/N); null likewise.</summary>
    public required double? ParticipationRatio { get; init; }

    /// <summary>Number of independent values that the layer's n·N are worth: 1/(U/n + (1 − U)/(nN)).</summary>
    public required double EffectiveCount { get; init; }

    /// <summary>P(a ≤ t₋); null where φ does not saturate below.</summary>
    public double? SaturatedLow { get; init; }

    /// <summary>P(a ≥ t₊); null where φ does not saturate above.</summary>
    public double? SaturatedHigh { get; init; }

    /// <summary>P(slope exactly zero without saturation); null without an activation.</summary>
    public double? Inactive { get; init; }

    /// <summary>Share of units with zero slope for every input of the batch; null without an activation.</summary>
    public double? Dead { get; init; }

    /// <summary>
    /// χ_l = E da_l²/E da_{l+1}², from one dense layer to the next in the order in which they are computed, branches included: in a chain
    /// n_{l+1} Var(W_{l+1}) E φ′(a_l)². Null for the last one and for other layers.
    /// </summary>
    public double? Chi { get; init; }

    /// <summary>What the mean square of a small difference of inputs grows by, in units of q, from the first pre-activations on.</summary>
    public double? Divergence { get; init; }

    /// <summary>0 in the network itself, 1 in a residual's branch, and so on.</summary>
    public int Depth { get; init; }

    /// <summary>Root mean square of dL/dz, for the sketch's independent upstream gradient; null where φ jumps.</summary>
    public Estimate? GradientRms { get; init; }

    /// <summary>Likewise of dL/da; null without pre-activations.</summary>
    public Estimate? PreGradientRms { get; init; }

    /// <summary>Likewise of dL/dW, summed over the batch; null without weights.</summary>
    public double? WeightGradientRms { get; init; }

    /// <summary>φ; null where the values are not a function of Gaussian pre-activations.</summary>
    public IScalarActivation? Activation { get; init; }

    /// <summary>Shares of the values in bins, or null where their distribution is not predicted.</summary>
    /// <param name="edges">Ascending; the last bin includes its upper end.</param>
    public HistogramPrediction? Histogram(IReadOnlyList<double> edges) =>
        Activation is null || Q is not { } q ? null : HistogramPrediction.Of(Activation, q.Value, edges);

    /// <summary>Likewise of the pre-activations.</summary>
    /// <param name="edges">Ascending; the last bin includes its upper end.</param>
    public HistogramPrediction? PreActivationHistogram(IReadOnlyList<double> edges) =>
        Q is not { } q ? null : HistogramPrediction.Of(StandardActivations.Find("identity")!, q.Value, edges);
}
