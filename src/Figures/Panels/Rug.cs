using FanIn.Figures.Style;
using SkiaSharp;

namespace FanIn.Figures.Panels;

/// <summary>
/// A line for each unit's mean over the batch, under the bars: whether a spread comes from the inputs or from units that no input
/// moves.
/// </summary>
internal static class Rug
{
    private const float LineWidth = 0.7f;

    public static void Draw(SKCanvas canvas, Panel panel, PanelFrame frame, float height)
    {
        if (panel.UnitMeans.IsEmpty)
            return;

        using var band = new SKPaint { Color = Palette.RugBand };
        canvas.DrawRect(frame.Data.Left, frame.Data.Bottom, frame.Data.Width, height, band);

        using var path = new SKPath();
        foreach (var mean in panel.UnitMeans.Where(mean => mean >= panel.X.Low && mean <= panel.X.High))
        {
            var x = Math.Clamp(frame.PixelX(mean), frame.Data.Left + (LineWidth / 2), frame.Data.Right - (LineWidth / 2));
            path.MoveTo(x, frame.Data.Bottom + 2);
            path.LineTo(x, frame.Data.Bottom + height);
        }

        using var line = new SKPaint { Color = Palette.Rug, IsStroke = true, StrokeWidth = LineWidth, IsAntialias = true };
        canvas.DrawPath(path, line);
    }
}
