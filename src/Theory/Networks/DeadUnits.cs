using FanIn.Theory.Activations;
using FanIn.Theory.Numerics;
using FanIn.Theory.Quadrature;

namespace FanIn.Theory.Networks;

/// <summary>Units that answer no input of a batch.</summary>
internal static class DeadUnits
{
    private const double NearlyNone = 1e-12;
    private const double Nothing = 1e-15;
    private const double Reach = 8.5;
    private const double Step = 1.5;
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

        return d >= 1 ? Survivors(0) : Integral(Survivors, Breaks(flat, shared, own, batch));
    }

    /// <summary>Where the integrand of several flat pieces turns from 0 to 1, and points between.</summary>
    private static SortedSet<double> Breaks(IReadOnlyList<(double Low, double High)> flat, double shared, double own, int batch)
    {
        var breaks = new SortedSet<double> { -Reach, Reach };
        for (var u = -Reach; u < Reach; u += Step)
        {
            breaks.Add(u);
        }

        var width = own / shared;
        var (from, to) = Turn(batch);
        foreach (var (low, high) in flat)
        {
            // A piece is left at its upper end with rising u, at its lower end with falling u.
            for (var i = 0; i <= RayPanels; i++)
            {
                var turn = width * (from + (to - from) * i / RayPanels);
                breaks.Add(high / shared + turn);
                breaks.Add(low / shared - turn);
            }
        }

        return breaks.GetViewBetween(-Reach, Reach);
    }

    /// <summary>E f(u) of a function from 0 to 1 between breaks; intervals on which it is 0 cost nothing.</summary>
    private static double Integral(Func<double, double> function, SortedSet<double> breaks)
    {
        var rule = PanelRule.Fine.Rule;
        var sum = 0.0;
        var (low, atLow) = (-Reach, function(-Reach));
        foreach (var high in breaks)
        {
            var atHigh = function(high);
            var half = (high - low) / 2;
            if (atLow > Nothing || atHigh > Nothing || function(low + half) > Nothing)
            {
                for (var k = 0; k < rule.Points.Length; k++)
                {
                    var u = low + half * (1 + rule.Points[k]);
                    sum += half * rule.Weights[k] * Elementary.NormalDensity(u) * function(u);
                }
            }

            (low, atLow) = (high, atHigh);
        }

        return sum;
    }

    /// <summary>
    /// From where on, in units of an input's own part, some of N inputs are likely to be alive, and where hardly all are dead.
    /// </summary>
    private static (double From, double To) Turn(int batch) =>
        (Elementary.NormalQuantile(NearlyNone / batch), Elementary.NormalQuantile(Math.Min(30.0 / batch, 1 - 1e-9)));

    private static bool IsRay((double Low, double High) piece) => double.IsInfinity(piece.Low) != double.IsInfinity(piece.High);

    /// <summary>E_u (1 − Φ((u − edge)/width))^N: 1 where hardly any input is alive, 0 where many are, an integral between.</summary>
    private static double OfRay(double edge, double width, int batch)
    {
        var (from, to) = Turn(batch);
        var (low, high) = (edge + width * from, edge + width * to);
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
