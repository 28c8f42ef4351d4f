using FanIn.Theory.Activations;

namespace FanIn.Theory.Networks;

/// <summary>Turns what went through a layer into the statistics that a measurement of it has.</summary>
internal static class LayerDescription
{
    /// <summary>
    /// A share that scatters more, because few units differ by chance, has no band: the sum of so few squares is far from normal.
    /// </summary>
    private const double MostByFew = 0.3;

    private static readonly IScalarActivation Identity = StandardActivations.Find("identity")!;

    /// <summary>Describes one layer.</summary>
    /// <param name="trace">The layer.</param>
    /// <param name="first">The first pre-activations beside it, if any.</param>
    /// <param name="batch">N.</param>
    /// <param name="hasGradient">Whether the backward pass reached it.</param>
    public static LayerPrediction Of(LayerTrace trace, Signal? first, int batch, bool hasGradient)
    {
        var values = SignalMaps.Settle(trace.After, batch);
        var variance = trace.After.Variance;
        var driven = Driven(trace, variance, batch);
        var pre = trace.Pre;
        var slopes = trace.Activation?.Slopes;
        var canSaturate = trace.Activation?.Moments(pre!.Second).HasSlopes == true;
        var (std, rms) = (Math.Sqrt(variance), Math.Sqrt(values.Second));
        var spread = Band(rms, Math.Sqrt(values.SecondNoise + Square(values.SizeShift)) / (2 * rms));
        return new LayerPrediction
        {
            Name = trace.Sketch.Name,
            Depth = trace.Depth,
            Width = values.Width,
            Q = pre is null ? null : new Estimate(
                pre.Second, Math.Sqrt(SignalMaps.Settle(pre, batch).SecondNoise + Square(pre.SizeShift))),
            CosineDistance = (pre ?? trace.After).D,
            CosineLogDeviation = Math.Sqrt((pre ?? trace.After).DistanceNoise),
            SigmaW2 = trace.SigmaW2 > 0 ? trace.SigmaW2 : null,
            Mean = new Estimate(trace.After.Mean, double.IsNaN(spread) ? double.NaN : Math.Sqrt(MeanNoise(trace, values))),
            Std = new Estimate(std, Band(std, Math.Sqrt(VarianceNoise(trace, values)) / (2 * std))),
            Rms = new Estimate(rms, spread),
            InputDriven = driven,
            LinearShare = double.IsNaN(values.Linear) ? null : values.Linear,
            ParticipationRatio = double.IsNaN(values.Linear) ? null : 1 / (values.Directions + 1.0 / batch),
            EffectiveCount = 1 / ((1 - driven.Value) / values.Width + driven.Value / ((double)values.Width * batch)),
            SaturatedLow = slopes?.SaturatedBelow is null || !canSaturate ? null : slopes.LowShare(pre!.Second),
            SaturatedHigh = slopes?.SaturatedAbove is null || !canSaturate ? null : slopes.HighShare(pre!.Second),
            Inactive = slopes?.InactiveShare(pre!.Second),
            Dead = slopes is null ? null : DeadUnits.Share(slopes.Flat, pre!.Second, pre.D, batch),
            Divergence = pre is null || first is null ? null : pre.Sensitivity / pre.Second / (first.Sensitivity / first.Second),
            GradientRms = hasGradient ? trace.Gradient.Rms(values.SecondNoise) : null,
            PreGradientRms = hasGradient && pre is not null ? trace.PreGradient.Rms(pre.SecondNoise) : null,
            WeightGradientRms = hasGradient && trace.SigmaW2 > 0
                ? Math.Sqrt(batch * trace.Before.Second * trace.PreGradient.Second) : null,
            Activation =
                trace.Activation?.Activation ?? (trace.Sketch is DenseSketch or ActivationSketch && pre is not null ? Identity : null),
        };
    }

    /// <summary>
    /// (E φ² − E φφ̃)/Var φ, of which 1/N counts as differences between units by chance; not so where each unit was centred over the batch.
    /// </summary>
    private static Estimate Driven(LayerTrace trace, double variance, int batch)
    {
        var values = trace.After;
        var share = Math.Min(values.Distance / variance, 1);
        if (trace.Sketch is NormSketch { Kind: NormKind.Batch })
        {
            return new Estimate(share, double.NaN);
        }

        var chance = share / batch * Math.Sqrt(2 * SignalMaps.Settle(values, batch).Spread);
        var own = values.IsGaussian ? (1 - share) * Math.Sqrt(2.0 / values.Width) : 0;
        var shift = Square(Shift(trace) / variance) + Square(share * VarianceShift(trace) / variance);
        var deviation = Math.Sqrt(share * share * (values.ShareNoise + own * own) + chance * chance + shift);
        return new Estimate(share * (1 - 1.0 / batch), own > MostByFew ? double.NaN : deviation);
    }

    /// <summary>
    /// What units differ by because their weights have different norms, ½ ∂²_c E[φφ̃] d² v: of first order in 1/n, beyond the limit of wide
    /// layers that the value is for, and so a part of its band. It counts where inputs are unlike, above all in the first layer; of data,
    /// whose pairs differ from the start, what it was in the layers before counts as well.
    /// </summary>
    private static double Shift(LayerTrace trace)
    {
        if (trace is not { Activation: { } activation, Pre: { } pre })
        {
            return trace.After.DistanceShift;
        }

        var pair = activation.PrintedPair(pre.Second, pre.D);
        return SignalMaps.Shift(pair, pre.D, pre.Spread) + pair.SlopeProduct * pre.DistanceShift;
    }

    /// <summary>
    /// A deviation above the value itself is no band: a few values decide, and the first order in 1/n says nothing of them.
    /// </summary>
    private static double Band(double value, double deviation) => deviation <= value ? deviation : double.NaN;

    /// <summary>Variance over draws of the mean of z, and what inputs of unlike sizes do to E φ.</summary>
    private static double MeanNoise(LayerTrace trace, Signal values)
    {
        if (trace is not { Activation: { } activation, Pre: { Sizes: { } sizes } })
        {
            return values.MeanNoise;
        }

        return values.MeanNoise + Square(sizes.Map(size => activation.Moments(size).Mean).Mean - values.Mean);
    }

    /// <summary>Variance over draws of Var z, and what inputs of unlike sizes do to Var φ.</summary>
    private static double VarianceNoise(LayerTrace trace, Signal values) =>
        values.VarianceNoise + Square(VarianceShift(trace)) + Lost(trace, values);

    /// <summary>
    /// E (z̄ − m)⁴, which Var z loses by the mean's own deviation: of second order in 1/n, and more than the rest where a saturated φ gives
    /// all values one size and inputs have much in common, as data has.
    /// </summary>
    private static double Lost(LayerTrace trace, Signal values) =>
        trace.After.DataSpread > 0 ? 3 * Square(MeanNoise(trace, values)) : 0;

    /// <summary>By how much Var z of all inputs differs from that of one of mean size.</summary>
    private static double VarianceShift(LayerTrace trace)
    {
        if (trace is not { Activation: { } activation, Pre: { Sizes: { } sizes } pre })
        {
            return trace.After.SizeShift;
        }

        var moments =
            sizes.Map(size => activation.Moments(size).Second).Mean - Square(sizes.Map(size => activation.Moments(size).Mean).Mean);
        return moments - activation.Moments(pre.Second).Variance;
    }

    private static double Square(double x) => x * x;
}
