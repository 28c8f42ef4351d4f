using FanIn.Theory.Numerics;

namespace FanIn.Theory.Kernels;

/// <summary>
/// φ = sin: sin u sin v = ½(cos(u − v) − cos(u + v)), and E cos of a Gaussian is its characteristic function at 1, e^(−½ Var)
/// (Abramowitz and Stegun 1964, 26.2.14): E φ(u)φ(v) = e^(−½(q₁ + q₂)) sinh k with k = Cov(u, v).
/// </summary>
internal sealed class SineKernel : IGaussianKernel
{
    /// <inheritdoc/>
    public double Mean(double q) => 0;

    /// <summary>½(1 − e^(−2q)).</summary>
    public double Second(double q) => -Elementary.Expm1(-2 * q) / 2;

    /// <inheritdoc/>
    public double Growth(double q) => Elementary.Exp(-2 * q);

    /// <inheritdoc/>
    public double SlopeMean(double q) => Elementary.Exp(-q / 2);

    /// <summary>½(1 + e^(−2q)).</summary>
    public double SlopeSecond(double q) => (1 + Elementary.Exp(-2 * q)) / 2;

    /// <summary>e^(−q)(sinh q − sinh qc) = ½(1 − e^(−qd))(1 + e^(−q(2 − d))).</summary>
    public double Distance(double q, double d) => -Elementary.Expm1(-q * d) * (1 + Elementary.Exp(-q * (2 - d))) / 2;

    /// <summary>e^(−q) cosh qc.</summary>
    public double SlopeProduct(double q, double d) => (Elementary.Exp(-q * d) + Elementary.Exp(-q * (2 - d))) / 2;

    /// <inheritdoc/>
    public double Covariance(double first, double second, double c)
    {
        var half = Even(first, second, Math.Abs(c)) * -Elementary.Expm1(-2 * Math.Abs(c) * Math.Sqrt(first) * Math.Sqrt(second)) / 2;
        return c < 0 ? -half : half;
    }

    /// <summary>e^(−½(q₁ + q₂)) cosh k.</summary>
    public double SlopeCovariance(double first, double second, double c) => (Even(first, second, c) + Even(first, second, -c)) / 2;

    /// <summary>E cos(u − v): half the variance of u − v is ½(√q₁ − √q₂)² + √(q₁q₂)(1 − c).</summary>
    private static double Even(double first, double second, double c)
    {
        var difference = Math.Sqrt(first) - Math.Sqrt(second);
        return Elementary.Exp(-(difference * difference / 2 + Math.Sqrt(first) * Math.Sqrt(second) * (1 - c)));
    }
}
