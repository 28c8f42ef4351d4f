using static FanIn.Theory.Numerics.Elementary;

namespace FanIn.Theory.Kernels;

/// <summary>
/// φ(x) = x Φ(x). With k = Cov(u, v), p = (1 + q₁)(1 + q₂), Δ = √(p − k²): 2π E φ(u)φ(v) = k(π/2 + arctan(k/Δ)) + (k² + q₁q₂Δ²)/(pΔ)
/// (Tsuchida, Pearce et al. 2021, "Avoiding kernel fixed points", theorem 1). It follows by Stein's lemma, applied to u and then to v, from
/// E Φ(u)Φ(v) = ¼ + arcsin(k/√p)/2π and E n(u)n(v) = 1/(2πΔ), n the normal density. Its slopes are its derivative in k.
/// </summary>
internal sealed class GeluKernel : IGaussianKernel
{
    private const double Circle = 2 * Math.PI;

    /// <summary>q E Φ′ = q/√(2π(1 + q)), by Stein's lemma.</summary>
    public double Mean(double q) => q * InverseSqrt2Pi / Math.Sqrt(1 + q);

    /// <inheritdoc/>
    public double Second(double q)
    {
        var root = Math.Sqrt(1 + 2 * q);
        return q * (QuarterAndArc(q / root) + q / (Math.PI * (1 + q) * root));
    }

    /// <inheritdoc/>
    public double Growth(double q)
    {
        var root = Math.Sqrt(1 + 2 * q);
        return QuarterAndArc(q / root)
            + q / ((1 + q) * root) * (0.5 + 1 / (1 + q) + (1 + q) / (1 + 2 * q)) / Math.PI;
    }

    /// <summary>½, by symmetry: φ(x) − x/2 is even.</summary>
    public double SlopeMean(double q) => 0.5;

    /// <inheritdoc/>
    public double SlopeSecond(double q) => SlopeProduct(q, 0);

    /// <summary>
    /// With δ the difference of the arcs at q and at k, 2π times it is qd(π/2 + arcsin(q/(1 + q))) + k(δ − sin δ) − Δ(1 − cos δ)
    /// + (Δ − Δ_q)(1/(Δ Δ_q) + 2/(1 + q)): nothing in it is larger than the whole.
    /// </summary>
    public double Distance(double q, double d)
    {
        var arc = new ArcDifference(q, d);
        var bend = arc.Nearer * AngleLessSine(arc.Value, arc.Sine) - arc.Height * arc.CosineDefect;
        var rest = arc.HeightDifference * (1 / arc.Height / arc.HeightAtMost + 2 / (1 + q));
        return q * d * QuarterAndArc(q / arc.HeightAtMost) + (bend + rest) / Circle;
    }

    /// <inheritdoc/>
    public double SlopeProduct(double q, double d) => Slopes(q, q, q * (1 - d), Math.Sqrt(1 + q * d) * Math.Sqrt(1 + q * (2 - d)));

    /// <inheritdoc/>
    public double Covariance(double first, double second, double c)
    {
        var (k, height) = (Covariance(first, second) * c, ArcDifference.HeightOf(first, second, c));
        var rest = k / (1 + first) * (k / (1 + second)) / height + first / (1 + first) * (second / (1 + second)) * height;
        return k * QuarterAndArc(k / height) + rest / Circle;
    }

    /// <inheritdoc/>
    public double SlopeCovariance(double first, double second, double c) =>
        Slopes(first, second, Covariance(first, second) * c, ArcDifference.HeightOf(first, second, c));

    /// <summary>¼ + arctan(k/Δ)/2π + k/(2πΔ) · (1/Δ² + 1/(1 + q₁) + 1/(1 + q₂)).</summary>
    private static double Slopes(double first, double second, double k, double height) =>
        QuarterAndArc(k / height) + k / height * (1 / height / height + 1 / (1 + first) + 1 / (1 + second)) / Circle;

    /// <summary>The largest k.</summary>
    private static double Covariance(double first, double second) => Math.Sqrt(first) * Math.Sqrt(second);

    private static double QuarterAndArc(double tangent) => 0.25 + Atan(tangent) / Circle;
}
