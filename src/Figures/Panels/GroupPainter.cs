using FanIn.Figures.Style;
using FanIn.Figures.Text;
using SkiaSharp;

namespace FanIn.Figures.Panels;

/// <summary>Draws the panels of a group in rows.</summary>
internal static class GroupPainter
{
    /// <summary>Clear of a tick's label at the very top of the axis.</summary>
    private const float CountLabelLift = 10;

    /// <summary>Between a label and the panel right of it.</summary>
    private const float LabelGap = 6;

    public static void Draw(SKCanvas canvas, GroupLayout layout, float x, float y)
    {
        var group = layout.Group;
        for (var i = 0; i < group.Panels.Count; i++)
        {
            var column = i % layout.Columns;
            var left = x + layout.LeftMargin + (column * (layout.PanelWidth + layout.Style.Gap));
            var top = y + (i / layout.Columns * (layout.RowHeight + layout.RowGap));
            var bars = top + layout.HeaderHeight;
            var data = new SKRect(left, bars, left + layout.PanelWidth, bars + layout.Style.DataHeight);
            var frame = new PanelFrame(data, group.Panels[i].X, group.Counts);

            DrawHeader(canvas, layout, i, left, top);
            ShareStrip.Draw(canvas, group.Panels[i], new SKRect(data.Left, bars - layout.StripTop, data.Right, bars - layout.StripBottom));
            Rug.Draw(canvas, group.Panels[i], frame, layout.RugHeight);
            PanelPlot.Draw(canvas, group.Panels[i], frame, layout.Style, column == 0, layout.RugHeight);
            CutBars.Draw(canvas, group.Panels[i], frame, layout.Style);
            if (column > 0)
                continue;

            DrawCountLabel(canvas, layout, left, bars);
            DrawNotes(canvas, layout, layout.Labels, left - LabelGap, top, SKTextAlign.Right);
        }
    }

    private static void DrawHeader(SKCanvas canvas, GroupLayout layout, int index, float left, float top)
    {
        var style = layout.Style;
        var panel = layout.Group.Panels[index];
        var y = top + style.HeadingSize;
        TextPainter.Draw(canvas, panel.Heading, left, y, style.HeadingSize, Palette.Ink, bold: true);
        var nameLeft = layout.NameLeft(panel);
        var name = layout.ShowsNames ? TextPainter.Fit(panel.Subheading, layout.PanelWidth - nameLeft, style.TextSize) : "";
        if (name.Length > 0)
            TextPainter.Draw(canvas, name, left + nameLeft, y, style.TextSize, Palette.Muted);

        DrawNotes(canvas, layout, layout.Blocks[index], left, top, SKTextAlign.Left);
    }

    private static void DrawNotes(
        SKCanvas canvas, GroupLayout layout, IReadOnlyList<NoteLines> blocks, float x, float top, SKTextAlign align)
    {
        var style = layout.Style;
        var y = top + style.HeadingSize + 4;
        for (var block = 0; block < blocks.Count; block++)
        {
            for (var line = 0; line < blocks[block].Lines.Count; line++)
            {
                var baseline = y + (line * style.LineHeight) + style.TextSize;
                TextPainter.Draw(canvas, blocks[block].Lines[line], x, baseline, style.TextSize, blocks[block].Color, align: align);
            }

            y += layout.BlockHeight(block);
        }
    }

    private static void DrawCountLabel(SKCanvas canvas, GroupLayout layout, float left, float bars) => TextPainter.Draw(
        canvas, layout.Group.Counts.Title, left - LabelGap, bars - CountLabelLift, layout.Style.TickSize, Palette.Muted,
        align: SKTextAlign.Right);
}
