using FanIn.Theory.Numerics;

namespace FanIn.Theory;

/// <summary>How variances end.</summary>
public enum FixedPointKind
{
    /// <summary>At a value above 0.</summary>
    Converges,

    /// <summary>At 0.</summary>
    Vanishes,

    /// <summary>Every variance stays what it is.</summary>
    Marginal,

    /// <summary>Nowhere: they grow without end.</summary>
    Diverges,
}

/// <summary>
/// The end of a deep network of equal layers, and how many layers it takes to get there (Poole et al. 2016; Schoenholz et al. 2017, §3).
/// A depth scale is infinite at the edge of chaos, and that of the gradient is negative where gradients grow.
/// </summary>
/// <param name="Kind">How variances end.</param>
/// <param name="QStar">q*; infinite where they diverge.</param>
/// <param name="Chi">χ₁ at q*: below 1 inputs become alike and gradients vanish, above 1 neither; NaN where they diverge.</param>
/// <param name="Alpha">∂q′/∂q at q*.</param>
/// <param name="DStar">1 − c*: 0 where inputs become alike; NaN where q* is not above 0.</param>
/// <param name="ChiAtCStar">σ_w² E φ′φ̃′ at c*; NaN where q* is not above 0.</param>
public sealed record FixedPoint(FixedPointKind Kind, double QStar, double Chi, double Alpha, double DStar, double ChiAtCStar)
{
    private const double Nothing = 1e-12;
    private const double Everything = 1e12;
    private const int PlainSteps = 30;
    private const int MostSteps = 2000;
    private const double NextToOne = 1e-12;

    /// <summary>c*.</summary>
    public double CStar => 1 - DStar;

    /// <summary>ξ_q = −1/ln α (Schoenholz et al. 2017, eq. 7).</summary>
    public double VarianceDepth => Depth(Alpha);

    /// <summary>ξ_c = −1/ln χ_c (Schoenholz et al. 2017, eq. 9).</summary>
    public double CorrelationDepth => Depth(ChiAtCStar);

    /// <summary>ξ_∇ = −1/ln χ₁ (Schoenholz et al. 2017, eq. 15).</summary>
    public double GradientDepth => Depth(Chi);

    /// <summary>Iterates a map to its end.</summary>
    /// <param name="map">The layer.</param>
    /// <param name="q0">Where variances start, above 0.</param>
    public static FixedPoint Of(MeanFieldMap map, double q0)
    {
        var (kind, q) = VarianceOf(map, q0);
        return kind switch
        {
            FixedPointKind.Diverges => new FixedPoint(kind, double.PositiveInfinity, double.NaN, double.NaN, double.NaN, double.NaN),
            FixedPointKind.Vanishes => new FixedPoint(kind, 0, map.Chi(0), map.Alpha(0), double.NaN, double.NaN),
            _ => WithCorrelation(map, kind, q),
        };
    }

    private static (FixedPointKind Kind, double Q) VarianceOf(MeanFieldMap map, double q0)
    {
        if (IsFixed(map, q0) && IsFixed(map, 2 * q0) && IsFixed(map, q0 / 3))
        {
            return (FixedPointKind.Marginal, q0);
        }

        var q = q0;
        for (var step = 0; step < MostSteps; step++)
        {
            var next = map.Variance(q);
            if (!(next <= Everything))
            {
                return (FixedPointKind.Diverges, double.PositiveInfinity);
            }

            if (next < Nothing)
            {
                return (FixedPointKind.Vanishes, 0);
            }

            if (Math.Abs(next - q) <= 2e-16 * next)
            {
                return (FixedPointKind.Converges, next);
            }

            // Newton's step, where the map has settled: it leads in the map's own direction or across an end of it.
            var newton = q - (next - q) / (map.Alpha(q) - 1);
            if (step >= PlainSteps && newton > q == next > q)
            {
                next = newton < Nothing ? 0 : newton;
            }

            if (step >= PlainSteps && newton <= 0 && next > q)
            {
                return (FixedPointKind.Diverges, double.PositiveInfinity);
            }

            if (next == 0)
            {
                return (FixedPointKind.Vanishes, 0);
            }

            if (step > PlainSteps + 4 && Math.Abs(next - q) <= 4e-16 * q)
            {
                return (FixedPointKind.Converges, next);
            }

            q = next;
        }

        return (FixedPointKind.Converges, q);
    }

    private static bool IsFixed(MeanFieldMap map, double q) => Math.Abs(map.Variance(q) - q) <= 1e-13 * q;

    private static FixedPoint WithCorrelation(MeanFieldMap map, FixedPointKind kind, double q)
    {
        var chi = map.Chi(q);
        var d = chi <= 1 + NextToOne ? 0 : DistanceOf(map, q);
        return new FixedPoint(kind, q, chi, map.Alpha(q), d, map.SigmaW2 * map.Activation.Pairs.Moments(q, d).SlopeProduct);
    }

    /// <summary>The distance that stays, in the chaotic phase.</summary>
    private static double DistanceOf(MeanFieldMap map, double q)
    {
        var mean = map.Activation.Moments(q).Mean;
        if (map.SigmaW2 * mean * mean + map.SigmaB2 <= 1e-13 * q)
        {
            return 1;
        }

        double Growth(double d) => map.SigmaW2 * map.Activation.Pairs.Moments(q, d).Distance / q - d;
        return Root.Between(Growth, 1e-12, 1);
    }

    private static double Depth(double factor) => Math.Abs(factor - 1) <= NextToOne ? double.PositiveInfinity : -1 / Elementary.Log(factor);
}
