namespace FanIn.Theory.Networks;

/// <summary>
/// How far the mean, the mean square and the variance of finite networks' values scatter over draws, and what a layer makes of it. Each
/// is a mean over units and inputs, so that to first order in 1/n deviations are sums, and one of the mean square is one of the variance
/// and 2m times one of the mean: that gives the covariance of the two.
/// </summary>
internal static class Deviations
{
    /// <summary>Variance over draws of the mean of a², given q: (2q²/n)(c² + (1 − c)² v + (1 − c²)/N).</summary>
    public static double Second(Signal gaussian, int batch)
    {
        var (q, c) = (gaussian.Second, 1 - gaussian.D);
        return Pooled(2 * q * q * c * c, 4 * q * q, 2 * q * q, gaussian.D, gaussian.Spread, batch) / gaussian.Width;
    }

    /// <summary>Variance over draws of the mean of a, given q: (q/n)(c + (1 − c)/N).</summary>
    public static double Mean(Signal gaussian, int batch) =>
        (gaussian.Second - gaussian.Distance + gaussian.Distance / batch) / gaussian.Width;

    /// <summary>
    /// Γ[g] = Cov(g, g̃) + ½ ∂²_c E[gg̃] (1 − c)² v + (Var g − Cov(g, g̃))/N: n times the variance over draws of the mean of g over a batch
    /// and n units.
    /// </summary>
    public static double Pooled(double covariance, double curvature, double variance, double d, double spread, int batch) =>
        covariance + 0.5 * curvature * d * d * spread + (variance - covariance) / batch;

    /// <summary>Of Gaussian values that are used as they are: their mean is 0, and its square of second order.</summary>
    public static Signal Settle(Signal gaussian, Signal settled, int batch)
    {
        var second = Second(gaussian, batch);
        var mean = Math.Max(Mean(gaussian, batch) + gaussian.MeanNoise, 0);
        return settled with
        {
            MeanNoise = mean,
            SecondNoise = Math.Max(second + gaussian.SecondNoise, 0),
            VarianceNoise = Math.Max(second + gaussian.SecondNoise, 0) + Squared(gaussian, mean),
            OwnNoise = Math.Max(second + Math.Min(gaussian.SecondNoise, 0), 0),
            Fourth = 3 * gaussian.Second * gaussian.Second,
            CentralFourth = 3 * gaussian.Second * gaussian.Second,
        };
    }

    /// <summary>
    /// z = φ(a). Of a mean of g(a) over units the share that follows the mean of a² is (∂_q E g)² times that one's variance, and of the
    /// mean of a (E g′)² times: so much a norm takes away. Behind a batch norm it counts as nothing: <see cref="Signal.IsBatchNormed"/>.
    /// </summary>
    public static Signal Activate(Signal input, Signal values, GaussianMoments moments, PairMoments pair, int batch)
    {
        double Noise(double covariance, double curvature, double variance) =>
            Pooled(covariance, curvature, variance, input.D, input.Spread, batch) / input.Width;
        var (secondNoise, meanNoise) = input.IsBatchNormed
            ? (Math.Max(input.SecondNoise, 0), Math.Max(input.MeanNoise, 0)) : (input.SecondNoise, input.MeanNoise);
        var own = Noise(pair.SecondCovariance, pair.SecondCurvature, moments.Fourth - Square(moments.Second));
        var taken = Square(2 * moments.ValueSlope) * meanNoise;
        var mean = Math.Max(
            Noise(moments.Variance - pair.Distance, pair.ValueCurvature, moments.Variance)
            + Square(moments.Curvature / (2 * input.Second)) * secondNoise + Square(moments.SlopeMean) * meanNoise,
            0);
        return values with
        {
            MeanNoise = mean,
            SecondNoise = Math.Max(own + Square(moments.Growth) * secondNoise + taken, 0),
            VarianceNoise = Math.Max(
                Noise(pair.DeviationCovariance, pair.DeviationCurvature, moments.CentralFourth - Square(moments.Variance))
                + Square(moments.VarianceGrowth) * secondNoise
                + Square(2 * (moments.ValueSlope - moments.Mean * moments.SlopeMean)) * meanNoise,
                0) + Squared(input, mean),
            OwnNoise = Math.Max(own + Square(moments.Growth) * Math.Min(secondNoise, 0) + taken, 0),
            Fourth = moments.Fourth,
            CentralFourth = moments.CentralFourth,
        };
    }

    /// <summary>
    /// Behind a norm, whose ε leaves the share e = ε/(s + ε) of a relative deviation of what it divides by. A mean square of 1 by
    /// construction has none, nor a mean of 0; a mean over the rms, m/√s, follows both.
    /// </summary>
    public static Signal Normalise(Signal before, Signal after, NormKind kind, double scale, double epsilon, int batch)
    {
        var left = Square(epsilon * scale);
        var fourth = after with
        {
            Fourth = (kind == NormKind.Rms ? before.Fourth : before.CentralFourth) * scale * scale,
            CentralFourth = before.CentralFourth * scale * scale,
        };
        if (before.IsGaussian)
        {
            var second = Second(after, batch);
            return fourth with
            {
                IsBatchNormed = kind == NormKind.Batch,
                SecondNoise = left * (second + scale * scale * before.SecondNoise) - second,
                MeanNoise = kind == NormKind.Rms ? scale * before.MeanNoise : -Mean(after, batch),
            };
        }

        if (kind != NormKind.Rms)
        {
            var rest = left * scale * scale * before.VarianceNoise;
            return fourth with { MeanNoise = 0, SecondNoise = rest, VarianceNoise = rest, OwnNoise = 0 };
        }

        var (m2, s) = (before.Mean * before.Mean, 1 / scale);
        var mixed = before.SecondNoise - before.VarianceNoise + 4 * m2 * before.MeanNoise;
        var mean = Math.Max(before.MeanNoise / s + m2 * before.SecondNoise / (4 * s * s * s) - mixed / (4 * s * s), 0);
        var secondLeft = left * scale * scale * before.SecondNoise;
        return fourth with
        {
            MeanNoise = mean,
            SecondNoise = secondLeft,
            VarianceNoise = secondLeft + 4 * m2 / s * mean + 2 * mean * mean,
            OwnNoise = 0,
        };
    }

    /// <summary>
    /// Behind dropout the variance is E z²/p − m², so that it follows the mean too; each value has a mask of its own, which adds to all
    /// three with 1/(nN).
    /// </summary>
    public static Signal Drop(Signal before, Signal after, double keep, int batch)
    {
        var grown = 1 / keep - 1;
        var masks = grown / ((double)before.Width * batch);
        var (m2, s) = (before.Mean * before.Mean, before.Second);
        var third = before.Fourth + 6 * m2 * s - 3 * m2 * m2 - before.CentralFourth;
        var variance = (grown * before.SecondNoise + before.VarianceNoise) / keep - 4 * m2 * grown * before.MeanNoise;
        return after with
        {
            MeanNoise = before.MeanNoise + masks * s,
            SecondNoise = (before.SecondNoise + masks * before.Fourth) / (keep * keep),
            VarianceNoise =
                Math.Max(variance, 0) + masks * Math.Max(before.Fourth / (keep * keep) - third / keep + 4 * m2 * s, 0),
            Fourth = before.Fourth / (keep * keep * keep),
            CentralFourth = before.Fourth / (keep * keep * keep) - third / (keep * keep) + 6 * m2 * s / keep - 3 * m2 * m2,
        };
    }

    /// <summary>
    /// Of z + scale · f(z). Their deviations are added as if one followed the other, which stands for what units of both have in common by
    /// chance; what a norm took away of one of them is missing in the sum.
    /// </summary>
    public static Signal Add(Signal x, Signal f, Signal sum, double scale)
    {
        var scale2 = scale * scale;
        var variance = Sum(x.VarianceNoise, f.VarianceNoise, scale2);
        var mean = x.MeanNoise + scale2 * f.MeanNoise;
        var mixed = Mixed(x) + scale * scale2 * Mixed(f);
        var centralFourth = x.CentralFourth + 6 * scale2 * x.Variance * f.Variance + scale2 * scale2 * f.CentralFourth;
        var m2 = sum.Mean * sum.Mean;
        return sum with
        {
            MeanNoise = mean,
            SecondNoise = sum.IsGaussian ? Sum(x.SecondNoise, f.SecondNoise, scale2)
                : Math.Max(variance + 4 * m2 * mean + 4 * sum.Mean * mixed, 0),
            VarianceNoise = variance,
            Fourth = centralFourth + 6 * m2 * (x.Variance + scale2 * f.Variance) + m2 * m2,
            CentralFourth = centralFourth,
        };
    }

    /// <summary>
    /// Var (z̄ − m)², of second order in 1/n: next to nothing but behind a norm, which took what is of first order.
    /// </summary>
    private static double Squared(Signal gaussian, double meanNoise) => gaussian.SecondNoise < 0 ? 2 * meanNoise * meanNoise : 0;

    /// <summary>Covariance of the deviations of variance and mean.</summary>
    private static double Mixed(Signal signal) => signal.Mean == 0 ? 0
        : (signal.SecondNoise - signal.VarianceNoise) / (4 * signal.Mean) - signal.Mean * signal.MeanNoise;

    private static double Sum(double x, double f, double scale2) =>
        Square(Math.Sqrt(Math.Max(x, 0)) + scale2 * Math.Sqrt(Math.Max(f, 0))) + Math.Min(x, 0) + scale2 * scale2 * Math.Min(f, 0);

    private static double Square(double x) => x * x;
}
