using System.Runtime.CompilerServices;
using FanIn.Theory.Activations;
using FanIn.Theory.Numerics;

namespace FanIn.Theory.Quadrature;

/// <summary>
/// The averages of a function of straight pieces in closed form, by the moments of a Gaussian cut off at both ends: E[1; l, h] = Φ(h) −
/// Φ(l), E[ξ; l, h] = n(l) − n(h), E[ξ²; l, h] = E[1; l, h] + l n(l) − h n(h). With them ReLU's covariance is that of Cho and Saul 2009,
/// eq. 6.
/// </summary>
/// <param name="activation">φ.</param>
/// <param name="tau">τ, above 0.</param>
internal sealed class InnerPieces(PiecewiseLinear activation, double tau) : InnerAverages
{
    private readonly double[] _kinks = [.. activation.Kinks];
    private readonly (double Slope, double Offset)[] _pieces = [.. activation.Pieces];

    /// <inheritdoc/>
    [MethodImpl(Compile.AtOnce)]
    public override void At(double mu, double centre)
    {
        Shift = SquaredShift = Slope = SquaredSlope = SquaredSlopeBend = Bend = SquareBend = 0;
        var low = new Cut(0, 1, 0, 0);
        for (var i = 0; i < _pieces.Length; i++)
        {
            var high = i < _kinks.Length ? Cut.At((_kinks[i] - mu) / tau) : new Cut(1, 0, 0, 0);
            Add(_pieces[i], mu, centre, low, high);
            low = high;
        }

        SquaredSlopeBend /= tau * tau;
        Bend /= tau;
        SquareBend /= tau;
    }

    private void Add((double Slope, double Offset) piece, double mu, double centre, Cut low, Cut high)
    {
        // From the side on which both ends are relatively accurate.
        var mass = low.Above < 0.5 ? low.Above - high.Above : high.Below - low.Below;
        var first = low.Density - high.Density;
        var excess = low.Moment - high.Moment;

        // φ(μ + τξ) − φ(μ) = start + step·ξ on this piece; start is exactly 0 on the one that holds μ.
        var (slope, offset) = piece;
        var start = (slope == 0 ? offset : slope * mu + offset) - centre;
        var step = slope * tau;
        Shift += start * mass + step * first;
        SquaredShift += start * start * mass + 2 * start * step * first + step * step * (mass + excess);
        Slope += slope * mass;
        SquaredSlope += slope * slope * mass;
        SquaredSlopeBend += slope * slope * excess;
        Bend += slope * first;
        SquareBend += slope * ((start + centre) * first + step * (mass + excess));
    }

    /// <summary>Where two pieces meet at t: Φ(t), Φ(−t), n(t) and t n(t).</summary>
    private readonly record struct Cut(double Below, double Above, double Density, double Moment)
    {
        public static Cut At(double t)
        {
            var tail = Elementary.NormalCdf(-Math.Abs(t));
            var density = Elementary.InverseSqrt2Pi * Elementary.Exp(-0.5 * t * t);
            return t < 0 ? new Cut(tail, 1 - tail, density, t * density) : new Cut(1 - tail, tail, density, t * density);
        }
    }
}
