using FanIn.Theory.Activations;
using FanIn.Theory.Numerics;
using FanIn.Theory.Quadrature;

namespace FanIn.Theory;

/// <summary>
/// Expectations over pairs of correlated pre-activations by nested quadrature: over what two inputs share, and within it over what they do
/// not. Everything is a function of d = 1 − c, so that nothing is lost where inputs become alike.
/// </summary>
public sealed class PairExpectation
{
    // Below this distance a pair sees only the tangent of φ; the rounding of φ(x + δ) − φ(x) would count.
    private const double TangentDistance = 1e-13;

    private readonly GaussianExpectation _expectation;
    private readonly PanelRule _rule;

    /// <summary>Pairs of one φ, to about 1e-12.</summary>
    public PairExpectation(GaussianExpectation expectation)
        : this(expectation, PanelRule.Fine)
    {
    }

    internal PairExpectation(GaussianExpectation expectation, PanelRule rule) => (_expectation, _rule) = (expectation, rule);

    /// <summary>E φφ̃ for correlation c (Poole et al. 2016, eq. 5).</summary>
    /// <param name="q">Variance of both.</param>
    /// <param name="c">−1 … 1.</param>
    public double Covariance(double q, double c)
    {
        if (c < 0)
        {
            return Mirrored(q, c).Values;
        }

        var moments = _expectation.Moments(q);
        return c == 0 ? moments.Mean * moments.Mean : moments.Second - Moments(q, 1 - c).Distance;
    }

    /// <summary>E φ′φ̃′ for correlation c: the slope of the covariance map in qc, and what becomes of the gradients' covariance.</summary>
    /// <param name="q">Variance of both.</param>
    /// <param name="c">−1 … 1.</param>
    public double SlopeCovariance(double q, double c) =>
        c < 0 ? Mirrored(q, c).Slopes : Moments(q, 1 - c).SlopeProduct;

    /// <summary>All expectations of a pair.</summary>
    /// <param name="q">Variance of both.</param>
    /// <param name="d">1 − c, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">d is outside, or q negative.</exception>
    public PairMoments Moments(double q, double d)
    {
        if (!(d >= 0 && d <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(d), "1 − c lies between 0 and 1.");
        }

        var moments = _expectation.Moments(q);
        return d == 1 ? Independent(q, moments)
            : d < TangentDistance || q == 0 ? Tangent(q, d, moments)
            : Nested(q, d, moments);
    }

    /// <summary>c = 0: products of single expectations; by Stein's lemma ∂²/∂c² E[gg̃] = E[g (z² − 1)]².</summary>
    private static PairMoments Independent(double q, GaussianMoments moments) => new(
        moments.Variance,
        moments.SlopeMean * moments.SlopeMean,
        1,
        0,
        Square(2 * q * moments.Growth),
        0,
        Square(2 * q * moments.VarianceGrowth),
        Square(moments.Curvature),
        0,
        0,
        0,
        Square(2 * q * moments.SlopeGrowth));

    /// <summary>c next to 1: φ is its tangent within the distance, D = q d φ′².</summary>
    private static PairMoments Tangent(double q, double d, GaussianMoments moments) => new(
        q * d * moments.SlopeSecond,
        moments.SlopeSecond,
        moments.SlopeFourth / Square(moments.SlopeSecond),
        moments.Fourth - Square(moments.Second),
        0,
        moments.CentralFourth - Square(moments.Variance),
        0,
        0,
        Math.Max(TangentSpread(moments, moments.SlopeDeviation / moments.Variance, moments.CentralFourth / Square(moments.Variance)), 0),
        Math.Max(TangentSpread(moments, moments.SlopeValue / moments.Second, moments.Fourth / Square(moments.Second)), 0),
        moments.SlopeFourth - Square(moments.SlopeSecond),
        0);

    /// <summary>Var[φ′²/E φ′² − g/E g] of a square g, from E[φ′² g]/E g and E g²/(E g)².</summary>
    private static double TangentSpread(GaussianMoments moments, double mixed, double fourth) =>
        moments.SlopeFourth / Square(moments.SlopeSecond) - 2 * mixed / moments.SlopeSecond + fourth;

    private PairMoments Nested(double q, double d, GaussianMoments moments)
    {
        var (shared, own) = (Math.Sqrt(q * (1 - d)), Math.Sqrt(q * d));
        var inner = Inner(Math.Sqrt(q), own);
        var sums = new PairSums(moments);
        var outer = Outer(shared, own);
        for (var i = 0; i < outer.X.Length; i++)
        {
            inner.At(outer.X[i], outer.Values[i]);
            sums.Add(outer.Weights[i] * Density(outer.X[i] / shared) / shared, outer.Values[i], inner);
        }

        return sums.Moments(q);
    }

    /// <summary>E φφ̃ and E φ′φ̃′ for c &lt; 0: what the two share has opposite signs.</summary>
    private (double Values, double Slopes) Mirrored(double q, double c)
    {
        var activation = _expectation.Activation;
        if (c <= -1 + TangentDistance)
        {
            double[] both = [.. activation.Kinks, .. activation.Kinks.Select(kink => -kink)];
            return (GaussianExpectation.Of(x => activation.Value(x) * activation.Value(-x), q, both),
                GaussianExpectation.Of(x => activation.Derivative(x) * activation.Derivative(-x), q, both));
        }

        var (shared, own) = (Math.Sqrt(q * -c), Math.Sqrt(q * (1 + c)));
        var inner = new InnerGaussian(activation, _rule, Math.Sqrt(q), own);
        var outer = Outer(shared, own);
        double values = 0, slopes = 0;
        for (var i = 0; i < outer.X.Length; i++)
        {
            var weight = outer.Weights[i] * Density(outer.X[i] / shared) / shared;
            var (one, other) = (inner.Average(outer.X[i]), inner.Average(-outer.X[i]));
            values += weight * (one.Value * other.Value);
            slopes += weight * (one.Slope * other.Slope);
        }

        return (values, slopes);
    }

    private InnerAverages Inner(double s, double tau) => _expectation.Activation is PiecewiseLinear pieces
        ? new InnerPieces(pieces, tau) : new InnerGaussian(_expectation.Activation, _rule, s, tau);

    /// <summary>
    /// The outer integral's points, over what is shared: they resolve what averaging over τ makes of φ. That is φ itself where τ is narrow;
    /// nothing is finer than τ.
    /// </summary>
    private NodeTable Outer(double s, double tau)
    {
        var activation = _expectation.Activation;
        var splits = _rule.Width * s <= _rule.SmoothedWidth * tau ? [] : Splits(activation.Kinks, tau);
        return NodeTable.Of(
            Panels.Cut(_rule, _rule.Reach * s, _rule.Width * s, _rule.SmoothedWidth * tau, splits, activation.Both), _rule);
    }

    /// <summary>Around each kink and its mirror image.</summary>
    private double[] Splits(IReadOnlyList<double> kinks, double tau)
    {
        var offsets = _rule.KinkOffsets;
        var splits = new double[2 * kinks.Count * offsets.Length];
        for (var i = 0; i < splits.Length; i++)
        {
            var kink = kinks[i / (2 * offsets.Length)];
            splits[i] = (i / offsets.Length % 2 == 0 ? kink : -kink) + offsets[i % offsets.Length] * tau;
        }

        return splits;
    }

    private static double Density(double z) => Elementary.InverseSqrt2Pi * Elementary.Exp(-0.5 * z * z);

    private static double Square(double x) => x * x;
}
