using FanIn.Figures.Style;
using FanIn.Figures.Text;
using SkiaSharp;

namespace FanIn.Figures.Panels;

/// <summary>Marks bars that end at the top of the axis though they go on: a break across the bar, and its count over it.</summary>
internal static class CutBars
{
    /// <summary>Above the middle of the break.</summary>
    public const float CapHeight = 10;

    private const float LabelGap = 4;
    private const float Overhang = 0.5f;

    public static void Draw(SKCanvas canvas, Panel panel, PanelFrame frame, FigureStyle style)
    {
        var taken = new List<(float Left, float Right)>();
        var cut = panel.Bars.Visible.Where(bar => frame.Y.Cuts(panel.Height(bar.Count)));
        foreach (var bar in cut.OrderByDescending(bar => bar.Count).ThenBy(bar => bar.Low))
        {
            Break(canvas, frame, bar);
            Label(canvas, frame, bar, style, taken);
        }
    }

    private static void Break(SKCanvas canvas, PanelFrame frame, PanelBar bar)
    {
        float left = frame.PixelX(bar.Low) - Overhang, right = frame.PixelX(bar.High) + Overhang;
        var rise = Math.Min(4, (right - left) / 3);
        using var paint = new SKPaint { Color = Palette.Background, IsStroke = true, StrokeWidth = 1.8f, IsAntialias = true };
        foreach (var y in (ReadOnlySpan<float>)[frame.Data.Top + CapHeight - 2, frame.Data.Top + CapHeight + 2.5f])
            canvas.DrawLine(left, y + rise, right, y - rise, paint);
    }

    /// <summary>The highest bars come first; one whose label would touch another's is left with the break alone.</summary>
    private static void Label(SKCanvas canvas, PanelFrame frame, PanelBar bar, FigureStyle style, List<(float Left, float Right)> taken)
    {
        var text = NumberText.Count(bar.Count);
        var width = TextPainter.Width(text, style.TickSize, bold: true);
        var middle = (frame.PixelX(bar.Low) + frame.PixelX(bar.High)) / 2;
        var left = Math.Clamp(middle - (width / 2), frame.Data.Left, Math.Max(frame.Data.Left, frame.Data.Right - width));
        if (taken.Any(other => left < other.Right + LabelGap && left + width > other.Left - LabelGap))
            return;

        taken.Add((left, left + width));
        var color = bar.Zeros > 0 ? Palette.ZerosText : Palette.Bar;
        TextPainter.Draw(canvas, text, left, frame.Data.Top - 3, style.TickSize, color, bold: true);
    }
}
