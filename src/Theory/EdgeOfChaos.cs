using FanIn.Theory.Numerics;

namespace FanIn.Theory;

/// <summary>
/// A critical initialisation: σ_w² E φ′² = 1 at q* = σ_w² E φ² + σ_b², where neither signal nor gradient forgets or explodes
/// exponentially (Poole et al. 2016, eq. 7; Schoenholz et al. 2017, §3; Hayou et al. 2019, definition 2).
/// </summary>
/// <param name="SigmaW">σ_w = √(fan_in Var W).</param>
/// <param name="SigmaB">σ_b = √Var b.</param>
/// <param name="QStar">q*, the variance of the pre-activations that stays; 0 where they decay to 0, but only algebraically.</param>
public sealed record EdgeOfChaos(double SigmaW, double SigmaB, double QStar)
{
    private const double SmallestQ = 1e-12;
    private const double LargestQ = 1e4;
    private const int GridSteps = 160;

    /// <summary>E φ′² below this is next to underflow, and its quotient has no digits: the shrinkers, where q is small beside λ².</summary>
    private const double SmallestSlope = 1e-250;

    /// <summary>The critical point at which pre-activations have variance q: σ_w² = 1/E φ′², σ_b² = q − σ_w² E φ².</summary>
    /// <param name="expectation">Expectations of φ.</param>
    /// <param name="q">The variance, above 0.</param>
    /// <returns>Null where there is none: φ jumps, or σ_b² would be negative.</returns>
    public static EdgeOfChaos? ForVariance(GaussianExpectation expectation, double q)
    {
        var (slope, bias) = At(expectation, q);
        var tolerance = 1e-12 * q;
        return bias >= -tolerance && slope > 0 ? new EdgeOfChaos(1 / Math.Sqrt(slope), Math.Sqrt(Math.Max(bias, 0)), q) : null;
    }

    /// <summary>
    /// The critical point for a given σ_b: that with the smallest q* &gt; 0, or at σ_b = 0 the limit q* = 0 if φ(0) = 0 and φ has a
    /// slope there.
    /// </summary>
    /// <param name="expectation">Expectations of φ.</param>
    /// <param name="sigmaB">σ_b, not negative.</param>
    /// <returns>Null where there is none up to q* = 10⁴, as for softplus.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sigmaB"/> is negative or NaN.</exception>
    public static EdgeOfChaos? ForBias(GaussianExpectation expectation, double sigmaB)
    {
        if (!(sigmaB >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(sigmaB), "A standard deviation is not negative.");
        }

        if (sigmaB == 0 && AtZero(expectation) is { } limit)
        {
            return limit;
        }

        double Distance(double q) => At(expectation, q).Bias - sigmaB * sigmaB;
        var ratio = Elementary.Exp(Elementary.Log(LargestQ / SmallestQ) / GridSteps);
        var low = SmallestQ;
        var atLow = Distance(low);
        for (var step = 1; step <= GridSteps; step++)
        {
            var high = low * ratio;
            var atHigh = Distance(high);
            if (atLow < 0 && atHigh >= 0 || atLow >= 0 && atHigh < 0)
            {
                var q = Root.Between(Distance, low, high);
                return new EdgeOfChaos(1 / Math.Sqrt(At(expectation, q).Slope), sigmaB, q);
            }

            (low, atLow) = (high, atHigh);
        }

        return null;
    }

    /// <summary>σ_b = 0: σ_w = 1/|φ′(0)|, where q → 0 as 1/l; for ReLU's kind √(2/(a² + b²)), where any q stays.</summary>
    private static EdgeOfChaos? AtZero(GaussianExpectation expectation)
    {
        if (!expectation.IsContinuous || expectation.Activation.Value(0) != 0)
        {
            return null;
        }

        var slope = expectation.Moments(0).SlopeSecond;
        return slope > 0 ? new EdgeOfChaos(1 / Math.Sqrt(slope), 0, 0) : null;
    }

    /// <summary>E φ′², and the σ_b² that makes q critical.</summary>
    private static (double Slope, double Bias) At(GaussianExpectation expectation, double q)
    {
        var moments = expectation.Moments(q);
        var slope = expectation.IsContinuous && moments.SlopeSecond >= SmallestSlope ? moments.SlopeSecond : double.NaN;
        return (slope, q - moments.Second / slope);
    }
}
