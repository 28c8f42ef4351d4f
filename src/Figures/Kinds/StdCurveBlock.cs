using FanIn.Figures.Layout;
using FanIn.Figures.Plots;
using FanIn.Figures.Style;
using SkiaSharp;

namespace FanIn.Figures.Kinds;

/// <summary>A frame for each activation, all with the same axes; lines at √(1/n) and √(2/n), and where nothing is lost or added.</summary>
/// <param name="curves">What to draw.</param>
internal sealed class StdCurveBlock(IReadOnlyList<StdCurve> curves) : IBlock
{
    private const float FrameWidth = 300;
    private const float FrameHeight = 290;
    private const float Gap = 26;
    private const float HeadHeight = 40;

    /// <summary>A ratio below this, or above its inverse, is as good as none: what lies beyond would flatten the rest.</summary>
    private const double Smallest = 1e-6;

    private readonly PlotAxis _x = PlotAxis.Logarithmic(
        curves.SelectMany(curve => curve.Series).SelectMany(one => one.Points).Select(point => point.X));
    private readonly PlotAxis _y = YAxis(curves);

    public string Title => "what arrives";

    public IEnumerable<string> Notes => ["over the standard deviation of the weights", "logarithmic axes, the same in all frames"];

    public float Width => Grid.Width;

    public float Height => Grid.Height;

    private FrameGrid Grid => new([.. curves.Select(one => one.Activation)], new(FrameWidth, FrameHeight), Gap, HeadHeight, _x, _y);

    public void Draw(SKCanvas canvas, float x, float y) => Grid.Draw(canvas, x, y, (i, plot) => Draw(canvas, curves[i], plot));

    private static PlotAxis YAxis(IReadOnlyList<StdCurve> curves)
    {
        var values = curves.SelectMany(curve => curve.Series).SelectMany(one => one.Values).Append(1)
            .Where(value => value is >= Smallest and <= 1 / Smallest);
        return PlotAxis.Logarithmic(values);
    }

    private void Draw(SKCanvas canvas, StdCurve curve, LinePlot plot)
    {
        plot.DrawAxes(canvas, _x.Ticks(), "std of the weights");
        using (var one = new SKPaint { Color = Palette.Axis, StrokeWidth = 1.4f })
            canvas.DrawLine(plot.Frame.Left, plot.PixelY(1), plot.Frame.Right, plot.PixelY(1), one);
        if (curve.FanIn > 0)
        {
            Mark(1, "√(1/n)", SKTextAlign.Right);
            Mark(2, "√(2/n)", SKTextAlign.Left);
        }

        foreach (var one in curve.Series)
        {
            plot.DrawLine(canvas, one.Theory.Select(point => (point.X, point.Y)), Palette.TheoryLine, 1.2f);
            if (one.Theory.Count == 0)
                plot.DrawLine(canvas, one.Points, one.Color, 0.8f);
            var shown = one.Points.Where(point => point.Y >= _y.Low && point.Y <= _y.High);
            plot.DrawDots(canvas, shown, one.Color, one.Radius, one.IsRing);
        }

        void Mark(double variance, string name, SKTextAlign align)
        {
            var std = Math.Sqrt(variance / curve.FanIn);
            if (std >= _x.Low && std <= _x.High)
                plot.DrawMark(canvas, std, name, Palette.Ink, align);
        }
    }
}
