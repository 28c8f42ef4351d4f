namespace FanIn.Dsl.Vocabulary;

/// <summary>The layers' own statistics that say how a signal fares. docs/measurements.md defines them.</summary>
internal static class DiagnosticStatistics
{
    /// <summary>In the order in which the results write them.</summary>
    public static IReadOnlyList<StatisticEntry> All { get; } =
    [
        new("chi", "Chi", StatisticOf.Layer, "rms(da)² over that of the next dense layer: by how much gradients grow on their way back.")
        {
            NeedsBackward = true,
        },
        new("n_eff", "EffectiveNumbers", StatisticOf.Layer, "About how many different numbers the activations are.")
        {
            Layers = LayersWith.Activations,
        },
        Saturation("saturated_low", "SaturatedLow",
            "Share of a on the lower ray where the activation is flat; no number where it has no such notion."),
        Saturation("saturated_high", "SaturatedHigh", "Likewise of the upper ray."),
        Saturation("inactive", "Inactive", "Share of a with slope exactly 0 that is not saturated: ReLU's lower half."),
        Saturation("dead", "Dead", "Share of units with slope 0 for every input."),
        Of("linearity", "linear_share", "LinearShare", LayersWith.Activations,
            "Adjusted R² of z on the input: 1 for a layer that only multiplies."),
        Of("spectrum", "participation_ratio", "ParticipationRatio", LayersWith.Activations,
            "(Σλ)²/Σλ² of the units' covariance: in how many directions z spreads."),
        Of("spectrum", "weight_gradient_rank", "WeightGradientRank", LayersWith.Weights,
            "The same of dW's squared singular values: 1 where every input pushes alike.") with
        {
            NeedsBackward = true,
        },
        Of("similarity", "cosine", "Cosine", LayersWith.PreActivations, "Mean cosine of a over pairs of different inputs."),
        Of("similarity", "zero_rows", "ZeroRows", LayersWith.PreActivations, "Inputs whose a is all zeros, which the cosine leaves out."),
        Of("jacobian", "jacobian_mean", "JacobianMean", LayersWith.Activations,
            "Mean squared singular value from this layer's input to the output.") with
        {
            NeedsBackward = true,
        },
        Of("jacobian", "jacobian_spread", "JacobianSpread", LayersWith.Activations,
            "Their variance over their squared mean: 0 for dynamical isometry.") with
        {
            NeedsBackward = true,
        },
    ];

    private static StatisticEntry Saturation(string name, string member, string documentation) =>
        Of("saturation", name, member, LayersWith.PreActivations, documentation);

    private static StatisticEntry Of(string diagnostic, string name, string member, LayersWith layers, string documentation) =>
        new(name, $"Diagnostics.{member}", StatisticOf.Layer, documentation) { Diagnostic = diagnostic, Layers = layers };
}
