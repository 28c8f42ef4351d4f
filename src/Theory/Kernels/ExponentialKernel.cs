using FanIn.Theory.Numerics;

namespace FanIn.Theory.Kernels;

/// <summary>
/// φ(x) = eˣ, which is its own slope: E φ(u)φ(v) = e^(½ Var(u + v)), a Gaussian's moment-generating function (Abramowitz and Stegun 1964,
/// 26.2.13).
/// </summary>
internal sealed class ExponentialKernel : IGaussianKernel
{
    /// <inheritdoc/>
    public double Mean(double q) => Elementary.Exp(q / 2);

    /// <inheritdoc/>
    public double Second(double q) => Elementary.Exp(2 * q);

    /// <inheritdoc/>
    public double Growth(double q) => 2 * Elementary.Exp(2 * q);

    /// <inheritdoc/>
    public double SlopeMean(double q) => Mean(q);

    /// <inheritdoc/>
    public double SlopeSecond(double q) => Second(q);

    /// <summary>e^(2q)(1 − e^(−qd)).</summary>
    public double Distance(double q, double d) => Second(q) * -Elementary.Expm1(-q * d);

    /// <inheritdoc/>
    public double SlopeProduct(double q, double d) => Elementary.Exp(q * (2 - d));

    /// <inheritdoc/>
    public double Covariance(double first, double second, double c) =>
        Elementary.Exp((first + second) / 2 + c * Math.Sqrt(first) * Math.Sqrt(second));

    /// <inheritdoc/>
    public double SlopeCovariance(double first, double second, double c) => Covariance(first, second, c);
}
