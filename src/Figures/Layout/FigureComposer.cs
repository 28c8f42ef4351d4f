using FanIn.Figures.Output;
using FanIn.Figures.Panels;
using FanIn.Figures.Style;
using FanIn.Figures.Text;
using SkiaSharp;

namespace FanIn.Figures.Layout;

/// <summary>Puts title, groups of panels and legend of one experiment on a page.</summary>
internal static class FigureComposer
{
    private const float Padding = 20;
    private const float TitleSize = 18;
    private const float NarrowestContent = 560;
    private const float GroupGap = 22;
    private const float LegendGap = 14;

    public static FigurePicture Compose(FigureSubject subject)
    {
        var result = subject.Result;
        var style = FigureStyle.Full;
        var groups = PanelGroups.Of(subject, style.MaxPanels);
        var layouts = groups.Select(group => new GroupLayout(group, style)).ToList();
        foreach (var layout in layouts)
            layout.Space = layout.Space with { LeftMargin = layouts.Max(other => other.LeftMargin) };
        var title = result.Definition.Id;
        var titleWidth = TextPainter.Width(title, TitleSize, bold: true);
        var width = layouts.Select(layout => layout.Width).Append(NarrowestContent).Append(titleWidth).Max();
        var notes = TextFlow.Wrap(ExperimentText.Notes(result, subject.Draws), width, style.TextSize);
        var legendLines = Legend.Lines(groups, width, style);

        var top = Padding + TitleSize + 4 + (notes.Count * style.LineHeight);
        var bottom = top + layouts.Sum(layout => GroupGap + style.LineHeight + layout.Height) + LegendGap;
        var height = bottom + (legendLines * style.LineHeight) + Padding;
        return FigurePicture.Record(title, width + (2 * Padding), height, Draw);

        void Draw(SKCanvas canvas)
        {
            var y = Padding + TitleSize;
            TextPainter.Draw(canvas, title, Padding, y - 3, TitleSize, Palette.Ink, bold: true);
            for (var line = 0; line < notes.Count; line++)
                TextPainter.Draw(canvas, notes[line], Padding, y + 2 + ((line + 1) * style.LineHeight), style.TextSize, Palette.Muted);

            y = top;
            foreach (var layout in layouts)
            {
                y += GroupGap;
                DrawGroupTitle(canvas, layout, result.Layers.Length, y, width);
                y += style.LineHeight;
                GroupPainter.Draw(canvas, layout, Padding, y);
                y += layout.Height;
            }

            if (layouts.Count == 0)
                TextPainter.Draw(canvas, "Nothing was observed.", Padding, y + LegendGap, style.TextSize, Palette.Muted);
            Legend.Draw(canvas, groups, Padding, y + LegendGap, width, style);
        }
    }

    private static void DrawGroupTitle(SKCanvas canvas, GroupLayout layout, int layers, float y, float width)
    {
        var style = layout.Style;
        var title = layout.Group.Title;
        TextPainter.Draw(canvas, title, Padding, y, style.HeadingSize, Palette.Ink, bold: true);
        var left = Padding + TextPainter.Width(title, style.HeadingSize, bold: true) + 10;
        var notes = string.Join(TextFlow.Separator, GroupText.Notes(layout.Group, layers));
        notes = TextPainter.Fit(notes, Padding + width - left, style.TextSize);
        TextPainter.Draw(canvas, notes, left, y, style.TextSize, Palette.Muted);
    }
}
