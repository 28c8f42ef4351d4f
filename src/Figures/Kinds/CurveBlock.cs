using FanIn.Figures.Layout;
using FanIn.Figures.Plots;
using FanIn.Figures.Style;
using FanIn.Figures.Text;
using FanIn.Runtime.Results;
using SkiaSharp;

namespace FanIn.Figures.Kinds;

/// <summary>φ with its tangents over the histogram of the pre-activations, a frame for each layer.</summary>
/// <param name="layers">Layers whose slopes were collected.</param>
/// <param name="below">The row of panels to line up with.</param>
internal sealed class CurveBlock(IReadOnlyList<LayerResult> layers, GroupLayoutPlace below) : IBlock
{
    private const float FrameHeight = 150;
    private const float FootHeight = 22;
    private const float HeadGap = 8;

    /// <summary>The highest bar of the histogram fills this part of the frame.</summary>
    private const double SeatHeight = 0.8;

    /// <summary>Half a tangent's length, as a part of the frame's width.</summary>
    private const double TangentReach = 0.13;

    private const double Headroom = 0.08;

    private readonly FigureStyle _style = FigureStyle.Full;

    public string Title => "φ over where the pre-activations a sit";

    public IEnumerable<string> Notes =>
        ["each frame over a's mean ± 4 std, at least ± 6", "tangents at the mean of a and 1 and 2 std to either side"];

    public float Width => below.LeftMargin + (layers.Count * below.PanelWidth) + ((layers.Count - 1) * _style.Gap);

    public float Height => HeadHeight + FrameHeight + FootHeight;

    private float HeadHeight => PanelHead.Height(_style) + HeadGap;

    public void Draw(SKCanvas canvas, float x, float y)
    {
        for (var i = 0; i < layers.Count; i++)
        {
            var left = x + below.LeftMargin + (i * (below.PanelWidth + _style.Gap));
            var slopes = layers[i].FigureData!.Slopes!;
            DrawHead(canvas, layers[i], slopes, left, y);
            var frame = SKRect.Create(left, y + HeadHeight, below.PanelWidth, FrameHeight);
            DrawFrame(canvas, slopes, frame);
        }
    }

    private void DrawHead(SKCanvas canvas, LayerResult layer, LayerSlopes slopes, float x, float y)
    {
        var (low, high) = Range(slopes);
        PanelHead.Draw(
            canvas, layer, x, y, below.PanelWidth, _style,
            $"std of a {NumberText.Significant(slopes.PreActivations.Std)}",
            $"φ from {NumberText.Short(Tidy(low))} to {NumberText.Short(Tidy(high))}");
    }

    private void DrawFrame(SKCanvas canvas, LayerSlopes slopes, SKRect frame)
    {
        var histogram = slopes.PreActivations.Histogram;
        var (low, high) = Range(slopes);
        var room = Headroom * (high - low);
        var x = new PlotAxis(histogram.Low, histogram.High);
        DrawSeat(canvas, histogram, frame);
        var plot = new LinePlot(frame, x, new(low - room, high + room));
        plot.DrawLine(canvas, slopes.Curve.Select(point => (point.X, point.Value)), Palette.Ink, 1.4f);
        var reach = TangentReach * (x.High - x.Low);
        foreach (var tangent in slopes.Tangents)
        {
            var rise = reach * tangent.Slope;
            plot.DrawLine(
                canvas, [(tangent.X - reach, tangent.Value - rise), (tangent.X + reach, tangent.Value + rise)], Palette.Gradient, 2f);
        }

        plot.DrawDots(canvas, slopes.Tangents.Select(tangent => (tangent.X, tangent.Value)), Palette.Gradient, 2.4f);
        using var axis = new SKPaint { Color = Palette.Axis, StrokeWidth = 1 };
        canvas.DrawLine(frame.Left, frame.Bottom, frame.Right, frame.Bottom, axis);
        foreach (var (value, label) in Scales.ValueTicks.Of(new(x.Low, x.High), frame.Width, _style.Gap, _style.TickSize))
        {
            canvas.DrawLine(plot.PixelX(value), frame.Bottom, plot.PixelX(value), frame.Bottom + 4, axis);
            TextPainter.Draw(
                canvas, label, plot.PixelX(value), frame.Bottom + 16, _style.TickSize, Palette.Muted, align: SKTextAlign.Center);
        }
    }

    private static void DrawSeat(SKCanvas canvas, Histogram histogram, SKRect frame)
    {
        var highest = Math.Max(1, histogram.Counts.Max());
        var width = frame.Width / histogram.Bins;
        using var paint = new SKPaint { Color = Palette.Seat, IsAntialias = true };
        for (var i = 0; i < histogram.Bins; i++)
        {
            var height = (float)(SeatHeight * frame.Height * histogram.Counts[i] / highest);
            if (height > 0)
                canvas.DrawRect(frame.Left + (i * width), frame.Bottom - height, width + 0.3f, height, paint);
        }
    }

    /// <summary>Of φ over its frame; something to draw in where φ is constant, or leaves the range of numbers.</summary>
    private static (double Low, double High) Range(LayerSlopes slopes)
    {
        var values = slopes.Curve.Select(point => point.Value).Where(double.IsFinite).DefaultIfEmpty().ToList();
        var (low, high) = (values.Min(), values.Max());
        return low < high && double.IsFinite(high - low) ? (low, high) : (low - 0.5, low + 0.5);
    }

    /// <summary>Two digits and a half: 0.9975 is 1 here.</summary>
    private static double Tidy(double value) => Math.Abs(value) < 0.005 ? 0 : Math.Round(value, Math.Abs(value) < 10 ? 2 : 0);
}

/// <summary>Where the panels of a row stand.</summary>
/// <param name="LeftMargin">Left of the first.</param>
/// <param name="PanelWidth">Of each.</param>
internal readonly record struct GroupLayoutPlace(float LeftMargin, float PanelWidth);
