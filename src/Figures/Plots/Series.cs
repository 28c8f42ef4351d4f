using SkiaSharp;

namespace FanIn.Figures.Plots;

/// <summary>Measured points and, where theory has them, predicted ones.</summary>
/// <param name="Name">For the legend.</param>
/// <param name="Color">Of line and dots.</param>
/// <param name="Points">Measured.</param>
/// <param name="Theory">Predicted, with the ends of its band; NaN ends where no band is predicted.</param>
internal sealed record Series(
    string Name, SKColor Color, IReadOnlyList<(double X, double Y)> Points, IReadOnlyList<(double X, double Y, double Low, double High)> Theory)
{
    /// <summary>All values that want a place on the y axis.</summary>
    public IEnumerable<double> Values => Points.Select(point => point.Y).Concat(Theory.Select(point => point.Y));
}
