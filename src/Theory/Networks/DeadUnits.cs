using FanIn.Theory.Activations;
using FanIn.Theory.Numerics;
using FanIn.Theory.Quadrature;

namespace FanIn.Theory.Networks;

/// <summary>Units that answer no input of a batch.</summary>
internal static class DeadUnits
{
    private const double NearlyNone = 1e-12;

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
        double Survivors(double u)
        {
            var alive = 1 - SlopeProfile.Share(flat, shared * u, own);
            return alive >= 1 ? 0 : Elementary.Exp(batch * Elementary.Log1p(-Math.Max(alive, 0)));
        }

        return d >= 1 ? Survivors(0) : GaussianExpectation.Of(Survivors, 1, PanelRule.Coarse, []);
    }
}
