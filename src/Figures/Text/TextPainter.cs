using FanIn.Figures.Fonts;
using SkiaSharp;

namespace FanIn.Figures.Text;

/// <summary>Draws and measures a line of text in the figures' own font.</summary>
internal static class TextPainter
{
    public static float Width(string text, float size, bool bold = false)
    {
        using var font = Font(size, bold);
        return font.MeasureText(text);
    }

    /// <summary>x is the text's left end, middle or right end, as align says; y its baseline.</summary>
    public static void Draw(
        SKCanvas canvas, string text, float x, float y, float size, SKColor color, bool bold = false, SKTextAlign align = SKTextAlign.Left)
    {
        using var font = Font(size, bold);
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawText(text, x, y, align, font, paint);
    }

    /// <summary>The text, cut short with an ellipsis where it is wider than that.</summary>
    public static string Fit(string text, float width, float size, bool bold = false)
    {
        if (Width(text, size, bold) <= width)
            return text;

        var length = text.Length - 1;
        while (length > 0 && Width(text[..length] + "…", size, bold) > width)
            length--;
        return length == 0 ? "" : text[..length] + "…";
    }

    private static SKFont Font(float size, bool bold) => new(bold ? FigureFont.Semibold : FigureFont.Regular, size)
    {
        Subpixel = true,
        Hinting = SKFontHinting.None,
        Edging = SKFontEdging.Antialias,
    };
}
