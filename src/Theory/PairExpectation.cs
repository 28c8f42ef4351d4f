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
            return Mirrored(q, c, _expectation.Activation.Value);
        }

        var moments = _expectation.Moments(q);
        return c == 0 ? moments.Mean * moments.Mean : moments.Second - Moments(q, 1 - c).Distance;
    }

    /// <summary>E φ′φ̃′ for correlation c: the slope of the covariance map in qc, and what becomes of the gradients' covariance.</summary>
    /// <param name="q">Variance of both.</param>
    /// <param name="c">−1 … 1.</param>
    public double SlopeCovariance(double q, double c) =>
        c < 0 ? Mirrored(q, c, _expectation.Activation.Derivative) : Moments(q, 1 - c).SlopeProduct;

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
        var inner = Inner(Math.Sqrt(q), Math.Sqrt(q * d));
        var sums = new PairSums(moments);
        foreach (var (mu, weight) in Outer(Math.Sqrt(q * (1 - d)), Math.Sqrt(q * d)))
        {
            var centre = _expectation.Activation.Value(mu);
            inner.At(mu, centre);
            sums.Add(weight, centre, inner);
        }

        return sums.Moments(q);
    }

    /// <summary>E f(a)f(ã) for c &lt; 0: what the two share has opposite signs.</summary>
    private double Mirrored(double q, double c, Func<double, double> function)
    {
        if (c <= -1 + TangentDistance)
        {
            double[] both = [.. _expectation.Activation.Kinks, .. _expectation.Activation.Kinks.Select(kink => -kink)];
            return GaussianExpectation.Of(x => function(x) * function(-x), q, both);
        }

        var tau = Math.Sqrt(q * (1 + c));
        var inner = Inner(Math.Sqrt(q), tau);
        return Outer(Math.Sqrt(q * -c), tau).Sum(node => node.Weight * inner.Average(node.X, function) * inner.Average(-node.X, function));
    }

    private InnerGaussian Inner(double s, double tau)
    {
        var panels = Panels.Cut(_rule, s, _expectation.Activation.Kinks, _expectation.Activation.Both);
        double[] edges = [.. panels.Select(panel => panel.Low), panels[panels.Count - 1].High];
        return new InnerGaussian(_expectation.Activation, _rule, edges, tau);
    }

    /// <summary>The outer integral's points, over what is shared: they resolve φ and what averaging over τ makes of its kinks.</summary>
    private IEnumerable<(double X, double Weight)> Outer(double s, double tau)
    {
        var activation = _expectation.Activation;
        var kinks = activation.Kinks.Concat(activation.Kinks.Select(kink => -kink)).Distinct();
        var splits = kinks.SelectMany(kink => _rule.KinkOffsets.Select(offset => kink + offset * tau));
        foreach (var (low, high) in Panels.Cut(_rule, s, splits, activation.Both))
        {
            var half = (high - low) / 2;
            for (var k = 0; k < _rule.Points; k++)
            {
                var x = low + half + half * _rule.Rule.Points[k];
                yield return (x, half * _rule.Rule.Weights[k] / s * Elementary.InverseSqrt2Pi * Elementary.Exp(-0.5 * (x / s) * (x / s)));
            }
        }
    }

    private static double Square(double x) => x * x;
}
