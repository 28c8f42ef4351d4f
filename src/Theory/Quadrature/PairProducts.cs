using FanIn.Theory.Activations;

namespace FanIn.Theory.Quadrature;

/// <summary>E φ(u)φ(v) and E φ′(u)φ′(v) of two pre-activations of any variances and any correlation, by nested quadrature.</summary>
internal static class PairProducts
{
    /// <summary>
    /// Both: over what u and v share, in v to another scale, for c below 0 with another sign, the product of two averages.
    /// </summary>
    /// <param name="expectation">Of φ.</param>
    /// <param name="rule">How finely.</param>
    /// <param name="first">Var u.</param>
    /// <param name="second">Var v.</param>
    /// <param name="c">Their correlation, −1 … 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">c is outside.</exception>
    public static (double Values, double Slopes) Of(
        GaussianExpectation expectation, PanelRule rule, double first, double second, double c)
    {
        if (!(c >= -1 && c <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(c), "A correlation lies between −1 and 1.");
        }

        if (c == 0 || first == 0 || second == 0)
        {
            var (u, v) = (expectation.Moments(first), expectation.Moments(second));
            return (u.Mean * v.Mean, u.SlopeMean * v.SlopeMean);
        }

        var activation = expectation.Activation;
        var ratio = Math.Sign(c) * Math.Sqrt(second / first);
        double[] kinks = [.. activation.Kinks, .. activation.Kinks.Select(kink => kink / ratio)];
        var d = 1 - Math.Abs(c);
        return d <= PairExpectation.TangentDistance
            ? (GaussianExpectation.Of(x => activation.Value(x) * activation.Value(ratio * x), first, kinks),
                GaussianExpectation.Of(x => activation.Derivative(x) * activation.Derivative(ratio * x), first, kinks))
            : Nested(activation, rule, first, ratio, d, kinks);
    }

    private static (double Values, double Slopes) Nested(
        IScalarActivation activation, PanelRule rule, double q, double ratio, double d, double[] kinks)
    {
        var (shared, own, scale) = (Math.Sqrt(q * (1 - d)), Math.Sqrt(q * d), Math.Abs(ratio));
        var u = new InnerGaussian(activation, rule, Math.Sqrt(q), own);
        var v = new InnerGaussian(activation, rule, scale * Math.Sqrt(q), scale * own);
        var outer = OuterNodes.Of(rule, shared, own, kinks, x => (activation.Value(x), activation.Value(ratio * x)));
        double values = 0, slopes = 0;
        for (var i = 0; i < outer.X.Length; i++)
        {
            var weight = outer.Weights[i] * PairExpectation.Density(outer.X[i] / shared) / shared;
            var (one, other) = (u.Average(outer.X[i]), v.Average(ratio * outer.X[i]));
            values += weight * (one.Value * other.Value);
            slopes += weight * (one.Slope * other.Slope);
        }

        return (values, slopes);
    }
}
