namespace FanIn.Theory.Networks;

/// <summary>What a kind of layer makes of a signal: the mean-field maps, and how deviations of finite networks go through it.</summary>
internal static class SignalMaps
{
    /// <summary>a = z W (+ b): q′ = σ_w² E z² + σ_b² (Poole et al. 2016, eq. 3), covariances alike (eq. 5).</summary>
    /// <param name="input">z.</param>
    /// <param name="batch">N.</param>
    /// <param name="fanOut">Units of a.</param>
    /// <param name="sigmaW2">fan_in Var W.</param>
    /// <param name="sigmaB2">Var b.</param>
    public static Signal Dense(Signal input, int batch, int fanOut, double sigmaW2, double sigmaB2)
    {
        var settled = Settle(input, batch);
        return settled with
        {
            Width = fanOut,
            Mean = 0,
            Second = sigmaW2 * settled.Second + sigmaB2,
            Distance = sigmaW2 * settled.Distance,
            DistanceShift = sigmaW2 * settled.DistanceShift,
            MeanNoise = 0,
            SecondNoise = sigmaW2 * sigmaW2 * settled.SecondNoise,
            ShareNoise = settled.DistanceNoise,
            Sensitivity = sigmaW2 * settled.Sensitivity,
            Sizes = settled.Sizes?.Map(size => sigmaW2 * size + sigmaB2),
            HasData = false,
            IsBatchNormed = false,
            IsGaussian = true,
        };
    }

    /// <summary>
    /// z = φ(a). The correlations' deviations shrink by κ = E[φ′φ̃′] q(1 − c)/(E φ² − E φφ̃) and gain η/n of their own:
    /// v′ = κ² v + η/n.
    /// </summary>
    public static Signal Activate(Signal input, int batch, ActivationTheory activation)
    {
        var (q, d, v) = (input.Second, input.D, input.Spread);
        var moments = activation.Moments(q);
        var pair = activation.PrintedPair(q, d);
        var kappa = Kappa(q, d, pair);
        var values = new Signal
        {
            Width = input.Width,
            Mean = moments.Mean,
            Second = moments.Second,
            Distance = pair.Distance,
            Spread = kappa * kappa * v + pair.Unevenness / input.Width,
            Directions = kappa * kappa * input.Directions + pair.Unevenness / input.Width,
            DataSpread = kappa * kappa * input.DataSpread,
            DistanceShift = pair.SlopeProduct * input.DistanceShift + Shift(pair, d, input.DataSpread),
            Sizes = input.Sizes?.Map(size => activation.Moments(size).Second),
            Linear = activation.Expectation.IsContinuous ? kappa * input.Linear : double.NaN,
            DistanceNoise = kappa * kappa * input.DistanceNoise + pair.DistanceSpread / input.Width,
            ShareNoise = kappa * kappa * input.DistanceNoise + pair.ShareSpread / input.Width,
            Sensitivity = moments.SlopeSecond * input.Sensitivity,
        };
        return Deviations.Activate(input, values, moments, pair, batch);
    }

    /// <summary>
    /// Of <see cref="Activate"/> what no band needs; for <see cref="Detail.Bounds"/> Var φ · d in place of a distance that costs more.
    /// </summary>
    public static Signal Size(Signal input, ActivationTheory activation, Detail detail)
    {
        var (q, d) = (input.Second, input.D);
        var level = activation.Level(q);
        return new Signal
        {
            Width = input.Width,
            Mean = level.Mean,
            Second = level.Second,
            Distance = detail == Detail.Bounds && activation.Expectation.Kernel is null ? level.Variance * d : activation.Distance(q, d),
            Sensitivity = level.SlopeSecond * input.Sensitivity,
        };
    }

    /// <summary>Gaussian values used as they are: what <see cref="Activate"/> makes of them with φ(x) = x.</summary>
    public static Signal Settle(Signal signal, int batch)
    {
        if (!signal.IsGaussian)
        {
            return signal;
        }

        var settled = signal with
        {
            Spread = signal.Spread + 1.0 / signal.Width,
            Directions = signal.Directions + 1.0 / signal.Width,
            IsGaussian = false,
        };
        return Deviations.Settle(signal, settled, batch);
    }

    /// <summary>z + scale · f(z), f independent of z: second moments add (Yang and Schoenholz 2017, eq. 5).</summary>
    /// <param name="skip">z.</param>
    /// <param name="branch">f(z).</param>
    /// <param name="scale">The branch's factor.</param>
    /// <param name="batch">N.</param>
    public static Signal Add(Signal skip, Signal branch, double scale, int batch)
    {
        var isGaussian = skip.IsGaussian && branch.IsGaussian;
        var (x, f) = isGaussian ? (skip, branch) : (Settle(skip, batch), Settle(branch, batch));
        var scale2 = scale * scale;
        var distance = x.Distance + scale2 * f.Distance;
        var (xShare, fShare) = distance > 0 ? (x.Distance / distance, scale2 * f.Distance / distance) : (1, 0);

        // The branch repeats the skip's deviations κ-fold and adds its own.
        var kappa = x.Linear > 0 && f.Linear >= 0 ? f.Linear / x.Linear : 0;
        var repeated = xShare + fShare * kappa;
        double Spread(Func<Signal, double> of) =>
            repeated * repeated * of(x) + fShare * fShare * Math.Max(of(f) - kappa * kappa * of(x), 0);
        var sum = new Signal
        {
            Width = x.Width,
            Mean = x.Mean + scale * f.Mean,
            Second = x.Second + scale2 * f.Second + 2 * scale * x.Mean * f.Mean,
            Distance = distance,
            Spread = Spread(signal => signal.Spread),
            Directions = Spread(signal => signal.Directions),
            DataSpread = Spread(signal => signal.DataSpread),
            DistanceShift = x.DistanceShift + scale2 * f.DistanceShift,
            Sizes = SizePair.Join(x, f, (size, added) => size + scale2 * added + 2 * scale * x.Mean * f.Mean),
            HasData = x.HasData || f.HasData,
            Linear = xShare * x.Linear + fShare * f.Linear,
            DistanceNoise = Math.Max(x.DistanceNoise, f.DistanceNoise),
            ShareNoise = Math.Max(x.ShareNoise, f.ShareNoise),
            Sensitivity = x.Sensitivity + scale2 * f.Sensitivity,
            IsGaussian = isGaussian,
        };
        return Deviations.Add(x, f, sum, scale);
    }

    /// <summary>Values over their size: every input (layer, rms) or every unit (batch) has a mean square of 1 afterwards.</summary>
    public static Signal Normalise(Signal input, int batch, NormKind kind, double epsilon)
    {
        var signal = input.IsGaussian ? input : Settle(input, batch);
        var removed = NormalisedVariance(signal, kind);
        var scale = 1 / (removed + epsilon);
        var distance = signal.Distance * scale;
        var normalised = signal with
        {
            Mean = kind == NormKind.Rms ? signal.Mean * Math.Sqrt(scale) : 0,
            Second = removed * scale,
            Distance = kind == NormKind.Batch ? removed * scale : distance,
            DistanceShift = signal.DistanceShift * scale,
            Sizes = kind == NormKind.Batch ? signal.Sizes?.Map(size => size * scale) : null,
            Sensitivity = signal.Sensitivity * scale,
        };
        return Deviations.Normalise(signal, normalised, kind, scale, epsilon, batch);
    }

    /// <summary>The variance (for rms the mean square) that a normalisation makes 1.</summary>
    public static double NormalisedVariance(Signal signal, NormKind kind) => kind switch
    {
        NormKind.Rms => signal.Second,
        NormKind.Layer => signal.Variance,
        _ => signal.Distance,
    };

    /// <summary>
    /// Inverted dropout: mean squares grow by 1/keep, covariances of inputs with masks of their own do not
    /// (Schoenholz et al. 2017, eqs. 17 and 18). Masks differ from unit to unit, so that the covariance of two inputs deviates by 1/n of
    /// what they add to its square.
    /// </summary>
    public static Signal Drop(Signal input, int batch, double keep)
    {
        var signal = Settle(input, batch);
        var second = signal.Second / keep;
        var distance = signal.Distance + (second - signal.Second);
        var kept = distance > 0 ? signal.Distance / distance : 1;
        var masks = (1 - kept * kept) / signal.Width;
        var dropped = signal with
        {
            Second = second,
            Distance = distance,
            Spread = kept * kept * signal.Spread + masks,
            Directions = kept * kept * signal.Directions + masks,
            DataSpread = kept * kept * signal.DataSpread,
            Sizes = signal.Sizes?.Map(size => size / keep),
            Linear = kept * signal.Linear,
            Sensitivity = signal.Sensitivity / keep,
        };
        return Deviations.Drop(signal, dropped, keep, batch);
    }

    /// <summary>
    /// ½ ∂²_c E[φφ̃] d² v: by how much pairs of inputs that lie unlike have a smaller mean distance than one pair at their mean.
    /// </summary>
    public static double Shift(PairMoments pair, double d, double spread) => 0.5 * pair.ValueCurvature * d * d * spread;

    /// <summary>κ.</summary>
    public static double Kappa(double q, double d, PairMoments pair) =>
        pair.Distance > 0 ? Math.Min(pair.SlopeProduct * q * d / pair.Distance, 1) : 0;
}
