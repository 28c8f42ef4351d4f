using FanIn.Theory.Activations;
using FanIn.Theory.Kernels;
using FanIn.Theory.Numerics;
using FanIn.Theory.Quadrature;

namespace FanIn.Theory;

/// <summary>
/// Expectations over pairs of correlated pre-activations, in closed form where φ has one (<see cref="IGaussianKernel"/>), otherwise by
/// nested quadrature: over what two inputs share, and within it over what they do not. What two inputs of one variance differ by is a
/// function of d = 1 − c, so that nothing is lost where they become alike.
/// </summary>
public sealed class PairExpectation
{
    /// <summary>Below this distance a pair sees only the tangent of φ; the rounding of φ(x + δ) − φ(x) would count.</summary>
    internal const double TangentDistance = 1e-13;

    private readonly GaussianExpectation _expectation;
    private readonly PanelRule _rule;

    /// <summary>Pairs of one φ, to about 1e-12.</summary>
    public PairExpectation(GaussianExpectation expectation)
        : this(expectation, PanelRule.Fine)
    {
    }

    private IGaussianKernel? Kernel => _expectation.Kernel;

    internal PairExpectation(GaussianExpectation expectation, PanelRule rule) => (_expectation, _rule) = (expectation, rule);

    /// <summary>E φφ̃ for correlation c (Poole et al. 2016, eq. 5).</summary>
    /// <param name="q">Variance of both.</param>
    /// <param name="c">−1 … 1.</param>
    public double Covariance(double q, double c) => c <= 0 || Kernel is not null
        ? Covariance(q, q, c) : _expectation.Moments(q).Second - Moments(q, 1 - c).Distance;

    /// <summary>E φ(u)φ(v) of two pre-activations, which need not be of one size.</summary>
    /// <param name="first">Var u.</param>
    /// <param name="second">Var v.</param>
    /// <param name="c">Their correlation, −1 … 1.</param>
    public double Covariance(double first, double second, double c) =>
        Kernel is not null ? Kernel.Covariance(first, second, c) : PairProducts.Of(_expectation, _rule, first, second, c).Values;

    /// <summary>E φ′φ̃′ for correlation c: the slope of the covariance map in qc, and what becomes of the gradients' covariance.</summary>
    /// <param name="q">Variance of both.</param>
    /// <param name="c">−1 … 1.</param>
    public double SlopeCovariance(double q, double c) => c <= 0 || Kernel is not null
        ? SlopeCovariance(q, q, c) : Moments(q, 1 - c).SlopeProduct;

    /// <summary>E φ′(u)φ′(v) of two pre-activations, which need not be of one size.</summary>
    /// <param name="first">Var u.</param>
    /// <param name="second">Var v.</param>
    /// <param name="c">Their correlation, −1 … 1.</param>
    public double SlopeCovariance(double first, double second, double c) =>
        Kernel is not null ? Kernel.SlopeCovariance(first, second, c) : PairProducts.Of(_expectation, _rule, first, second, c).Slopes;

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
        var pair = d == 1 ? Independent(q, moments)
            : d < TangentDistance || q == 0 ? Tangent(q, d, moments)
            : Nested(q, d, moments);
        if (Kernel is not null)
        {
            pair = pair with { Distance = Kernel.Distance(q, d), SlopeProduct = Kernel.SlopeProduct(q, d) };
        }

        // Equal inputs stay equal, also where slopes have no mean square.
        return d == 0 ? pair with { Distance = 0 } : pair;
    }

    /// <summary>E φ² − E φφ̃ to about 1e-7, and many times faster, of a φ that even steps resolve; NaN of others.</summary>
    /// <param name="q">Variance of both, above 0.</param>
    /// <param name="d">1 − c, from 0 to 1.</param>
    /// <param name="level">Expectations at q.</param>
    internal double Distance(double q, double d, SignalLevel level) => d == 1 ? level.Variance
        : d < TangentDistance ? q * d * level.SlopeSecond
        : _expectation.EvenStep > 0 ? EvenPairs.Distance(_expectation.Activation, q, d, _expectation.EvenStep)
        : double.NaN;

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
        var activation = _expectation.Activation;
        var inner = Inner(Math.Sqrt(q), own);
        var sums = new PairSums(moments);
        var outer = OuterNodes.Of(_rule, shared, own, activation.Kinks, activation.Both);
        for (var i = 0; i < outer.X.Length; i++)
        {
            inner.At(outer.X[i], outer.Values[i]);
            sums.Add(outer.Weights[i] * Density(outer.X[i] / shared) / shared, outer.Values[i], inner);
        }

        return sums.Moments(q);
    }

    private InnerAverages Inner(double s, double tau) => _expectation.Activation is PiecewiseLinear pieces
        ? new InnerPieces(pieces, tau) : new InnerGaussian(_expectation.Activation, _rule, s, tau);

    /// <summary>The normal density to the digits that quadrature needs.</summary>
    internal static double Density(double z) => Elementary.InverseSqrt2Pi * Elementary.Exp(-0.5 * z * z);

    private static double Square(double x) => x * x;
}
