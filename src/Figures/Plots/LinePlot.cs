using FanIn.Figures.Style;
using FanIn.Figures.Text;
using SkiaSharp;

namespace FanIn.Figures.Plots;

/// <summary>A frame with two axes, and lines, dots and bands in it.</summary>
/// <param name="Frame">Where the lines are.</param>
/// <param name="X">From left to right.</param>
/// <param name="Y">From bottom to top.</param>
internal sealed record LinePlot(SKRect Frame, PlotAxis X, PlotAxis Y)
{
    /// <summary>Below the frame, for the labels of the ticks and the axis's name.</summary>
    public const float FootHeight = 36;

    private const float TickSize = 11.5f;
    private const float TickGap = 6;
    private const float DotRadius = 2.6f;

    /// <summary>What the labels of a y axis take, left of the frame.</summary>
    public static float LabelWidth(PlotAxis y) =>
        TickGap + y.Ticks().Select(tick => TextPainter.Width(tick.Label, TickSize)).DefaultIfEmpty().Max();

    /// <summary>Axes, ticks and grid.</summary>
    /// <param name="canvas">Where to draw.</param>
    /// <param name="xTicks">Places on the x axis with their labels.</param>
    /// <param name="xName">What the x axis is.</param>
    public void DrawAxes(SKCanvas canvas, IEnumerable<(double Value, string Label)> xTicks, string xName)
    {
        using var grid = new SKPaint { Color = Palette.Grid, StrokeWidth = 1 };
        using var axis = new SKPaint { Color = Palette.Axis, StrokeWidth = 1 };
        foreach (var (value, label) in Y.Ticks())
        {
            canvas.DrawLine(Frame.Left, PixelY(value), Frame.Right, PixelY(value), grid);
            TextPainter.Draw(canvas, label, Frame.Left - TickGap, PixelY(value) + 4, TickSize, Palette.Muted, align: SKTextAlign.Right);
        }

        foreach (var (value, label) in xTicks)
        {
            canvas.DrawLine(PixelX(value), Frame.Bottom, PixelX(value), Frame.Bottom + 4, axis);
            TextPainter.Draw(canvas, label, PixelX(value), Frame.Bottom + 16, TickSize, Palette.Muted, align: SKTextAlign.Center);
        }

        canvas.DrawLine(Frame.Left, Frame.Bottom, Frame.Right, Frame.Bottom, axis);
        canvas.DrawLine(Frame.Left, Frame.Top, Frame.Left, Frame.Bottom, axis);
        TextPainter.Draw(canvas, xName, Frame.MidX, Frame.Bottom + 31, TickSize, Palette.Muted, align: SKTextAlign.Center);
    }

    /// <summary>A line through points; interrupted where one has no place, and cut at the frame.</summary>
    public void DrawLine(
        SKCanvas canvas, IEnumerable<(double X, double Y)> points, SKColor color, float width = 1.8f, bool isDashed = false)
    {
        using var dashes = isDashed ? SKPathEffect.CreateDash([6, 4], 0) : null;
        using var paint = new SKPaint
        {
            Color = color,
            IsAntialias = true,
            IsStroke = true,
            StrokeWidth = width,
            StrokeJoin = SKStrokeJoin.Round,
            PathEffect = dashes,
        };
        using var path = new SKPath();
        var isOpen = false;
        foreach (var (x, y) in points)
        {
            var isShown = HasPlace(x, y);
            if (isShown && isOpen)
                path.LineTo(PixelX(x), PixelY(y));
            else if (isShown)
                path.MoveTo(PixelX(x), PixelY(y));
            isOpen = isShown;
        }

        Clipped(canvas, () => canvas.DrawPath(path, paint));
    }

    /// <summary>A dot, or a ring, for each point that has a place.</summary>
    public void DrawDots(
        SKCanvas canvas, IEnumerable<(double X, double Y)> points, SKColor color, float radius = DotRadius, bool isRing = false)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true, IsStroke = isRing, StrokeWidth = 1.5f };
        foreach (var (x, y) in points.Where(point => HasPlace(point.X, point.Y)))
            canvas.DrawCircle(PixelX(x), PixelY(y), radius, paint);
    }

    /// <summary>What lies between two lines; cut at the frame.</summary>
    public void DrawBand(SKCanvas canvas, IEnumerable<(double X, double Low, double High)> points, SKColor color)
    {
        var shown = points.Where(point => HasPlace(point.X, point.High)).ToList();
        if (shown.Count == 0)
            return;

        using var paint = new SKPaint { Color = color, IsAntialias = true };
        using var path = new SKPath();
        path.AddPoly(
        [
            .. shown.Select(point => new SKPoint(PixelX(point.X), PixelY(point.High))),
            .. shown.AsEnumerable().Reverse().Select(point => new SKPoint(PixelX(point.X), PixelY(Above(point.Low)))),
        ]);
        Clipped(canvas, () => canvas.DrawPath(path, paint));

        double Above(double low) => Y.IsLogarithmic && !(low > Y.Low) ? Y.Low : low;
    }

    /// <summary>A thin line across the frame at a place of the x axis, its name over it.</summary>
    public void DrawMark(SKCanvas canvas, double x, string name, SKColor color, SKTextAlign align = SKTextAlign.Center)
    {
        using var dashes = SKPathEffect.CreateDash([3, 3], 0);
        using var paint = new SKPaint { Color = color, IsStroke = true, StrokeWidth = 1, PathEffect = dashes };
        using var path = new SKPath();
        path.MoveTo(PixelX(x), Frame.Top);
        path.LineTo(PixelX(x), Frame.Bottom);
        canvas.DrawPath(path, paint);
        TextPainter.Draw(canvas, name, PixelX(x), Frame.Top - 5, TickSize, color, align: align);
    }

    public float PixelX(double value) => Frame.Left + (float)(X.Position(value) * Frame.Width);

    public float PixelY(double value) => Frame.Bottom - (float)(Math.Clamp(Y.Position(value), -10, 10) * Frame.Height);

    /// <summary>
    /// Where a value lies, or the end of the frame that is nearest to it; the top for what is no number, such as a loss after it blew up.
    /// </summary>
    public float WithinY(double value) =>
        double.IsNaN(value) ? Frame.Top : Math.Clamp(PixelY(value), Frame.Top, Frame.Bottom);

    private bool HasPlace(double x, double y) => Has(X, x) && Has(Y, y);

    private static bool Has(PlotAxis axis, double value) => axis.IsLogarithmic ? PlotAxis.IsPositive(value) : double.IsFinite(value);

    private void Clipped(SKCanvas canvas, Action draw)
    {
        canvas.Save();
        canvas.ClipRect(SKRect.Inflate(Frame, 1, 1));
        draw();
        canvas.Restore();
    }
}
