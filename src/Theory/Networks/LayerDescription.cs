using FanIn.Theory.Activations;

namespace FanIn.Theory.Networks;

/// <summary>Turns what went through a layer into the statistics that a measurement of it has.</summary>
internal static class LayerDescription
{
    private static readonly IScalarActivation Identity = StandardActivations.Find("identity")!;

    /// <summary>Describes one layer.</summary>
    /// <param name="trace">The layer.</param>
    /// <param name="next">The next one with pre-activations beside it, if any.</param>
    /// <param name="first">The first pre-activations beside it, if any.</param>
    /// <param name="batch">N.</param>
    /// <param name="hasGradient">Whether the backward pass reached it.</param>
    public static LayerPrediction Of(LayerTrace trace, LayerTrace? next, Signal? first, int batch, bool hasGradient)
    {
        var values = SignalMaps.Settle(trace.After, batch);
        var variance = trace.After.Variance;
        var driven = Driven(trace.After, variance, batch);
        var slopes = trace.Activation?.Slopes;
        var pre = trace.Pre;
        return new LayerPrediction
        {
            Name = trace.Sketch.Name,
            Depth = trace.Depth,
            Width = values.Width,
            Q = pre is null ? null : new Estimate(pre.Second, Math.Sqrt(SignalMaps.SecondNoise(pre, batch) + pre.SecondNoise)),
            CosineDistance = (pre ?? trace.After).D,
            CosineLogDeviation = Math.Sqrt((pre ?? trace.After).DistanceNoise),
            SigmaW2 = trace.SigmaW2 > 0 ? trace.SigmaW2 : null,
            Mean = new Estimate(trace.After.Mean, Math.Sqrt(MeanNoise(trace, values, batch))),
            Std = new Estimate(Math.Sqrt(variance), Math.Sqrt(VarianceNoise(trace, values, batch)) / (2 * Math.Sqrt(variance))),
            Rms = new Estimate(Math.Sqrt(values.Second), Math.Sqrt(values.SecondNoise) / (2 * Math.Sqrt(values.Second))),
            InputDriven = driven,
            LinearShare = values.Linear,
            ParticipationRatio = 1 / (values.Spread + 1.0 / batch),
            EffectiveCount = 1 / ((1 - driven.Value) / values.Width + driven.Value / ((double)values.Width * batch)),
            SaturatedLow = slopes?.SaturatedBelow is null ? null : slopes.LowShare(pre!.Second),
            SaturatedHigh = slopes?.SaturatedAbove is null ? null : slopes.HighShare(pre!.Second),
            Inactive = slopes?.InactiveShare(pre!.Second),
            Dead = slopes is null ? null : DeadUnits.Share(slopes.Flat, pre!.Second, pre.D, batch),
            Divergence = pre is null || first is null ? null : pre.Sensitivity / pre.Second / (first.Sensitivity / first.Second),
            Chi = hasGradient && pre is not null && next is not null ? trace.PreGradient.Second / next.PreGradient.Second : null,
            GradientRms = hasGradient ? trace.Gradient.Rms(values.SecondNoise) : null,
            PreGradientRms = hasGradient && pre is not null ? trace.PreGradient.Rms(pre.SecondNoise) : null,
            WeightGradientRms = hasGradient && trace.SigmaW2 > 0
                ? Math.Sqrt(batch * trace.Before.Second * trace.PreGradient.Second) : null,
            Activation = trace.Activation?.Activation ?? (trace.Sketch is DenseSketch ? Identity : null),
        };
    }

    /// <summary>
    /// (E φ² − E φφ̃)/Var φ, of which 1/N counts as differences between units by chance.
    /// </summary>
    private static Estimate Driven(Signal values, double variance, int batch)
    {
        var share = Math.Min(values.Distance / variance, 1);
        var chance = share / batch * Math.Sqrt(2 * SignalMaps.Settle(values, batch).Spread);
        return new Estimate(share * (1 - 1.0 / batch), Math.Sqrt(share * share * values.ShareNoise + chance * chance));
    }

    /// <summary>Variance over draws of the mean of z: Γ[φ]/n + (∂_q E φ)² w.</summary>
    private static double MeanNoise(LayerTrace trace, Signal values, int batch)
    {
        if (trace.Activation is not { } activation || trace.Pre is not { } pre)
        {
            return (values.Variance - values.Distance + values.Distance / batch) / values.Width;
        }

        var moments = activation.Moments(pre.Second);
        var pair = activation.PrintedPair(pre.Second, pre.D);
        var growth = moments.Curvature / (2 * pre.Second);
        var pooled = SignalMaps.Pooled(
            moments.Variance - pair.Distance, pair.ValueCurvature, moments.Variance, pre.D, pre.Spread, batch);
        return pooled / pre.Width + growth * growth * pre.SecondNoise;
    }

    /// <summary>Variance over draws of Var z: Γ[(φ − m)²]/n + (∂_q Var φ)² w.</summary>
    private static double VarianceNoise(LayerTrace trace, Signal values, int batch)
    {
        if (trace.Activation is not { } activation || trace.Pre is not { } pre)
        {
            return values.SecondNoise;
        }

        var moments = activation.Moments(pre.Second);
        var pair = activation.PrintedPair(pre.Second, pre.D);
        var own = moments.CentralFourth - moments.Variance * moments.Variance;
        var pooled = SignalMaps.Pooled(pair.DeviationCovariance, pair.DeviationCurvature, own, pre.D, pre.Spread, batch);
        return pooled / pre.Width + moments.VarianceGrowth * moments.VarianceGrowth * pre.SecondNoise;
    }
}
