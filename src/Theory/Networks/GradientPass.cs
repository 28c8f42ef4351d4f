namespace FanIn.Theory.Networks;

/// <summary>
/// The way back: E da² = E dz² E φ′², and dz of the layer before is fan_out Var W times as large (Glorot and Bengio 2010, eq. 6;
/// Schoenholz et al. 2017, eq. 14). The upstream gradient is independent of the network.
/// </summary>
/// <param name="batch">N.</param>
/// <param name="detail">Whether with what deviates from it.</param>
internal sealed class GradientPass(int batch, Detail detail)
{
    /// <summary>
    /// ρ² above which gradients have no band: they come out larger than independent ones, by about ρ² C/n in mean square for C outputs and
    /// each layer of n on the way, which is no longer small beside the band.
    /// </summary>
    private const double MostEcho = 0.25;

    /// <summary>Fills the gradients of all traces.</summary>
    /// <param name="traces">The layers, the first first.</param>
    /// <param name="upstream">Variance of the last layer's dL/dz.</param>
    /// <param name="loss">What it is like, where it is that of a loss; null where it is independent.</param>
    public void Run(IReadOnlyList<LayerTrace> traces, double upstream, LossSketch? loss) => Back(
        traces,
        new GradientSignal(upstream, loss?.Likeness ?? 0, 0, 0, 0) { IsMeasured = loss is not null, IsEcho = loss?.Echo > MostEcho });

    private GradientSignal Back(IReadOnlyList<LayerTrace> traces, GradientSignal gradient)
    {
        for (var i = traces.Count - 1; i >= 0; i--)
        {
            gradient = Through(traces[i], gradient);
        }

        return gradient;
    }

    private GradientSignal Through(LayerTrace trace, GradientSignal gradient)
    {
        trace.Gradient = gradient;
        switch (trace.Sketch)
        {
            case ResidualSketch residual:
                var scale2 = residual.Scale * residual.Scale;
                var branch = Back(trace.Branch, gradient with { Second = scale2 * gradient.Second });
                var share = branch.Second / (branch.Second + gradient.Second);
                return new GradientSignal(
                    gradient.Second + branch.Second,
                    Mix(gradient.Spread, branch.Spread, share),
                    gradient.Noise + share * share * Math.Max(branch.Noise - gradient.Noise, 0),
                    Mix(gradient.Drift, branch.Drift, share),
                    Mix(gradient.Carried, branch.Carried, share))
                {
                    Sizes = Mix(gradient.Sizes, branch.Sizes, share),
                    IsEcho = gradient.IsEcho,
                };
            case NormSketch norm:
                var removed = SignalMaps.NormalisedVariance(trace.Before, norm.Kind);
                var after = gradient with { Second = gradient.Second / (removed + norm.Epsilon), Drift = -1 / (removed + norm.Epsilon) };
                return norm.Kind == NormKind.Batch ? after : after.Times(trace.Before.Sizes?.Map(size => trace.Before.Second / size));
            case DropoutSketch dropout:
                return gradient with { Second = gradient.Second / dropout.Keep, Drift = gradient.Drift / dropout.Keep };
            case ActivationSketch when trace.Activation is null:
                trace.PreGradient = gradient;
                return gradient;
            default:
                trace.PreGradient = detail == Detail.Bands ? ThroughActivation(trace, gradient) : ThroughSlope(trace, gradient);
                return trace.PreGradient with
                {
                    Second = trace.Backward * trace.PreGradient.Second,
                    Drift = trace.SigmaW2 * trace.PreGradient.Drift,
                    IsMeasured = false,
                };
        }
    }

    /// <summary>da = dz φ′(a): a product of independent factors, with the deviations of n units and N inputs.</summary>
    private GradientSignal ThroughActivation(LayerTrace trace, GradientSignal gradient)
    {
        var pre = trace.Pre!;
        if (trace.Activation is not { } activation)
        {
            if (gradient.IsMeasured)
            {
                return gradient;
            }

            var plain = (2 * gradient.Spread + 2.0 / batch) / pre.Width;
            return gradient with { Spread = gradient.Spread + 1.0 / pre.Width, Noise = gradient.Noise + plain };
        }

        var moments = activation.Moments(pre.Second);
        var pair = activation.PrintedPair(pre.Second, pre.D);
        var slope = moments.SlopeSecond;
        var deviation = pre.D * pre.D * pre.Spread / 2;
        var common = 1 + (pair.SquaredSlopeCovariance + pair.SquaredSlopeCurvature * deviation) / (slope * slope);
        var own = 3 * moments.SlopeFourth / (slope * slope) - 1;
        var noise = ((1 + 2 * gradient.Spread) * common - 1 + own / batch) / pre.Width;
        var kappa = pair.SlopeProduct / slope;

        var passed = new GradientSignal(
            gradient.Second * slope,
            kappa * kappa * gradient.Spread + common / pre.Width,
            gradient.Noise + noise,
            moments.SlopeGrowth / slope + moments.Growth * gradient.Drift,
            gradient.Carried + gradient.Drift * gradient.Drift * trace.After.OwnNoise)
        {
            Sizes = gradient.Sizes,
            IsEcho = gradient.IsEcho,
        };
        return passed.Times(pre.Sizes?.Map(size => activation.Moments(size).SlopeSecond / slope));
    }

    private static SizePair? Mix(SizePair? first, SizePair? second, double share)
    {
        if (first is null && second is null)
        {
            return null;
        }

        var (x, f) = (first ?? new SizePair(1, 1), second ?? new SizePair(1, 1));
        return new SizePair(Mix(x.Small, f.Small, share), Mix(x.Large, f.Large, share));
    }

    /// <summary>The product alone.</summary>
    private static GradientSignal ThroughSlope(LayerTrace trace, GradientSignal gradient) => trace.Activation is { } activation
        ? gradient with { Second = gradient.Second * activation.Level(trace.Pre!.Second).SlopeSecond }
        : gradient;

    private static double Mix(double first, double second, double share) => (1 - share) * first + share * second;
}
