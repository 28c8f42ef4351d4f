using FanIn.Theory.Numerics;

namespace FanIn.Theory.Kernels;

/// <summary>φ = erf: E φ(u)φ(v) = (2/π) arcsin(2k/√((1 + 2q₁)(1 + 2q₂))) with k = Cov(u, v) (Williams 1997, eq. 11).</summary>
internal sealed class ErfKernel : IGaussianKernel
{
    private const double TwoOverPi = 2 / Math.PI;

    /// <inheritdoc/>
    public double Mean(double q) => 0;

    /// <summary>(2/π) arcsin(2q/(1 + 2q)).</summary>
    public double Second(double q) => TwoOverPi * Elementary.Atan(2 * q / Math.Sqrt(1 + 4 * q));

    /// <inheritdoc/>
    public double Growth(double q) => 2 * TwoOverPi / ((1 + 2 * q) * Math.Sqrt(1 + 4 * q));

    /// <inheritdoc/>
    public double SlopeMean(double q) => Elementary.TwoOverSqrtPi / Math.Sqrt(1 + 2 * q);

    /// <inheritdoc/>
    public double SlopeSecond(double q) => 2 * TwoOverPi / Math.Sqrt(1 + 4 * q);

    /// <summary>(2/π) times the difference of two arcs of a circle.</summary>
    public double Distance(double q, double d) => TwoOverPi * new ArcDifference(2 * q, d).Value;

    /// <summary>(4/π)/√((1 + 2q)² − 4k²), the derivative of the arcsine.</summary>
    public double SlopeProduct(double q, double d) => 2 * TwoOverPi / (Math.Sqrt(1 + 2 * q * d) * Math.Sqrt(1 + 2 * q * (2 - d)));

    /// <inheritdoc/>
    public double Covariance(double first, double second, double c) =>
        TwoOverPi * Elementary.Atan(2 * c * Math.Sqrt(first) * Math.Sqrt(second) / ArcDifference.HeightOf(2 * first, 2 * second, c));

    /// <inheritdoc/>
    public double SlopeCovariance(double first, double second, double c) =>
        2 * TwoOverPi / ArcDifference.HeightOf(2 * first, 2 * second, c);
}
