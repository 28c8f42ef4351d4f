using FanIn.Figures.Panels;
using FanIn.Figures.Style;
using FanIn.Figures.Text;
using SkiaSharp;

namespace FanIn.Figures.Layout;

/// <summary>How a legend shows what a colour stands for.</summary>
internal enum Mark
{
    Block,
    Line,
    Dashes,
    Dot,
    Ring,
    Tick,
    Break,
}

/// <summary>A mark of a figure and what it means.</summary>
internal readonly record struct LegendEntry(Mark Mark, SKColor Color, string Text);

/// <summary>One line that explains the marks which occur in a figure, and only those.</summary>
internal static class Legend
{
    private const float Swatch = 9;
    private const float Between = 18;

    /// <summary>The lines that it takes at that width.</summary>
    public static int Lines(IReadOnlyList<LegendEntry> entries, float width, FigureStyle style) =>
        Place(entries, width, style).Select(place => place.Line).DefaultIfEmpty(-1).Max() + 1;

    public static void Draw(SKCanvas canvas, IReadOnlyList<LegendEntry> entries, float x, float y, float width, FigureStyle style)
    {
        foreach (var (entry, left, line) in Place(entries, width, style))
        {
            var baseline = y + (line * style.LineHeight) + style.TextSize;
            DrawMark(canvas, entry.Mark, entry.Color, x + left, baseline);
            TextPainter.Draw(canvas, entry.Text, x + left + Swatch + 5, baseline, style.TextSize, Palette.Muted);
        }
    }

    /// <summary>The marks that rows of histograms have.</summary>
    public static IReadOnlyList<LegendEntry> Of(IReadOnlyList<PanelGroup> groups) => [.. Entries(groups)];

    private static IEnumerable<LegendEntry> Entries(IReadOnlyList<PanelGroup> groups)
    {
        var panels = groups.SelectMany(group => group.Panels).ToList();
        var histograms = panels.Select(panel => panel.Statistics.Histogram).ToList();
        if (histograms.Any(histogram => histogram.Counts.Sum() > histogram.Zeros))
            yield return new(Mark.Block, Palette.Bar, "inside the histogram's range");
        if (histograms.Any(histogram => histogram.Zeros > 0))
            yield return new(Mark.Block, Palette.Zeros, "exact zeros");
        if (histograms.Any(histogram => histogram.Below + histogram.Above > 0))
            yield return new(Mark.Block, Palette.Outside, "outside of it (strip over the panel)");
        if (histograms.Any(histogram => histogram.NaN > 0))
            yield return new(Mark.Block, Palette.NotANumber, "NaN");
        if (groups.Any(group => group.HasCutBars))
            yield return new(Mark.Break, Palette.Bar, "bar cut at the top, its count over it");
        if (groups.Any(group => group.HasRug))
            yield return new(Mark.Tick, Palette.Ink, "mean of a unit over the batch");
        if (panels.Any(panel => panel.Spread is not null))
            yield return new(Mark.Block, Palette.Band, "± 1 standard deviation over the seeds");
        if (panels.Any(panel => panel.Theory.Density.Count + panel.Theory.Atoms.Count > 0))
            yield return new(Mark.Line, Palette.Density, "theory");
    }

    private static IEnumerable<(LegendEntry Entry, float Left, int Line)> Place(
        IReadOnlyList<LegendEntry> entries, float width, FigureStyle style)
    {
        var left = 0f;
        var line = 0;
        foreach (var entry in entries)
        {
            var size = Swatch + 5 + TextPainter.Width(entry.Text, style.TextSize);
            if (left > 0 && left + size > width)
                (left, line) = (0, line + 1);
            yield return (entry, left, line);
            left += size + Between;
        }
    }

    private static void DrawMark(SKCanvas canvas, Mark mark, SKColor color, float x, float baseline)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true, StrokeWidth = mark == Mark.Tick ? 1 : 1.6f };
        var middle = baseline - (Swatch / 2);
        switch (mark)
        {
            case Mark.Line:
                canvas.DrawLine(x, middle, x + Swatch, middle, paint);
                break;
            case Mark.Dashes:
                canvas.DrawLine(x, middle, x + 4, middle, paint);
                canvas.DrawLine(x + 6, middle, x + Swatch + 1, middle, paint);
                break;
            case Mark.Dot:
                canvas.DrawCircle(x + (Swatch / 2), middle, 3, paint);
                break;
            case Mark.Ring:
                paint.IsStroke = true;
                canvas.DrawCircle(x + (Swatch / 2), middle, 3.6f, paint);
                break;
            case Mark.Tick:
                canvas.DrawLine(x + (Swatch / 2), baseline - Swatch, x + (Swatch / 2), baseline, paint);
                break;
            default:
                canvas.DrawRect(x, baseline - Swatch, Swatch, Swatch, paint);
                break;
        }

        if (mark == Mark.Break)
        {
            using var gap = new SKPaint { Color = Palette.Background, IsAntialias = true, StrokeWidth = 1.6f };
            canvas.DrawLine(x - 1, middle + 2.5f, x + Swatch + 1, middle - 2.5f, gap);
        }
    }
}
