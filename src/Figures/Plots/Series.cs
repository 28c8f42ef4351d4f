using SkiaSharp;

namespace FanIn.Figures.Plots;

/// <summary>Measured points and, where theory has them, predicted ones.</summary>
/// <param name="Name">For the legend.</param>
/// <param name="Color">Of line and dots.</param>
/// <param name="Points">Measured.</param>
/// <param name="Theory">Predicted, with the ends of its band; NaN ends where no band is predicted.</param>
internal sealed record Series(
    string Name,
    SKColor Color,
    IReadOnlyList<(double X, double Y)> Points,
    IReadOnlyList<(double X, double Y, double Low, double High)> Theory)
{
    /// <summary>A band whose ends are further apart is cut at the frame: it would flatten all else.</summary>
    private const double MostBand = 100;

    /// <summary>Of the dots; series that may coincide have different ones.</summary>
    public float Radius { get; init; } = 3;

    /// <summary>Whether a line joins the points: each follows from the one before it.</summary>
    public bool IsJoined { get; init; } = true;

    /// <summary>Rings leave the dots within them visible.</summary>
    public bool IsRing { get; init; }

    /// <summary>The ends of theory's band, where it has one.</summary>
    public IEnumerable<(double X, double Low, double High)> Band =>
        Theory.Where(point => point.High > point.Low).Select(point => (point.X, point.Low, point.High));

    /// <summary>All values that want a place on the y axis.</summary>
    public IEnumerable<double> Values => Points.Select(point => point.Y).Concat(Theory.Select(point => point.Y))
        .Concat(Band.Where(point => point.High < MostBand * point.Low).SelectMany(point => (double[])[point.Low, point.High]));
}
