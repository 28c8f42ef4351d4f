using FanIn.Figures.Output;
using FanIn.Figures.Panels;
using FanIn.Figures.Style;
using FanIn.Figures.Text;
using FanIn.Runtime.Results;
using SkiaSharp;

namespace FanIn.Figures.Layout;

/// <summary>Puts many experiments on a page, each a small row of panels.</summary>
internal static class SheetComposer
{
    private const float Padding = 24;
    private const float TitleSize = 24;
    private const float NoteSize = 14;
    private const float CellTitleSize = 15;
    private const float CellTitleHeight = 23;
    private const float ColumnGap = 22;
    private const float RowGap = 26;

    public static FigurePicture Compose(IReadOnlyList<FigureSubject> subjects, string noun = "experiment")
    {
        var results = subjects.Select(subject => subject.Result).ToList();
        var grid = SheetGrid.Of([.. results.Select(result => result.Definition.Label)]);
        var style = FigureStyle.Compact(grid.Columns);
        var groups = subjects.Select(subject => PanelGroups.Of(subject, style.MaxPanels).FirstOrDefault()).ToList();
        var layouts = groups.Select(group => group is null ? null : new GroupLayout(group, style)).ToList();
        LineUp(layouts, grid);
        var widths = Largest(grid.Columns, cell => cell.Column, layout => layout.Width);
        var heights = Largest(grid.Rows, cell => cell.Row, layout => layout.Height);

        var title = string.Join(", ", results.Select(result => result.Definition.Name).Distinct());
        var width = Math.Max(widths.Sum() + ((grid.Columns - 1) * ColumnGap), TextPainter.Width(title, TitleSize, bold: true));
        var shown = groups.OfType<PanelGroup>().ToList();
        var legend = FigureStyle.Full;
        var notes = TextFlow.Wrap(Notes(subjects, shown, noun), width, NoteSize);
        var top = Padding + TitleSize + (notes.Count * 17) + 34;
        var bottom = top + heights.Sum() + (grid.Rows * (CellTitleHeight + RowGap));
        var height = bottom + (Legend.Lines(Legend.Of(shown), width, legend) * legend.LineHeight) + Padding;
        return FigurePicture.Record(title, width + (2 * Padding), height, Draw);

        float[] Largest(int count, Func<(int Row, int Column), int> line, Func<GroupLayout, float> size) =>
            [.. Enumerable.Range(0, count).Select(i => layouts.Where((layout, cell) => layout is not null && line(grid.Cells[cell]) == i)
                .Select(layout => size(layout!)).DefaultIfEmpty(style.MinPanelWidth).Max())];

        void Draw(SKCanvas canvas)
        {
            TextPainter.Draw(canvas, title, Padding, Padding + TitleSize - 4, TitleSize, Palette.Ink, bold: true);
            for (var line = 0; line < notes.Count; line++)
                TextPainter.Draw(canvas, notes[line], Padding, Padding + TitleSize + ((line + 1) * 17), NoteSize, Palette.Muted);

            for (var i = 0; i < results.Count; i++)
            {
                var (row, column) = grid.Cells[i];
                var x = Padding + widths.Take(column).Sum() + (column * ColumnGap);
                var y = top + heights.Take(row).Sum() + (row * (CellTitleHeight + RowGap));
                DrawCell(canvas, results[i], layouts[i], x, y, widths[column]);
            }

            Legend.Draw(canvas, Legend.Of(shown), Padding, bottom - 6, width, legend);
        }
    }

    private static IEnumerable<string> Notes(IReadOnlyList<FigureSubject> subjects, IReadOnlyList<PanelGroup> groups, string noun)
    {
        yield return $"{NumberText.Count(subjects.Count)} {noun}{(subjects.Count == 1 ? "" : "s")}";
        yield return string.Join(" / ", subjects.Select(subject => subject.Draws).Distinct());
        var texts = subjects.Select(subject => ExperimentText.Settings(subject.Result)).Where(text => text.Length > 0);
        foreach (var settings in texts.Distinct())
            yield return settings;
        foreach (var title in groups.Select(group => group.Title).Distinct())
            yield return $"{title} of each layer";
        yield return $"panels of one {noun} share the y axis, {noun}s do not";
    }

    /// <summary>Cells of a row share the height of each part of their headers, cells of a column the place of the y axis.</summary>
    private static void LineUp(IReadOnlyList<GroupLayout?> layouts, SheetGrid grid)
    {
        var needed = layouts.Select(layout => layout?.Space).ToList();
        for (var i = 0; i < layouts.Count; i++)
        {
            if (layouts[i] is not { } layout)
                continue;

            var cell = grid.Cells[i];
            var row = needed.Where((_, other) => grid.Cells[other].Row == cell.Row).OfType<GroupSpace>().Aggregate((a, b) => a.Or(b));
            var column = needed.Where((_, other) => grid.Cells[other].Column == cell.Column).OfType<GroupSpace>();
            layout.Space = row with { LeftMargin = column.Max(space => space.LeftMargin) };
        }
    }

    private static void DrawCell(SKCanvas canvas, ExperimentResult result, GroupLayout? layout, float x, float y, float width)
    {
        var label = result.Definition.Label.Length > 0 ? result.Definition.Label : result.Definition.Id;
        if (layout is null)
            label += " (nothing was observed)";
        else if (layout.Group.Panels.Count < result.Layers.Length)
            label += $" · {NumberText.Count(layout.Group.Panels.Count)} of {NumberText.Count(result.Layers.Length)} layers";
        if (layout is { Group.SharesX: false })
            label += " · x axes differ";

        TextPainter.Draw(canvas, TextPainter.Fit(label, width, CellTitleSize, bold: true), x, y, CellTitleSize, Palette.Ink, bold: true);
        if (layout is not null)
            GroupPainter.Draw(canvas, layout, x, y + CellTitleHeight - CellTitleSize);
    }
}
