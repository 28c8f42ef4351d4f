using FanIn.Theory.Networks;

namespace FanIn.Runtime.Results;

/// <summary>A statistic that theory predicts, and where its measurement is.</summary>
/// <param name="Name">As the results write it.</param>
/// <param name="Predicted">
/// What theory says; null where it says nothing. Its deviation is NaN where theory has a number and no band for it.
/// </param>
/// <param name="Measured">What came of it; null where that is not observed.</param>
public sealed record PredictedStatistic(
    string Name, Func<LayerPrediction, Estimate?> Predicted, Func<LayerResult, double?> Measured)
{
    /// <summary>A measurement so many standard deviations from its prediction is marked: chance hardly ever does that.</summary>
    public const double MarkedDistance = 4;

    /// <summary>Root mean square of the activations.</summary>
    public static PredictedStatistic Rms { get; } = new("rms", p => p.Rms, l => l.Activations?.Rms);

    /// <summary>Standard deviation of the activations.</summary>
    public static PredictedStatistic Std { get; } = new("std", p => p.Std, l => l.Activations?.Std);

    /// <summary>The share of the activations' variance that depends on the input.</summary>
    public static PredictedStatistic InputDriven { get; } = new("input_driven", p => p.InputDriven, l => l.Split?.InputDriven);

    /// <summary>Root mean square of the gradient of the activations.</summary>
    public static PredictedStatistic GradientRms { get; } = new("rms", p => p.GradientRms, l => l.Gradients?.Rms);

    /// <summary>Root mean square of the gradient of the pre-activations.</summary>
    public static PredictedStatistic PreGradientRms { get; } = new("rms", p => p.PreGradientRms, l => l.PreActivationGradients?.Rms);

    /// <summary>Root mean square of the gradient of the weights.</summary>
    public static PredictedStatistic WeightGradientRms { get; } =
        new("rms", p => Bare(p.WeightGradientRms), l => l.WeightGradients?.Rms);

    /// <summary>Those of a layer's signal.</summary>
    public static IReadOnlyList<PredictedStatistic> OfSignal { get; } =
    [
        new("q", p => p.Q, l => l.PreActivations is { } pre ? pre.Rms * pre.Rms : null),
        new("mean", p => p.Mean, l => l.Activations?.Mean),
        Std,
        Rms,
        new("unit_share", p => Bare(p.UnitShare), l => l.Split?.UnitShare),
        new("input_share", p => Bare(p.InputShare), l => l.Split?.InputShare),
        InputDriven,
        new("n_eff", p => Bare(p.EffectiveCount), l => StatisticNames.Read(l, "n_eff")),
        new("sigma_w2", p => Bare(p.SigmaW2), l => l.SigmaW2),
        new("linear_share", p => Bare(p.LinearShare), l => StatisticNames.Read(l, "linear_share")),
        new("participation_ratio", p => Bare(p.ParticipationRatio), l => StatisticNames.Read(l, "participation_ratio")),
        new("saturated_low", p => Bare(p.SaturatedLow), l => StatisticNames.Read(l, "saturated_low")),
        new("saturated_high", p => Bare(p.SaturatedHigh), l => StatisticNames.Read(l, "saturated_high")),
        new("inactive", p => Bare(p.Inactive), l => StatisticNames.Read(l, "inactive")),
        new("dead", p => Bare(p.Dead), l => StatisticNames.Read(l, "dead")),
        new("cosine", p => Bare(p.Cosine), l => StatisticNames.Read(l, "cosine")),
        new("chi", p => Bare(p.Chi), l => StatisticNames.Read(l, "chi")),
    ];

    /// <summary>Those of the gradient of each tensor, by the name that the results give it.</summary>
    public static IReadOnlyList<(string Tensor, PredictedStatistic Statistic)> OfGradients { get; } =
        [("dz", GradientRms), ("da", PreGradientRms), ("dW", WeightGradientRms)];

    /// <summary>
    /// Distance of a layer's measurement from its prediction in standard deviations; null where one of them or the band is missing.
    /// </summary>
    public double? Distance(LayerPrediction? prediction, LayerResult layer) =>
        prediction is not null && Predicted(prediction) is { } predicted && Measured(layer) is { } measured
        && predicted.Distance(measured) is var distance && !double.IsNaN(distance)
            ? distance
            : null;

    private static Estimate? Bare(double? value) => value is { } number ? new Estimate(number, double.NaN) : null;
}
