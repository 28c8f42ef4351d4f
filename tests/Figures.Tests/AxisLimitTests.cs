using System.Globalization;
using FanIn.Runtime.Results;

namespace FanIn.Figures.Tests;

/// <summary>The limits that an experiment's file gives are kept, and what they hide is written down.</summary>
public sealed class AxisLimitTests
{
    [Fact]
    public void The_chapters_limits_hide_the_zeros_but_not_their_number()
    {
        var result = Chapter.Of("relu-he");
        result = result with { Definition = result.Definition with { FigureX = (0.1, 1), FigureY = (0, 7000) } };
        var drawing = SvgDrawing.Of(result);

        foreach (var (layer, panel) in result.Layers.Zip(drawing.Panels))
        {
            var histogram = layer.Activations!.Histogram;
            var notes = drawing.NotesOf(panel);
            Assert.Contains(Say("← {0} not shown", histogram.Counts.Take(3).Sum()), notes);
            Assert.Contains(Say("{0} zeros", histogram.Zeros), notes);
            Assert.Equal(27, panel.Bars.Count);
            Assert.DoesNotContain(panel.Bars, bar => bar.Fill == SvgDrawing.ZerosFill);
            var perCount = panel.Area.Height / 7000;
            Assert.All(panel.Bars.Zip(histogram.Counts.Skip(3)), pair => Assert.Equal(pair.Second * perCount, pair.First.Box.Height, 0.03));
        }
    }

    [Fact]
    public void What_lies_right_of_the_limit_is_counted_too()
    {
        var drawing = Limited(Sample.Tensor(1, 2, 3, 4), x: (0, 0.5));

        Assert.Contains("7 not shown →", drawing.Texts);
        Assert.Equal(2, drawing.Panels.Single().Bars.Count);
    }

    [Fact]
    public void A_limit_inside_of_a_bin_shows_the_part_of_its_bar()
    {
        var panel = Limited(Sample.Tensor(4, 4), x: (0.25, 1)).Panels.Single();

        Assert.Equal(2, panel.Bars.Count);
        Assert.InRange(Width(panel.Bars[1]) / Width(panel.Bars[0]), 1.9, 2.1);
        static double Width(SvgBar bar) => bar.Box.Right - bar.Box.Left;
    }

    [Fact]
    public void A_bar_above_the_limit_is_cut_with_its_count_over_it()
    {
        var drawing = Limited(Sample.Tensor(500, 80, 70, 60), y: (0, 100));

        Assert.Contains("500", drawing.NotesOf(drawing.Panels.Single()));
        Assert.Contains("bar cut at the top, its count over it", drawing.Texts);
    }

    [Fact]
    public void Bars_under_the_lower_limit_are_counted()
    {
        var drawing = Limited(Sample.Tensor(500, 80, 70, 0), y: (100, 600));

        Assert.Contains("2 low bars not shown", drawing.Texts);
        Assert.Single(drawing.Panels.Single().Bars);
    }

    [Fact]
    public void Limits_are_the_activations_own()
    {
        var layer = Sample.Layer(1, Sample.Tensor(1, 2, 3, 4)) with { PreActivations = Sample.Tensor(Sample.Bins(-1, 1, 1, 2, 3, 4)) };
        var result = Sample.Result(layer);
        var drawing = SvgDrawing.Of(result with { Definition = result.Definition with { FigureX = (0, 0.5) } });

        Assert.Equal([2, 4], drawing.Panels.Select(panel => panel.Bars.Count));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(double.NaN, 1)]
    public void Limits_that_are_no_range_are_left_aside(double low, double high) =>
        Assert.Equal(
            Limited(Sample.Tensor(1, 2, 3)).Source,
            Limited(Sample.Tensor(1, 2, 3), (low, high), (low, high)).Source);

    private static SvgDrawing Limited(TensorStatistics tensor, (double, double)? x = null, (double, double)? y = null)
    {
        var result = Sample.Result(Sample.Layer(1, tensor));
        return SvgDrawing.Of(result with { Definition = result.Definition with { FigureX = x, FigureY = y } });
    }

    private static string Say(string format, long count) =>
        format.Replace("{0}", count.ToString("N0", CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
