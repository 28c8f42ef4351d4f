using System.Globalization;
using FanIn.Runtime.Results;

namespace FanIn.Figures.Tests;

/// <summary>Layers of unequal size share an axis of percentages, so that a small one is seen beside a large one.</summary>
public sealed class UnequalLayerTests
{
    private const string Note = "bars in % of the layer's own elements";

    private static readonly TensorStatistics Large = Sample.Tensor(60_000, 40_000, 30_000, 20_000);
    private static readonly TensorStatistics Small = Sample.Tensor(2_000, 1_000, 1_500, 500);

    [Fact]
    public void A_bar_is_as_high_as_its_share_of_its_own_layer()
    {
        var panels = Drawn(Large, Small).Panels;
        double[][] shares = [[0.4, 4 / 15.0, 0.2, 2 / 15.0], [0.4, 0.2, 0.3, 0.1]];
        var perShare = panels[0].Bars[0].Box.Height / 0.4;

        Assert.True(perShare > panels[0].Area.Height);
        foreach (var (panel, expected) in panels.Zip(shares))
            Assert.All(panel.Bars.Zip(expected), pair => Assert.Equal(pair.Second * perShare, pair.First.Box.Height, 0.05));
    }

    [Fact]
    public void Axis_and_heading_say_so()
    {
        var drawing = Drawn(Large, Small);

        Assert.Single(drawing.Texts, "% of layer");
        Assert.DoesNotContain("count", drawing.Texts);
        Assert.Single(drawing.Texts, text => text.Contains(Note, StringComparison.Ordinal));
        var area = drawing.Panels[0].Area;
        var ticks = drawing.Lines.Where(line => line.Box.Right < area.Left && line.Box.Bottom > area.Top);
        Assert.Equal(["40", "30", "20", "10", "0"], ticks.OrderBy(tick => tick.Baseline).Select(tick => tick.Text));
    }

    [Fact]
    public void What_lies_outside_belongs_to_the_layer()
    {
        var half = Sample.Tensor(Sample.Bins(0, 1, 500, 500) with { Above = 600, Below = 300, NaN = 100 });
        var panels = Drawn(Sample.Tensor(100, 300), half).Panels;

        Assert.Equal(panels[0].Bars[0].Box.Height, panels[1].Bars[0].Box.Height, 0.05);
    }

    [Fact]
    public void The_number_over_a_cut_bar_stays_a_count()
    {
        var drawing = Drawn(Sample.Tensor(90_000, 1_000, 900, 800), Sample.Tensor(9_000, 110, 100, 90));

        Assert.Contains("90,000", drawing.NotesOf(drawing.Panels[0]));
        Assert.Contains("9,000", drawing.NotesOf(drawing.Panels[1]));
    }

    [Fact]
    public void A_density_is_as_high_as_the_bars_that_it_predicts()
    {
        var options = new FigureOptions { Density = _ => [new(0, 1), new(1, 1)] };
        var result = Sample.Result(Sample.Layer(1, Sample.Tensor(100, 100, 100, 100)), Sample.Layer(2, Sample.Tensor(7, 7, 7, 7)));
        var drawing = SvgDrawing.Of(result, options);
        var lines = drawing.Strokes(SvgDrawing.DensityStroke).Where(line => line.Parent!.Attribute("clip-path") is not null).ToList();

        Assert.Equal(2, lines.Count);
        foreach (var (line, panel) in lines.Zip(drawing.Panels))
        {
            var start = line.Attribute("d")!.Value.Split('M', 'L')[1];
            var y = double.Parse(start.Split(' ')[1], CultureInfo.InvariantCulture);
            Assert.Equal(panel.Bars[0].Box.Top, y, 0.02);
        }
    }

    [Fact]
    public void Limits_in_the_file_are_counts()
    {
        var result = Sample.Result(Sample.Layer(1, Large), Sample.Layer(2, Small));
        var drawing = SvgDrawing.Of(result with { Definition = result.Definition with { FigureY = (0, 80_000) } });

        Assert.Contains("count", drawing.Texts);
        Assert.DoesNotContain(drawing.Texts, text => text.Contains(Note, StringComparison.Ordinal));
        var perCount = drawing.Panels[0].Area.Height / 80_000;
        Assert.Equal(60_000 * perCount, drawing.Panels[0].Bars[0].Box.Height, 0.05);
        Assert.Equal(2_000 * perCount, drawing.Panels[1].Bars[0].Box.Height, 0.05);
    }

    [Fact]
    public void Each_tensor_has_the_axis_that_its_own_sizes_need()
    {
        var layers = new[] { Sample.Layer(1, Small) with { Weights = Large }, Sample.Layer(2, Small) with { Weights = Small } };
        var texts = SvgDrawing.Of(Sample.Result(layers)).Texts;

        Assert.True(texts.ToList().IndexOf("count") < texts.ToList().IndexOf("% of layer"));
        Assert.Single(texts, "count");
    }

    [Fact]
    public void A_contact_sheet_does_the_same()
    {
        var result = Sample.Result("sample", "a", Sample.Layer(1, Large), Sample.Layer(2, Small));
        var drawing = new SvgDrawing(ContactSheet.ToBytes([result], FigureFormat.Svg));

        Assert.Contains("% of layer", drawing.Texts);
        Assert.Equal(drawing.Panels[0].Bars[0].Box.Height, drawing.Panels[1].Bars[0].Box.Height, 0.05);
    }

    private static SvgDrawing Drawn(params TensorStatistics[] layers) =>
        SvgDrawing.Of(Sample.Result([.. layers.Select((tensor, i) => Sample.Layer(i + 1, tensor))]));
}
