using static FanIn.Theory.Numerics.Elementary;

namespace FanIn.Theory.Kernels;

/// <summary>
/// φ(x) = a x below 0 and b x above: the ReLU family. φ(x) = ½(a + b) x + ½(b − a)|x|, and by the arc-cosine kernel of degree 1
/// E |u||v| = (2/π)√(q₁q₂)(sin θ + (π/2 − θ) cos θ) with θ = arccos c (Cho and Saul 2009, eq. 6; its slopes by degree 0, eq. 4).
/// </summary>
/// <param name="below">a.</param>
/// <param name="above">b.</param>
internal sealed class RectifierKernel(double below, double above) : IGaussianKernel
{
    private readonly double _squares = (below * below + above * above) / 2;
    private readonly double _bend = (above - below) * (above - below) / (2 * Math.PI);

    /// <inheritdoc/>
    public double Mean(double q) => (above - below) * InverseSqrt2Pi * Math.Sqrt(q);

    /// <inheritdoc/>
    public double Second(double q) => _squares * q;

    /// <inheritdoc/>
    public double Growth(double q) => _squares;

    /// <inheritdoc/>
    public double SlopeMean(double q) => (above + below) / 2;

    /// <inheritdoc/>
    public double SlopeSecond(double q) => _squares;

    /// <summary>q (½(a² + b²) d − (b − a)²/(2π) · (sin θ − θ cos θ)), the bracket of order θ³ where d is θ²/2.</summary>
    public double Distance(double q, double d)
    {
        var sine = Math.Sqrt(d * (2 - d));
        return q * (_squares * d - _bend * SineLessArc(Angle(sine, 1 - d), sine, 1 - d));
    }

    /// <inheritdoc/>
    public double SlopeProduct(double q, double d) => _squares - _bend * Angle(Math.Sqrt(d * (2 - d)), 1 - d);

    /// <summary>√(q₁q₂) (½(a² + b²) c + (b − a)²/(2π) · (sin θ − θ cos θ)); below c = 0 first ab c, and θ of −c.</summary>
    public double Covariance(double first, double second, double c)
    {
        var (sine, cosine) = (Math.Sqrt((1 - c) * (1 + c)), Math.Abs(c));
        var straight = c < 0 ? below * above * c : _squares * c;
        return Math.Sqrt(first) * Math.Sqrt(second) * (straight + _bend * SineLessArc(Angle(sine, cosine), sine, cosine));
    }

    /// <inheritdoc/>
    public double SlopeCovariance(double first, double second, double c)
    {
        var angle = Angle(Math.Sqrt((1 - c) * (1 + c)), Math.Abs(c));
        return c < 0 ? below * above + _bend * angle : _squares - _bend * angle;
    }
}
