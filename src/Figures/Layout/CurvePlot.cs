using FanIn.Figures.Scales;
using FanIn.Figures.Style;
using FanIn.Figures.Text;
using SkiaSharp;

namespace FanIn.Figures.Layout;

/// <summary>Curves over steps in one frame: axes, grid and lines. A y axis that spans much is logarithmic.</summary>
/// <param name="Frame">Where the curves are.</param>
/// <param name="Last">The last step; the first is 1.</param>
/// <param name="Low">The smallest value, above 0 on a logarithmic axis.</param>
/// <param name="High">The largest.</param>
/// <param name="IsLogarithmic">Whether equal factors are equally far apart.</param>
internal sealed record CurvePlot(SKRect Frame, int Last, double Low, double High, bool IsLogarithmic)
{
    private const float TickSize = 11.5f;

    /// <summary>Above this ratio of the values a linear axis shows nothing of the small ones.</summary>
    private const double LinearRatio = 20;

    /// <summary>A frame for all of these values.</summary>
    public static CurvePlot Around(SKRect frame, int last, IEnumerable<double> values)
    {
        var finite = values.Where(value => double.IsFinite(value) && value > 0).DefaultIfEmpty(1).ToList();
        var (low, high) = (finite.Min(), finite.Max());
        return high / low > LinearRatio ? new(frame, last, low * 0.8, high * 1.25, true) : new(frame, last, 0, high * 1.1, false);
    }

    /// <summary>Axes, ticks and grid.</summary>
    public void DrawAxes(SKCanvas canvas)
    {
        using var grid = new SKPaint { Color = Palette.Grid, StrokeWidth = 1 };
        using var axis = new SKPaint { Color = Palette.Axis, StrokeWidth = 1 };
        foreach (var (value, text) in Ticks())
        {
            canvas.DrawLine(Frame.Left, Y(value), Frame.Right, Y(value), grid);
            TextPainter.Draw(canvas, text, Frame.Left - 6, Y(value) + 4, TickSize, Palette.Muted, align: SKTextAlign.Right);
        }

        var step = Math.Max(1, NiceTicks.Step(Last, 6));
        foreach (var value in NiceTicks.Values(0, Last, step))
        {
            canvas.DrawLine(X(value), Frame.Bottom, X(value), Frame.Bottom + 4, axis);
            TextPainter.Draw(canvas, NumberText.Tick(value, step), X(value), Frame.Bottom + 17, TickSize, Palette.Muted, align: SKTextAlign.Center);
        }

        canvas.DrawLine(Frame.Left, Frame.Bottom, Frame.Right, Frame.Bottom, axis);
        TextPainter.Draw(canvas, "step", Frame.Right, Frame.Bottom + 33, TickSize, Palette.Muted, align: SKTextAlign.Right);
    }

    /// <summary>A line through the points, steps and values; interrupted where a value is not finite or can't be shown.</summary>
    public void DrawCurve(SKCanvas canvas, IEnumerable<(int Step, double Value)> points, SKColor color, bool isDashed)
    {
        using var dashes = isDashed ? SKPathEffect.CreateDash([6, 4], 0) : null;
        using var paint = new SKPaint
        {
            Color = color, IsAntialias = true, IsStroke = true, StrokeWidth = 1.8f, StrokeJoin = SKStrokeJoin.Round, PathEffect = dashes,
        };
        using var path = new SKPath();
        var isOpen = false;
        foreach (var (step, value) in points)
        {
            var isShown = double.IsFinite(value) && (value > 0 || !IsLogarithmic);
            if (isShown && isOpen)
                path.LineTo(X(step), Y(value));
            else if (isShown)
                path.MoveTo(X(step), Y(value));
            isOpen = isShown;
        }

        canvas.DrawPath(path, paint);
    }

    /// <summary>Where a value lies, within the frame.</summary>
    public float Y(double value)
    {
        var share = IsLogarithmic
            ? Math.Log10(Math.Max(value, Low) / Low) / Math.Log10(High / Low)
            : (value - Low) / (High - Low);
        return Frame.Bottom - (float)(Math.Clamp(share, 0, 1) * Frame.Height);
    }

    private float X(double step) => Frame.Left + (float)(step / Last * Frame.Width);

    private IEnumerable<(double Value, string Text)> Ticks()
    {
        if (IsLogarithmic)
        {
            for (var power = Math.Ceiling(Math.Log10(Low)); power <= Math.Log10(High); power++)
                yield return (Math.Pow(10, power), NumberText.Short(Math.Pow(10, power)));
            yield break;
        }

        var step = NiceTicks.Step(High - Low, 6);
        foreach (var value in NiceTicks.Values(Low, High, step))
            yield return (value, NumberText.Tick(value, step));
    }
}
