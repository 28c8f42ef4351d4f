using System.Globalization;
using FanIn.Runtime.Results;

namespace FanIn.Figures.Tests;

/// <summary>The rug, the theoretical line, the strip of shares, and further tensors.</summary>
public sealed class PanelContentTests
{
    [Fact]
    public void The_rug_has_a_line_for_each_unit_at_its_mean()
    {
        double[] means = [0.25, 0.5, 0.75];
        var drawing = SvgDrawing.Of(Sample.Result(Sample.Layer(1, Sample.Tensor(1, 2, 3, 4), means)));
        var area = drawing.Panels.Single().Area;
        var lines = drawing.Strokes(SvgDrawing.RugStroke).Single(path => path.Attribute("stroke-opacity") is not null).Attribute("d")!.Value
            .Split('M', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => Number(line.Split(' ')[0]));

        Assert.Equal(means, lines.Select(x => Math.Round((x - area.Left) / (area.Right - area.Left), 3)));
        Assert.Contains("mean of a unit over the batch", drawing.Texts);
    }

    [Fact]
    public void Means_that_the_axis_leaves_out_are_counted()
    {
        var layer = Sample.Layer(1, Sample.Tensor(1, 2), 0.5, -1, 2, double.NaN);

        Assert.Contains("3 means outside", SvgDrawing.Of(Sample.Result(layer)).Texts);
    }

    [Fact]
    public void Without_means_there_is_no_rug() =>
        Assert.DoesNotContain("mean of a unit over the batch", SvgDrawing.Of(Chapter.Of("relu-he")).Texts);

    [Fact]
    public void A_density_becomes_a_line_in_counts()
    {
        // The uniform density over [0, 1] predicts a quarter of 400 elements for each of four bins: a line as high as the bars.
        var options = new FigureOptions { Density = _ => [new(0, 1), new(1, 1)] };
        var drawing = SvgDrawing.Of(Sample.Result(Sample.Layer(1, Sample.Tensor(100, 100, 100, 100))), options);
        var line = Assert.Single(drawing.Strokes(SvgDrawing.DensityStroke), IsInPanel);
        var places = line.Attribute("d")!.Value.Split('M', 'L').Skip(1)
            .Select(place => Number(place.Split(' ')[1]));

        Assert.All(places, y => Assert.Equal(drawing.Panels[0].Bars[0].Box.Top, y, 0.02));
        Assert.Contains("theory", drawing.Texts);

        static bool IsInPanel(System.Xml.Linq.XElement stroke) => stroke.Parent!.Attribute("clip-path") is not null;
    }

    [Fact]
    public void Without_a_density_theory_is_not_spoken_of() =>
        Assert.DoesNotContain("theory", SvgDrawing.Of(Sample.Result(Sample.Layer(1, Sample.Tensor(1, 2)))).Texts);

    [Fact]
    public void The_strip_shows_the_share_of_everything()
    {
        var histogram = Sample.Bins(0, 1, 20, 20) with { Zeros = 10, Below = 10, Above = 20, NaN = 30 };
        var drawing = SvgDrawing.Of(Sample.Result(Sample.Layer(1, Sample.Tensor(histogram))));
        var strip = drawing.Elements("rect").Where(rect => rect.Attribute("height")?.Value == "4")
            .Select(rect => (Fill: rect.Attribute("fill")!.Value, Width: Number(rect.Attribute("width")!.Value))).ToList();

        Assert.Equal(["#B45C95", "#E69F00", "#2B7BBA", "#B45C95", "#1F242A"], strip.Select(part => part.Fill));
        Assert.Equal([10, 10, 30, 20, 30], strip.Select(part => Math.Round(100 * part.Width / strip.Sum(all => all.Width))));
    }

    [Fact]
    public void Pre_activations_and_weights_have_rows_and_axes_of_their_own()
    {
        LayerResult Layer(int i) => Sample.Layer(i, Sample.Tensor(1, 2)) with
        {
            PreActivations = Sample.Tensor(Sample.Bins(-4, 4, 10, 2000), 1.5),
            Weights = Sample.Tensor(Sample.Bins(-1, 1, 70, 60), 0.1),
        };
        var drawing = SvgDrawing.Of(Sample.Result(Layer(1), Layer(2)));

        Assert.Equal(6, drawing.Panels.Count);
        Assert.Equal(3, drawing.Panels.Select(panel => panel.Area.Top).Distinct().Count());
        Assert.Equal(2, drawing.Panels.Select(panel => panel.Area.Left).Distinct().Count());
        string[] headings = ["activations", "pre-activations", "weights"];
        Assert.Equal(headings, drawing.Texts.Where(headings.Contains));
        Assert.Equal(2, drawing.Texts.Count(text => text == "std 1.50"));
        Assert.Equal(2, drawing.Texts.Count(text => text.Contains("input-driven", StringComparison.Ordinal)));
    }

    [Fact]
    public void Ranges_of_like_size_share_one_axis()
    {
        var drawing = SvgDrawing.Of(Sample.Result(
            Sample.Layer(1, Sample.Tensor(Sample.Bins(-2, 2, 5, 5))), Sample.Layer(2, Sample.Tensor(Sample.Bins(-1, 1, 5, 5)))));

        Assert.Contains("2 bins over each layer's own range, so their widths differ · axes shared", drawing.Texts);
        var widths = drawing.Panels.Select(panel => panel.Bars[^1].Box.Right - panel.Bars[0].Box.Left).ToList();
        Assert.InRange(widths[0] / widths[1], 1.95, 2.05);
    }

    [Fact]
    public void Ranges_of_unlike_size_have_axes_of_their_own_and_the_figure_says_so()
    {
        var drawing = SvgDrawing.Of(Sample.Result(
            Sample.Layer(1, Sample.Tensor(Sample.Bins(-2, 2, 5, 5))), Sample.Layer(2, Sample.Tensor(Sample.Bins(-2e-6, 2e-6, 5, 5)))));

        Assert.Contains(drawing.Texts, text => text.Contains("each panel has its own x axis", StringComparison.Ordinal));
        Assert.Contains("−1×10⁻⁶", drawing.Texts);
        Assert.Contains("−1", drawing.Texts);
    }

    [Fact]
    public void Uneven_widths_and_a_bias_are_named_under_the_title()
    {
        var result = Sample.Result(Sample.Layer(1, Sample.Tensor(1, 2)));
        var layers = result.Definition.Layers;
        int[] widths = [64, 64, 10];
        var drawing = SvgDrawing.Of(result with
        {
            Definition = result.Definition with { Layers = [.. widths.Select(width => layers[0] with { FanOut = width, Bias = "zeros" })] },
        });

        var notes = string.Join(" · ", drawing.Texts.Skip(1).Take(2));
        Assert.Contains("3 layers of 2 × 64, 10 units", notes, StringComparison.Ordinal);
        Assert.Contains("bias zeros", notes, StringComparison.Ordinal);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
