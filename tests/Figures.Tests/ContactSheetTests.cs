using System.Globalization;
using FanIn.Figures.Layout;

namespace FanIn.Figures.Tests;

public sealed class ContactSheetTests
{
    [Fact]
    public void The_chapters_matrix_has_a_row_for_each_activation()
    {
        var drawing = new SvgDrawing(ContactSheet.ToBytes(Chapter.All, FigureFormat.Svg));
        var cells = drawing.Lines.Where(line => Chapter.Labels().Contains(line.Text)).ToList();

        Assert.Equal(12, cells.Count);
        var rows = cells.GroupBy(cell => cell.Baseline, cell => cell.Text.Split('-')[0]).OrderBy(row => row.Key);
        var columns = cells.GroupBy(cell => cell.Box.Left, cell => cell.Text.Split('-')[1]).OrderBy(column => column.Key);
        Assert.Equal(["sigmoid", "relu", "tanh"], rows.Select(row => Assert.Single(row.Distinct())));
        Assert.Equal(["std1", "std0.01", "xavier", "he"], columns.Select(column => Assert.Single(column.Distinct())));
        Assert.Equal(60, drawing.Panels.Count);
    }

    [Fact]
    public void Panels_line_up_over_the_whole_sheet()
    {
        var panels = new SvgDrawing(ContactSheet.ToBytes(Chapter.All, FigureFormat.Svg)).Panels;

        Assert.Equal(3, panels.Select(panel => panel.Area.Top).Distinct().Count());
        Assert.Equal(20, panels.Select(panel => panel.Area.Left).Distinct().Count());
    }

    [Fact]
    public void Every_count_of_the_single_figures_is_on_the_sheet()
    {
        var sheet = string.Join('\n', new SvgDrawing(ContactSheet.ToBytes(Chapter.All, FigureFormat.Svg)).Texts);

        foreach (var panel in Chapter.All.SelectMany(result => result.Layers).Select(layer => layer.Activations!.Histogram))
        {
            foreach (var (count, word) in ((long, string)[])[(panel.Below, "below"), (panel.Above, "above"), (panel.Zeros, "zeros")])
            {
                if (count > 0)
                    Assert.Contains($"{count.ToString("N0", CultureInfo.InvariantCulture)} {word}", sheet, StringComparison.Ordinal);
            }
        }
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
    [InlineData("a-x-1 a-x-2 a-y-1 a-y-2 b-x-1 b-x-2 b-y-1 b-y-2", 2, 4)]
    [InlineData("one two three four five", 2, 3)]
    [InlineData("a-x a-y b-x", 2, 2)]
    [InlineData("sole", 1, 1)]
    [InlineData("- -- --- -a a-", 2, 3)]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20", 5, 4)]
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

        Assert.Equal(4, SheetGrid.Of([.. labels]).Columns);
    }
}
