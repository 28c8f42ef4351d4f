using FanIn.Figures.Style;
using SkiaSharp;

namespace FanIn.Figures.Panels;

/// <summary>
/// A thin strip over a panel that shows all of its elements, from left to right: below the range, zeros, the rest of the range, above
/// it, NaN. Half a tensor that the axis leaves out is seen at once.
/// </summary>
internal static class ShareStrip
{
    public static void Draw(SKCanvas canvas, Panel panel, SKRect place)
    {
        var histogram = panel.Statistics.Histogram;
        var inside = histogram.Counts.Sum();
        var zeros = Math.Min(histogram.Zeros, inside);
        var total = panel.Elements;
        if (total == 0)
            return;

        var x = place.Left;
        Part(histogram.Below, Palette.Outside);
        Part(zeros, Palette.Zeros);
        Part(inside - zeros, Palette.Bar);
        Part(histogram.Above, Palette.Outside);
        Part(histogram.NaN, Palette.NotANumber);

        void Part(long count, SKColor color)
        {
            if (count == 0)
                return;

            using var paint = new SKPaint { Color = color, IsAntialias = true };
            var width = (float)(place.Width * ((double)count / total));
            canvas.DrawRect(x, place.Top, width, place.Height, paint);
            x += width;
        }
    }
}
