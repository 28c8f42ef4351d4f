using FanIn.Dsl.Text;
using FanIn.Theory;
using FanIn.Theory.Activations;
using FanIn.Theory.Networks;

namespace FanIn.Dsl.Advice;

/// <summary>A scale that weights could have.</summary>
/// <param name="SigmaW">σ_w: std times √fan_in.</param>
/// <param name="Init">The initialiser that gives it.</param>
internal sealed record WeightScale(double SigmaW, string Init)
{
    private const double Rounding = 1e-9;

    /// <summary>As a reader knows it: <c>He (std sqrt(2 / fan_in))</c>.</summary>
    public string Written => Init switch
    {
        "he_normal" => "He (std sqrt(2 / fan_in))",
        "xavier_normal" => "Xavier (std sqrt(1 / fan_in))",
        _ => $"{Init} (std {Words.Rounded(SigmaW)} / sqrt(fan_in))",
    };

    /// <summary>
    /// The scales to try: those of the edge of chaos, with the network's bias and without, and that which keeps pre-activations of
    /// variance 1. None where there is no edge, or where saturation is its price, as for sigmoid; null where a formula is too much to tell.
    /// </summary>
    /// <param name="activation">φ; null for linear layers or for one that is unknown.</param>
    /// <param name="sigmaB">σ_b of the network.</param>
    public static IReadOnlyList<WeightScale>? Of(IScalarActivation? activation, double sigmaB) => activation is null
        ? [new(1, "xavier_normal")]
        : NetworkForecast.TryGet(() => Of(ActivationTheory.Of(activation), sigmaB));

    private static List<WeightScale> Of(ActivationTheory theory, double sigmaB)
    {
        var scales = new List<WeightScale>();
        if (!theory.Expectation.IsContinuous || theory.CriticalForBias(0) is not { } point || IsSaturated(theory, point.QStar))
            return scales;
        if (sigmaB > 0 && theory.CriticalForBias(sigmaB) is { } withBias && !IsSaturated(theory, withBias.QStar))
            scales.Add(Named(withBias.SigmaW, $"{{ edge_of_chaos: {{ sigma_b: {Words.Rounded(sigmaB)} }} }}"));
        scales.Add(Named(point.SigmaW, "edge_of_chaos"));
        double gain = 1 / Math.Sqrt(theory.Moments(1).Second);
        if (gain > 0 && !double.IsInfinity(gain))
            scales.Add(Named(gain, "{ lecun_normal: { gain: exact } }"));
        return scales;
    }

    private static bool IsSaturated(ActivationTheory theory, double q) => theory.Slopes.SaturatedAt(q) > FindingRules.SaturatedShare;

    private static WeightScale Named(double sigmaW, string init)
    {
        bool Is(double variance) => Math.Abs(sigmaW * sigmaW - variance) < Rounding;
        return new(sigmaW, Is(2) ? "he_normal" : Is(1) ? "xavier_normal" : init);
    }
}
