namespace FanIn.Theory.Networks;

/// <summary>
/// What is wrong with a network, and the numbers that decide it, without the bands, shares and histograms of a
/// <see cref="NetworkPrediction"/>: what a compiler needs.
/// </summary>
/// <param name="Layers">
/// The numbers of the layers that theory reaches; without deviations, and those of <see cref="FindingKind.IndistinguishableInputs"/> and
/// <see cref="FindingKind.DeadUnits"/> only as far as they decide: a distance that is above its threshold may be larger.
/// </param>
/// <param name="Obstacle">Why the layers after the last of <paramref name="Layers"/> have no prediction; null where all have.</param>
/// <param name="Findings">Those of <see cref="NetworkPrediction.Findings"/>, without deviations.</param>
public sealed record NetworkFindings(IReadOnlyList<LayerFacts> Layers, string? Obstacle, IReadOnlyList<Finding> Findings)
{
    /// <summary>
    /// The findings. Var φ · d ≤ E φ² − E φφ̃ for c ≥ 0, as each power of c in the covariance is at most c; so one pass over single
    /// pre-activations bounds every distance from below. Only where that leaves open whether inputs become alike or units die, pairs are
    /// looked at.
    /// </summary>
    /// <param name="network">The network.</param>
    public static NetworkFindings Of(NetworkSketch network)
    {
        if (network.Input.Data is not null)
        {
            // How far theory reaches depends on how samples scatter, as their bands do.
            var prediction = NetworkPredictor.Predict(network);
            return new NetworkFindings(FindingRules.Facts(prediction), prediction.Obstacle, prediction.Findings);
        }

        if (IsDrivenByDistance(network.Layers))
        {
            return Of(network, Detail.Values);
        }

        var bounds = Of(network, Detail.Bounds);
        return bounds.Findings.Any(IsOfDistance) ? Of(network, Detail.Values) : bounds;
    }

    private static bool IsOfDistance(Finding finding) => finding.Kind is FindingKind.IndistinguishableInputs or FindingKind.DeadUnits;

    private static NetworkFindings Of(NetworkSketch network, Detail detail)
    {
        var pass = NetworkPass.Of(network, detail);
        var facts = new List<LayerFacts>(pass.Traces.Count);
        Collect(pass.Traces, pass, facts);
        return new NetworkFindings(facts, pass.Obstacle, FindingRules.Of(network, facts));
    }

    private static void Collect(IReadOnlyList<LayerTrace> traces, NetworkPass pass, List<LayerFacts> facts)
    {
        var first = NetworkPass.FirstOf(traces);
        var reached = pass.Reached(traces);
        for (var i = 0; i < reached.Length; i++)
        {
            Collect(traces[i].Branch, pass, facts);
            facts.Add(Facts(traces[i], first, pass.Batch, reached[i]));
        }
    }

    private static LayerFacts Facts(LayerTrace trace, Signal? first, int batch, bool hasGradient)
    {
        var (pre, slopes) = (trace.Pre, trace.Activation?.Slopes);
        return new LayerFacts(trace.Sketch.Name, trace.Depth)
        {
            Rms = Plain(Math.Sqrt(trace.After.Second)),
            Saturated = Plain(trace.Activation?.Level(pre!.Second).HasSlopes == true ? slopes!.SaturatedAt(pre.Second) : 0),
            Distance = Plain((pre ?? trace.After).D),
            Divergence =
                Plain(pre is null || first is null ? 0 : Math.Sqrt(pre.Sensitivity / pre.Second / (first.Sensitivity / first.Second))),
            Dead = slopes is null ? Plain(0) : Dead(slopes, pre!, batch),
            PreGradientRms = hasGradient && pre is not null ? Plain(Math.Sqrt(trace.PreGradient.Second)) : null,
            GradientRms = hasGradient ? Plain(Math.Sqrt(trace.Gradient.Second)) : null,
        };
    }

    /// <summary>A unit that no input reaches is not reached by one of them: no more are dead than pre-activations are flat.</summary>
    private static Estimate Dead(Activations.SlopeProfile slopes, Signal pre, int batch) =>
        Activations.SlopeProfile.Share(slopes.Flat, 0, Math.Sqrt(pre.Second)) <= FindingRules.DeadShare
            ? LayerFacts.Unknown
            : Plain(DeadUnits.Share(slopes.Flat, pre.Second, pre.D, batch));

    private static Estimate Plain(double value) => new(value, double.NaN);

    /// <summary>Batch normalisation divides by the distance: then all else depends on it.</summary>
    private static bool IsDrivenByDistance(IReadOnlyList<LayerSketch> layers) => layers.Any(layer =>
        layer is NormSketch { Kind: NormKind.Batch } || (layer is ResidualSketch residual && IsDrivenByDistance(residual.Branch)));
}
