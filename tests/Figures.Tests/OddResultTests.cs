namespace FanIn.Figures.Tests;

/// <summary>Results at the edge say what they are.</summary>
public sealed class OddResultTests
{
    [Fact]
    public void A_result_without_observations_says_so() =>
        Assert.Contains("Nothing was observed.", SvgDrawing.Of(Sample.Result(Sample.Layer(1, null))).Texts);

    [Fact]
    public void NaN_and_infinities_are_counted_in_the_panel()
    {
        var histogram = Sample.Bins(0, 1, 0, 0) with
        {
            Above = 60_000,
            PositiveInfinity = 12,
            Below = 40_000,
            NegativeInfinity = 3,
            NaN = 5,
        };
        var drawing = SvgDrawing.Of(Sample.Result(Sample.Layer(1, Sample.Tensor(histogram, double.NaN))));
        var notes = string.Join('\n', drawing.Texts);

        Assert.Contains("40,000 below (3 −∞)", notes, StringComparison.Ordinal);
        Assert.Contains("60,000 above (12 +∞)", notes, StringComparison.Ordinal);
        Assert.Contains("5 NaN", notes, StringComparison.Ordinal);
        Assert.Contains("std NaN", notes, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tensor_of_zeros_is_one_bar_in_the_colour_of_zeros()
    {
        var drawing = SvgDrawing.Of(Sample.Result(Sample.Layer(1, Sample.Tensor(Sample.Bins(0, 1, 100, 0) with { Zeros = 100 }, 0))));

        Assert.Equal(SvgDrawing.ZerosFill, Assert.Single(drawing.Panels.Single().Bars).Fill);
        Assert.Contains("100 zeros", drawing.Texts);
        Assert.DoesNotContain("inside the histogram's range", drawing.Texts);
    }

    [Theory]
    [InlineData(-1, 1, 2)]
    [InlineData(-1, 0, 3)]
    [InlineData(-0.25, 0.75, 1)]
    public void Zeros_are_marked_in_the_bin_that_holds_them(double low, double high, int bin)
    {
        var histogram = Sample.Bins(low, high, 50, 50, 50, 50) with { Zeros = 30 };
        var panel = SvgDrawing.Of(Sample.Result(Sample.Layer(1, Sample.Tensor(histogram)))).Panels.Single();
        var zeros = Assert.Single(panel.Bars, bar => bar.Fill == SvgDrawing.ZerosFill);

        var width = (panel.Area.Right - panel.Area.Left) / 4;
        Assert.Equal(bin, (int)((zeros.Box.Left - panel.Area.Left) / width));
        var others = panel.Bars.Single(bar => bar.Fill != zeros.Fill && Math.Abs(bar.Box.Left - zeros.Box.Left) < 0.1);
        Assert.Equal(30.0 / 20, zeros.Box.Height / others.Box.Height, 0.01);
    }

    [Fact]
    public void Zeros_outside_of_the_range_are_counted_and_mark_no_bar()
    {
        var histogram = Sample.Bins(1, 2, 50, 50) with { Zeros = 30, Below = 30 };
        var drawing = SvgDrawing.Of(Sample.Result(Sample.Layer(1, Sample.Tensor(histogram))));

        Assert.DoesNotContain(drawing.Panels.Single().Bars, bar => bar.Fill == SvgDrawing.ZerosFill);
        Assert.Contains("30 zeros", drawing.Texts);
    }

    [Fact]
    public void A_hundred_layers_are_sampled_and_the_figure_says_so()
    {
        var drawing = SvgDrawing.Of(Sample.Result([.. Enumerable.Range(1, 100).Select(i => Sample.Layer(i, Sample.Tensor(1, 2, 3)))]));

        Assert.Equal(30, drawing.Panels.Count);
        Assert.Contains("1-layer", drawing.Texts);
        Assert.Contains("100-layer", drawing.Texts);
        Assert.Contains(drawing.Texts, text => text.Contains("30 of 100 layers", StringComparison.Ordinal));
    }

    [Fact]
    public void Thirty_layers_stand_in_three_rows_of_ten()
    {
        var drawing = SvgDrawing.Of(Sample.Result([.. Enumerable.Range(1, 30).Select(i => Sample.Layer(i, Sample.Tensor(1, 2, 3)))]));

        Assert.Equal([10, 10, 10], drawing.Panels.GroupBy(panel => panel.Area.Top).Select(row => row.Count()));
        Assert.Equal(10, drawing.Panels.Select(panel => panel.Area.Left).Distinct().Count());
    }
}
