using FanIn.Figures.Style;
using FanIn.Figures.Text;
using FanIn.Runtime.Results;
using SkiaSharp;

namespace FanIn.Figures.Kinds;

/// <summary>What stands over a layer's frame: its number, its name and two lines.</summary>
internal static class PanelHead
{
    private const int Lines = 2;
    private const float HeadingGap = 4;

    public static float Height(FigureStyle style) => style.HeadingSize + HeadingGap + (Lines * style.LineHeight);

    public static void Draw(SKCanvas canvas, LayerResult layer, float x, float y, float width, FigureStyle style, params string[] lines)
    {
        var heading = $"{layer.Layer}-layer";
        var baseline = y + style.HeadingSize;
        TextPainter.Draw(canvas, heading, x, baseline, style.HeadingSize, Palette.Ink, bold: true);
        var left = TextPainter.Width(heading, style.HeadingSize, bold: true) + (style.TextSize / 2);
        var name = layer.Name == heading ? "" : TextPainter.Fit(layer.Name, width - left, style.TextSize);
        TextPainter.Draw(canvas, name, x + left, baseline, style.TextSize, Palette.Muted);

        baseline += HeadingGap + style.TextSize;
        foreach (var line in lines)
        {
            var text = TextPainter.Fit(line, width + (style.Gap / 2), style.TextSize);
            TextPainter.Draw(canvas, text, x, baseline, style.TextSize, Palette.Ink);
            baseline += style.LineHeight;
        }
    }
}
