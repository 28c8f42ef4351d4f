using FanIn.Theory;
using FanIn.Theory.Activations;
using static FanIn.Experiments.Tests.Reproductions.PublishedNumber;

namespace FanIn.Experiments.Tests.Reproductions;

/// <summary>Fixed points, depth scales and critical points of smooth activations.</summary>
internal static class MeanFieldTheory
{
    private static readonly ActivationTheory Tanh = ActivationTheory.Of(StandardActivations.Find("tanh")!);

    public static IReadOnlyList<PublishedNumber> Poole()
    {
        var (ordered, chaotic, wild) = (End(1.3), End(2.5), End(4));
        return
        [
            Claim("q* for σ_w = 1.3", "fig. 1", "drawn", ordered.QStar, ordered.Kind == FixedPointKind.Converges),
            Claim("q* for σ_w = 2.5", "fig. 1", "drawn", chaotic.QStar, chaotic.Kind == FixedPointKind.Converges),
            Claim("q* for σ_w = 4", "fig. 1", "drawn", wild.QStar, wild.Kind == FixedPointKind.Converges),
            Claim("χ₁ for σ_w = 1.3", "eq. 7, fig. 2", "below 1: ordered", ordered.Chi, ordered.Chi < 1),
            Claim("χ₁ for σ_w = 2.5", "eq. 7, fig. 2", "above 1: chaotic", chaotic.Chi, chaotic.Chi > 1),
            Claim("χ₁ for σ_w = 4", "eq. 7, fig. 2", "above 1: chaotic", wild.Chi, wild.Chi > 1),
            Claim("c* for σ_w = 1.3", "fig. 2", "1", ordered.CStar, ordered.DStar == 0),
            Claim("c* for σ_w = 2.5", "fig. 2", "below 1", chaotic.CStar, chaotic.CStar is > 0 and < 1),
            Claim("c* for σ_w = 4", "fig. 2", "below that", wild.CStar, wild.CStar > 0 && wild.CStar < chaotic.CStar),
        ];

        static FixedPoint End(double sigmaW) => new MeanFieldMap(Tanh, sigmaW, 0.3).FixedPoint();
    }

    public static IReadOnlyList<PublishedNumber> Schoenholz()
    {
        double sigmaB = Math.Sqrt(0.05);
        var critical = EdgeOfChaos.ForBias(Tanh.Expectation, sigmaB)!;
        var edge = new MeanFieldMap(Tanh, critical.SigmaW, sigmaB).FixedPoint(critical.QStar);
        FixedPoint End(double sigmaW2) => new MeanFieldMap(Tanh, Math.Sqrt(sigmaW2), sigmaB).FixedPoint();
        var (far, near, chaos, beyond) = (End(1.4), End(1.7), End(2), End(4));
        double ratio = near.GradientDepth / near.CorrelationDepth;
        return
        [
            Claim("σ_w² where order turns into chaos", "χ₁ = 1", "drawn", critical.SigmaW * critical.SigmaW, near.Chi < 1 && chaos.Chi > 1),
            Claim("ξ_c for σ_w² = 1.4", "eq. 9", "finite", far.CorrelationDepth, double.IsFinite(far.CorrelationDepth)),
            Claim("ξ_c for σ_w² = 1.7", "eq. 9", "larger", near.CorrelationDepth, near.CorrelationDepth > far.CorrelationDepth),
            Claim("1/ξ_c at the edge", "eq. 9", "0: ξ_c diverges", 1 / edge.CorrelationDepth, 1 / edge.CorrelationDepth < 1e-9),
            Claim("ξ_c for σ_w² = 2", "eq. 9", "finite again", chaos.CorrelationDepth, double.IsFinite(chaos.CorrelationDepth)),
            Claim("ξ_c for σ_w² = 4", "eq. 9", "smaller", beyond.CorrelationDepth, beyond.CorrelationDepth < chaos.CorrelationDepth),
            Claim("ξ_q at the edge", "eq. 7", "finite", edge.VarianceDepth, edge.VarianceDepth < 10),
            Claim("ξ_∇ for σ_w² = 1.7", "eq. 15", "ξ_c, in the ordered phase", near.GradientDepth, Math.Abs(ratio - 1) < 1e-9),
            Claim("ξ_∇ for σ_w² = 4", "eq. 15", "negative: gradients explode", beyond.GradientDepth, beyond.GradientDepth < 0),
        ];
    }

    public static IReadOnlyList<PublishedNumber> Roberts()
    {
        var (gelu, swish) = (HalfStable("gelu", 1, 10), HalfStable("silu", 5, 50));
        return
        [
            Decimal("C_W of GELU", "§5.3.4", "1.98305826", gelu.SigmaW * gelu.SigmaW),
            Decimal("C_b of GELU", "§5.3.4", "0.17292239", gelu.SigmaB * gelu.SigmaB),
            Decimal("C_W of SWISH", "§5.3.4", "1.98800468", swish.SigmaW * swish.SigmaW),
            Decimal("C_b of SWISH", "§5.3.4", "0.55514317", swish.SigmaB * swish.SigmaB),
        ];
    }

    /// <summary>Where E φφ″ = 0, and so χ₁ = α = 1 at once; by halving.</summary>
    private static EdgeOfChaos HalfStable(string activation, double low, double high)
    {
        var theory = ActivationTheory.Of(StandardActivations.Find(activation)!);
        double Excess(double q) => theory.Moments(q).Growth - theory.Moments(q).SlopeSecond;
        for (int step = 0; step < 100; step++)
        {
            double middle = (low + high) / 2;
            (low, high) = Excess(low) < 0 == Excess(middle) < 0 ? (middle, high) : (low, middle);
        }

        return EdgeOfChaos.ForVariance(theory.Expectation, low)!;
    }
}
