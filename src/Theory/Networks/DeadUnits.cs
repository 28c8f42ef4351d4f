using FanIn.Theory.Activations;
using FanIn.Theory.Numerics;
using FanIn.Theory.Quadrature;

namespace FanIn.Theory.Networks;

/// <summary>Units that answer no input of a batch.</summary>
internal static class DeadUnits
{
    private const double NearlyNone = 1e-12;
    private const int RayPanels = 4;

    /// <summary>
    /// E_u P(slope zero | u)^N: given what all inputs share, u, each input's pre-activation is √q (√c u + √(1 − c) ξ). For ReLU it is
    /// E_u Φ(−u √(c/(1 − c)))^N.
    /// </summary>
    /// <param name="flat">Where the slope is zero.</param>
    /// <param name="q">Variance of the pre-activations.</param>
    /// <param name="d">1 − c.</param>
    /// <param name="batch">N.</param>
    public static double Share(IReadOnlyList<(double Low, double High)> flat, double q, double d, int batch)
    {
        if (flat.Count == 0)
        {
            return 0;
        }

        var s = Math.Sqrt(q);
        if (d <= NearlyNone)
        {
            return SlopeProfile.Share(flat, 0, s);
        }

        var shared = s * Math.Sqrt(1 - d);
        var own = s * Math.Sqrt(d);
        if (flat.Count == 1 && d < 1 && IsRay(flat[0]))
        {
            // Seen from the flat side: alive with probability Φ((u − edge)·shared/own).
            var edge = (double.IsInfinity(flat[0].Low) ? flat[0].High : -flat[0].Low) / shared;
            return OfRay(edge, own / shared, batch);
        }

        double Survivors(double u)
        {
            var alive = 1 - SlopeProfile.Share(flat, shared * u, own);
            return alive >= 1 ? 0 : Elementary.Exp(batch * Elementary.Log1p(-Math.Max(alive, 0)));
        }

        return d >= 1 ? Survivors(0) : GaussianExpectation.Of(Survivors, 1, PanelRule.Coarse, []);
    }

    private static bool IsRay((double Low, double High) piece) => double.IsInfinity(piece.Low) != double.IsInfinity(piece.High);

    /// <summary>E_u (1 − Φ((u − edge)/width))^N: 1 where hardly any input is alive, 0 where many are, an integral between.</summary>
    private static double OfRay(double edge, double width, int batch)
    {
        var low = edge + width * Elementary.NormalQuantile(NearlyNone / batch);
        var high = edge + width * Elementary.NormalQuantile(Math.Min(30.0 / batch, 1 - 1e-9));
        var rule = PanelRule.Fine.Rule;
        var sum = Elementary.NormalCdf(low);
        for (var panel = 0; panel < RayPanels; panel++)
        {
            var half = (high - low) / (2 * RayPanels);
            for (var k = 0; k < rule.Points.Length; k++)
            {
                var u = low + half * (2 * panel + 1 + rule.Points[k]);
                var dead = Elementary.Exp(batch * Elementary.Log1p(-Elementary.NormalCdf((u - edge) / width)));
                sum += half * rule.Weights[k] * Elementary.NormalDensity(u) * dead;
            }
        }

        return sum;
    }
}
