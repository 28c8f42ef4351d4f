using System.Globalization;
using FanIn.Figures.Layout;
using FanIn.Runtime.Results;

namespace FanIn.Figures.Tests;

public sealed class ContactSheetTests
{
    [Fact]
    public void The_chapters_matrix_has_a_column_for_each_activation()
    {
        var drawing = new SvgDrawing(ContactSheet.ToBytes(Chapter.All, FigureFormat.Svg));
        var cells = drawing.Lines.Where(line => Chapter.Labels().Contains(line.Text)).ToList();

        Assert.Equal(12, cells.Count);
        var rows = cells.GroupBy(cell => cell.Baseline, cell => cell.Text.Split('-')[1]).OrderBy(row => row.Key);
        var columns = cells.GroupBy(cell => cell.Box.Left, cell => cell.Text.Split('-')[0]).OrderBy(column => column.Key);
        Assert.Equal(["std1", "std0.01", "xavier", "he"], rows.Select(row => Assert.Single(row.Distinct())));
        Assert.Equal(["sigmoid", "relu", "tanh"], columns.Select(column => Assert.Single(column.Distinct())));
        Assert.Equal(60, drawing.Panels.Count);
    }

    [Fact]
    public void Panels_line_up_over_the_whole_sheet()
    {
        var panels = new SvgDrawing(ContactSheet.ToBytes(Chapter.All, FigureFormat.Svg)).Panels;

        Assert.Equal(4, panels.Select(panel => panel.Area.Top).Distinct().Count());
        Assert.Equal(15, panels.Select(panel => panel.Area.Left).Distinct().Count());
    }

    [Fact]
    public void Every_count_stands_over_its_panel_with_its_label_left_of_the_row()
    {
        var drawing = new SvgDrawing(ContactSheet.ToBytes(Chapter.All, FigureFormat.Svg));
        var counts = 0;

        foreach (var (result, panels) in Chapter.All.Zip(drawing.Panels.Chunk(5)))
        {
            foreach (var (layer, panel) in result.Layers.Zip(panels))
            {
                var histogram = layer.Activations!.Histogram;
                foreach (var (count, label) in ((long, string)[])[
                    (histogram.Below, "← below"), (histogram.Above, "above →"), (histogram.Zeros, "zeros")])
                {
                    if (count == 0)
                        continue;

                    counts++;
                    var text = count.ToString("N0", CultureInfo.InvariantCulture);
                    Assert.Contains(drawing.Lines, value => value.Text == text && IsOver(value, panel)
                        && drawing.Lines.Any(other => other.Text == label && IsBeside(other, value, panels[0])));
                }
            }
        }

        Assert.True(counts > 40);

        static bool IsOver(SvgLine line, SvgPanel panel) =>
            Math.Abs(line.Box.Left - panel.Area.Left) < 0.1 && line.Baseline < panel.Area.Top && line.Baseline > panel.Area.Top - 110;
        static bool IsBeside(SvgLine label, SvgLine value, SvgPanel first) =>
            Math.Abs(label.Baseline - value.Baseline) < 0.1 && Math.Abs(label.Box.Right - first.Area.Left) < 8;
    }

    [Fact]
    public void No_number_is_cut_short() =>
        Assert.DoesNotContain(new SvgDrawing(ContactSheet.ToBytes(Chapter.All, FigureFormat.Svg)).Texts, text => text.Contains('…'));

    [Fact]
    public void Type_can_be_read_where_a_page_shows_the_sheet_a_thousand_pixels_wide()
    {
        var drawing = new SvgDrawing(ContactSheet.ToBytes(Chapter.All, FigureFormat.Svg));

        Assert.All(drawing.Lines, line => Assert.True(line.Size * 1000 / drawing.Width >= 8, $"'{line.Text}' is too small."));
    }

    [Fact]
    public void Names_of_layers_stand_beside_all_headings_of_a_cell_or_beside_none()
    {
        LayerResult Named(int i, string name) => Sample.Layer(i, Sample.Tensor(1, 2, 3)) with { Name = name };
        var fits = Sample.Result("n", "fits", Named(1, "first"), Named(2, "last"));
        var doesNot = Sample.Result("n", "does-not", Named(1, "input"), Named(2, "a-name-that-is-wider-than-its-panel"));
        var texts = new SvgDrawing(ContactSheet.ToBytes([fits, doesNot], FigureFormat.Svg)).Texts;

        Assert.Contains("first", texts);
        Assert.Contains("last", texts);
        Assert.DoesNotContain("input", texts);
    }

    [Fact]
    public void A_deep_net_is_sampled_and_says_so()
    {
        var deep = Sample.Result("deep", "he", [.. Enumerable.Range(1, 30).Select(i => Sample.Layer(i, Sample.Tensor(1, 2, 3)))]);
        var drawing = new SvgDrawing(ContactSheet.ToBytes([deep, deep], FigureFormat.Svg));

        Assert.Equal(12, drawing.Panels.Count);
        Assert.Equal(2, drawing.Texts.Count(text => text == "he · 6 of 30 layers"));
        Assert.Contains("30-layer", drawing.Texts);
    }

    [Fact]
    public void An_empty_sheet_is_refused() =>
        Assert.Throws<ArgumentException>(() => ContactSheet.ToBytes([], FigureFormat.Svg));

    [Theory]
    [InlineData("relu-std0.01 relu-he tanh-std0.01 tanh-he", 2, 2)]
    [InlineData("leaky-relu-he leaky-relu-lecun tanh-he tanh-lecun", 2, 2)]
    [InlineData("a-x-1 a-x-2 a-y-1 a-y-2 b-x-1 b-x-2 b-y-1 b-y-2", 4, 2)]
    [InlineData("one two three four five", 2, 3)]
    [InlineData("a-x a-y b-x", 2, 2)]
    [InlineData("sole", 1, 1)]
    [InlineData("- -- --- -a a-", 2, 3)]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20", 7, 3)]
    [InlineData("a-1 a-2 a-3 a-4 b-1 b-2 b-3 b-4 c-1 c-2 c-3 c-4 d-1 d-2 d-3 d-4", 4, 4)]
    public void The_grid_follows_from_the_labels(string labels, int rows, int columns)
    {
        var grid = SheetGrid.Of(labels.Split(' '));

        Assert.Equal((rows, columns), (grid.Rows, grid.Columns));
        Assert.Equal(grid.Cells.Count, grid.Cells.Distinct().Count());
        Assert.All(grid.Cells, cell => Assert.True(cell.Row < rows && cell.Column < columns));
    }

    [Fact]
    public void Labels_in_any_order_find_their_cell()
    {
        var grid = SheetGrid.Of(["relu-a", "tanh-b", "relu-b", "tanh-a"]);

        Assert.Equal([(0, 0), (1, 1), (0, 1), (1, 0)], grid.Cells);
    }

    [Fact]
    public void A_matrix_that_is_too_wide_is_wrapped()
    {
        var labels = from row in Enumerable.Range(0, 2) from column in Enumerable.Range(0, 9) select $"r{row}-c{column}";

        Assert.Equal(3, SheetGrid.Of([.. labels]).Columns);
    }
}
