using FanIn.Figures.Output;
using FanIn.Figures.Style;
using FanIn.Figures.Text;
using SkiaSharp;

namespace FanIn.Figures.Layout;

/// <summary>A page: a title with notes, blocks below each other, and a legend.</summary>
/// <param name="Title">In large type, and the name of the file's content.</param>
/// <param name="Notes">What stands under it.</param>
/// <param name="Blocks">From top to bottom.</param>
/// <param name="Legend">Of all blocks.</param>
internal sealed record FigurePage(string Title, IEnumerable<string> Notes, IReadOnlyList<IBlock> Blocks, IReadOnlyList<LegendEntry> Legend)
{
    private const float Padding = 20;
    private const float TitleSize = 18;
    private const float NarrowestContent = 560;
    private const float BlockGap = 22;
    private const float LegendGap = 14;

    /// <summary>What is written where there are no blocks.</summary>
    public string Empty { get; init; } = "Nothing was observed.";

    public FigurePicture Compose()
    {
        var style = FigureStyle.Full;
        var titleWidth = TextPainter.Width(Title, TitleSize, bold: true);
        var width = Blocks.Select(block => block.Width).Append(NarrowestContent).Append(titleWidth).Max();
        var notes = TextFlow.Wrap(Notes, width, style.TextSize);

        var top = Padding + TitleSize + 4 + (notes.Count * style.LineHeight);
        var bottom = top + Blocks.Sum(block => BlockGap + style.LineHeight + block.Height) + LegendGap;
        var legendLines = Layout.Legend.Lines(Legend, width, style);
        var height = bottom + (Math.Max(legendLines, Blocks.Count == 0 ? 1 : 0) * style.LineHeight) + Padding;
        return FigurePicture.Record(Title, width + (2 * Padding), height, Draw);

        void Draw(SKCanvas canvas)
        {
            var y = Padding + TitleSize;
            TextPainter.Draw(canvas, Title, Padding, y - 3, TitleSize, Palette.Ink, bold: true);
            for (var line = 0; line < notes.Count; line++)
                TextPainter.Draw(canvas, notes[line], Padding, y + 2 + ((line + 1) * style.LineHeight), style.TextSize, Palette.Muted);

            y = top;
            foreach (var block in Blocks)
            {
                y += BlockGap;
                DrawTitle(canvas, block, y, width, style);
                y += style.LineHeight;
                block.Draw(canvas, Padding, y);
                y += block.Height;
            }

            if (Blocks.Count == 0)
                TextPainter.Draw(canvas, Empty, Padding, y + LegendGap, style.TextSize, Palette.Muted);
            Layout.Legend.Draw(canvas, Legend, Padding, y + LegendGap, width, style);
        }
    }

    private static void DrawTitle(SKCanvas canvas, IBlock block, float y, float width, FigureStyle style)
    {
        TextPainter.Draw(canvas, block.Title, Padding, y, style.HeadingSize, Palette.Ink, bold: true);
        var left = Padding + TextPainter.Width(block.Title, style.HeadingSize, bold: true) + 10;
        var notes = string.Join(TextFlow.Separator, block.Notes);
        TextPainter.Draw(canvas, TextPainter.Fit(notes, Padding + width - left, style.TextSize), left, y, style.TextSize, Palette.Muted);
    }
}
