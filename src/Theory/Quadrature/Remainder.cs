using FanIn.Theory.Activations;

namespace FanIn.Theory.Quadrature;

/// <summary>
/// What the integrals over a panel that was never resolved change by when it is halved once more. Beside a kink or a jump that is nothing;
/// next to a pole of φ or φ′, whose squares have no integral, it is as much as ever.
/// </summary>
/// <param name="X">Where the panel is.</param>
/// <param name="Second">Of φ².</param>
/// <param name="Fourth">Of φ⁴.</param>
/// <param name="SlopeSecond">Of φ′².</param>
/// <param name="SlopeFourth">Of φ′⁴.</param>
internal readonly record struct Remainder(double X, double Second, double Fourth, double SlopeSecond, double SlopeFourth)
{
    /// <summary>An integral that so large a share of is still open has no value.</summary>
    private const double MostOpen = 1e-4;

    /// <summary>Of one panel.</summary>
    public static Remainder Of(Panel panel, IScalarActivation activation, PanelRule rule)
    {
        var middle = panel.Low + (panel.High - panel.Low) / 2;
        var (whole, left, right) = (Integrals(panel.Low, panel.High), Integrals(panel.Low, middle), Integrals(middle, panel.High));
        return new Remainder(
            middle,
            Math.Abs(left.Second + right.Second - whole.Second),
            Math.Abs(left.Fourth + right.Fourth - whole.Fourth),
            Math.Abs(left.SlopeSecond + right.SlopeSecond - whole.SlopeSecond),
            Math.Abs(left.SlopeFourth + right.SlopeFourth - whole.SlopeFourth));

        Remainder Integrals(double low, double high)
        {
            var half = (high - low) / 2;
            double second = 0, fourth = 0, slopeSecond = 0, slopeFourth = 0;
            for (var k = 0; k < rule.Points; k++)
            {
                var (value, slope) = activation.Both(low + half + half * rule.Rule.Points[k]);
                var weight = half * rule.Rule.Weights[k];
                second += weight * (value * value);
                fourth += weight * (value * value * (value * value));
                slopeSecond += weight * (slope * slope);
                slopeFourth += weight * (slope * slope * (slope * slope));
            }

            return new Remainder(low + half, second, fourth, slopeSecond, slopeFourth);
        }
    }

    /// <summary>Whether an integral is settled although <paramref name="open"/> of it is not.</summary>
    public static bool IsSettled(double open, double integral) => open <= MostOpen * integral;
}
