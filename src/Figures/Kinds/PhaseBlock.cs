using FanIn.Figures.Layout;
using FanIn.Figures.Plots;
using FanIn.Figures.Style;
using FanIn.Figures.Text;
using SkiaSharp;

namespace FanIn.Figures.Kinds;

/// <summary>The plane of σ_w and σ_b for each activation: the edge of chaos, and where the layers lie.</summary>
/// <param name="planes">What to draw.</param>
internal sealed class PhaseBlock(IReadOnlyList<PhasePlane> planes) : IBlock
{
    private const float FrameSize = 330;
    private const float Gap = 30;
    private const float HeadHeight = 24;
    private const float NarrowestX = 2.5f;
    private const float NarrowestY = 1;
    private const double Headroom = 1.12;

    /// <summary>Critical points this close are one: those of ReLU.</summary>
    private const double OnePlace = 1e-4;

    /// <summary>How far up the names of the phases stand.</summary>
    private const double NameHeight = 0.9;

    private readonly FigureStyle _style = FigureStyle.Full;
    private readonly PlotAxis _x = Axis(NarrowestX, planes.SelectMany(plane => plane.Points).Select(point => point.SigmaW));
    private readonly PlotAxis _y = Axis(NarrowestY, planes.SelectMany(plane => plane.Points).Select(point => point.SigmaB));

    public string Title => "phase diagram";

    public IEnumerable<string> Notes => ["σ_b, the standard deviation of the biases (up), over σ_w = √(fan_in Var W)"];

    public float Width => Grid.Width;

    public float Height => Grid.Height;

    private FrameGrid Grid => new([.. planes.Select(one => one.Name)], new(FrameSize, FrameSize), Gap, HeadHeight, _x, _y);

    public void Draw(SKCanvas canvas, float x, float y) => Grid.Draw(canvas, x, y, (i, plot) => Draw(canvas, planes[i], plot));

    private static PlotAxis Axis(double least, IEnumerable<double> values) =>
        new(0, Math.Max(least, Headroom * values.Where(double.IsFinite).DefaultIfEmpty().Max()));

    private void Draw(SKCanvas canvas, PhasePlane plane, LinePlot plot)
    {
        plot.DrawAxes(canvas, _x.Ticks(), "σ_w");
        var edge = plane.Edge();
        plot.DrawLine(canvas, edge, Palette.Gradient, 2);
        if (edge.All(point => Math.Abs(point.X - edge[0].X) < OnePlace && Math.Abs(point.Y - edge[0].Y) < OnePlace))
            plot.DrawDots(canvas, edge.Take(1), Palette.Gradient, 5);
        List<SKRect> taken = [.. edge.Where(point => point.X <= _x.High && point.Y <= _y.High)
            .Select(point => SKRect.Create(plot.PixelX(point.X), plot.PixelY(point.Y), 1, 1))];
        NamePhases(canvas, edge, plot, taken);
        plot.DrawDots(canvas, plane.Points.Select(point => (point.SigmaW, point.SigmaB)), Palette.Bar, 4);
        foreach (var point in plane.Points.Where(point => double.IsFinite(point.SigmaW) && double.IsFinite(point.SigmaB)))
            Name(canvas, point, plot, taken);
    }

    private void NamePhases(SKCanvas canvas, IReadOnlyList<(double X, double Y)> edge, LinePlot plot, List<SKRect> taken)
    {
        var level = NameHeight * _y.High;
        var crossing = edge.Zip(edge.Skip(1)).Where(pair => pair.First.Y < level && pair.Second.Y >= level)
            .Select(pair => pair.Second.X).DefaultIfEmpty(double.NaN).First();
        if (!(crossing < _x.High))
            return;
        Phase("ordered", -1);
        Phase("chaotic", 1);

        void Phase(string name, int side)
        {
            var width = TextPainter.Width(name, _style.HeadingSize);
            var left = side < 0 ? plot.PixelX(crossing) - 14 - width : plot.PixelX(crossing) + 14;
            var place = SKRect.Create(left, plot.PixelY(level) - _style.HeadingSize, width, _style.HeadingSize * 1.3f);
            if (place.Left < plot.Frame.Left || place.Right > plot.Frame.Right)
                return;
            TextPainter.Draw(canvas, name, left, plot.PixelY(level), _style.HeadingSize, Palette.Muted);
            taken.Add(place);
        }
    }

    /// <summary>Right of the dot or left of it; a name that would touch another is left out.</summary>
    private void Name(SKCanvas canvas, PhasePoint point, LinePlot plot, List<SKRect> taken)
    {
        var width = TextPainter.Width(point.Name, _style.TickSize);
        var (x, y) = (plot.PixelX(point.SigmaW), plot.PixelY(point.SigmaB));
        foreach (var left in (ReadOnlySpan<float>)[x + 7, x - 7 - width])
        {
            var place = SKRect.Create(left, y - _style.TickSize - 2, width, _style.TickSize * 1.3f);
            if (place.Left < plot.Frame.Left || place.Right > plot.Frame.Right
                || taken.Any(other => SKRect.Inflate(other, 2, 1).IntersectsWith(place)))
                continue;
            TextPainter.Draw(canvas, point.Name, left, y - 4, _style.TickSize, Palette.Ink);
            taken.Add(place);
            return;
        }
    }
}
