using FanIn.Figures.Layout;
using FanIn.Figures.Scales;
using FanIn.Figures.Style;
using FanIn.Figures.Text;

namespace FanIn.Figures.Tests;

public sealed class ScaleTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.82816, "0.828")]
    [InlineData(0.9996, "1.00")]
    [InlineData(-2.5, "−2.50")]
    [InlineData(17_734.2, "17,700")]
    [InlineData(999_600, "1.00×10⁶")]
    [InlineData(0.001, "0.00100")]
    [InlineData(0.00099999, "0.00100")]
    [InlineData(1.7689e-6, "1.77×10⁻⁶")]
    [InlineData(-4.2e120, "−4.20×10¹²⁰")]
    [InlineData(double.MaxValue, "1.80×10³⁰⁸")]
    [InlineData(double.Epsilon, "4.94×10⁻³²⁴")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "∞")]
    [InlineData(double.NegativeInfinity, "−∞")]
    public void Three_digits_tell_a_statistic(double value, string text) => Assert.Equal(text, NumberText.Significant(value));

    [Theory]
    [InlineData(0.30512, "30.5 %")]
    [InlineData(1, "100 %")]
    [InlineData(2.87e-5, "0.00287 %")]
    [InlineData(6.78e-13, "6.78×10⁻¹¹ %")]
    [InlineData(double.NaN, "–")]
    public void A_share_is_a_percentage(double share, string text) => Assert.Equal(text, NumberText.Percent(share));

    [Theory]
    [InlineData(0.5, 0.5, "0.5")]
    [InlineData(1, 0.5, "1")]
    [InlineData(-0.2, 0.2, "−0.2")]
    [InlineData(1e-17, 0.2, "0")]
    [InlineData(2e-6, 2e-6, "2×10⁻⁶")]
    [InlineData(1.5e-5, 5e-6, "1.5×10⁻⁵")]
    [InlineData(10 * 1e-6, 1e-6, "1×10⁻⁵")]
    [InlineData(1.2e-5, 1e-6, "1.2×10⁻⁵")]
    [InlineData(20_000, 10_000, "20,000")]
    [InlineData(3e7, 1e7, "3×10⁷")]
    public void A_tick_has_the_decimals_of_its_step(double value, double step, string text) =>
        Assert.Equal(text, NumberText.Tick(value, step));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-1, "−1")]
    [InlineData(0.25, "0.25")]
    [InlineData(1e-9, "1.00×10⁻⁹")]
    public void An_end_of_a_range_is_short(double value, string text) => Assert.Equal(text, NumberText.Short(value));

    [Theory]
    [InlineData(1, 5, 0.2)]
    [InlineData(1, 4, 0.5)]
    [InlineData(55_000, 6, 10_000)]
    [InlineData(8e-10, 4, 2e-10)]
    public void Steps_are_one_two_or_five(double span, int most, double step) =>
        Assert.Equal(step, NiceTicks.Step(span, most), step * 1e-9);

    [Fact]
    public void Ticks_include_both_ends() => Assert.Equal([0, 0.5, 1], NiceTicks.Values(0, 1, 0.5));

    [Theory]
    [InlineData(0, 1, "0 0.5 1")]
    [InlineData(-1, 1, "−1 −0.5 0 0.5 1")]
    [InlineData(-0.44, 0.46, "−0.4 −0.2 0 0.2 0.4")]
    [InlineData(0, 5e-10, "0 2×10⁻¹⁰ 4×10⁻¹⁰")]
    public void Values_are_labelled_at_round_places(double low, double high, string labels) =>
        Assert.Equal(labels, string.Join(' ', ValueTicks.Of(new(low, high), 180, 16, 11).Select(tick => tick.Label)));

    [Theory]
    [InlineData(78, 10, 9)]
    [InlineData(108, 16, 11)]
    [InlineData(300, 16, 11)]
    public void Every_axis_has_two_labels_that_touch_nothing(float width, float gap, float size)
    {
        var random = new Random(1);
        for (var i = 0; i < 1000; i++)
        {
            var low = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-3, 4));
            var axis = new ValueAxis(low, low + (Math.Abs(low) * (0.5 + (3 * random.NextDouble()))));
            var labels = ValueTicks.Of(axis, width, gap, size).Where(tick => tick.Label.Length > 0).ToList();
            var places = labels
                .Select(tick => (Middle: axis.Position(tick.Value) * width, Half: TextPainter.Width(tick.Label, size) / 2)).ToList();

            Assert.True(labels.Count >= 2, $"{axis} has {labels.Count} labels.");
            Assert.All(places, place => Assert.InRange(place.Middle, place.Half - (gap / 2), width + (gap / 2) - place.Half));
            Assert.All(places.Zip(places.Skip(1)), pair =>
                Assert.True(pair.First.Middle + pair.First.Half < pair.Second.Middle - pair.Second.Half));
        }
    }

    [Theory]
    [InlineData(new long[] { 10, 20, 30 }, 30)]
    [InlineData(new long[] { 100, 90, 95, 5_000 }, 100)]
    [InlineData(new long[] { 2_500, 90, 95, 100, 2_500 }, 100)]
    [InlineData(new long[] { 100_000, 0, 0, 0 }, 100_000)]
    [InlineData(new long[] { 50_000, 49_000, 5, 0 }, 50_000)]
    [InlineData(new long[] { 900, 90, 95, 100 }, 900)]
    public void The_highest_bar_that_is_no_spike_sets_the_limit(long[] counts, long highest)
    {
        var axis = CountAxis.Of([Bars(counts)]);

        Assert.InRange(axis.High, highest, highest * 1.1);
        Assert.Equal(counts.Count(count => count > highest), counts.Count(count => axis.Cuts(count)));
    }

    [Theory]
    [InlineData(300, 300)]
    [InlineData(500, 100)]
    public void Exact_zeros_are_cut_sooner(long zeros, long highest)
    {
        var axis = CountAxis.Of([[new(zeros, IsZeros: true), .. Bars(90, 95, 99, 100)]]);

        Assert.InRange(axis.High, highest, highest * 1.1);
    }

    [Fact]
    public void A_panel_of_spikes_alone_does_not_flatten_one_with_a_shape()
    {
        var axis = CountAxis.Of([Bars(100, 95, 90, 80, 70), Bars(40_000, 0, 0, 0, 0)]);

        Assert.InRange(axis.High, 100, 110);
    }

    [Fact]
    public void Nothing_to_count_still_has_an_axis() => Assert.True(CountAxis.Of([Bars(0, 0), []]).High >= 1);

    private static List<BarHeight> Bars(params long[] counts) => [.. counts.Select(count => new BarHeight(count, IsZeros: false))];

    [Theory]
    [InlineData(30, 30, 10)]
    [InlineData(12, 12, 6)]
    [InlineData(11, 11, 6)]
    [InlineData(5, 5, 5)]
    [InlineData(1, 1, 1)]
    [InlineData(4096, 30, 10)]
    public void Panels_are_wrapped_evenly(int layers, int shown, int columns)
    {
        var style = FigureStyle.Full;
        var selected = LayerSelection.Evenly(Enumerable.Range(1, layers).ToList(), style.MaxPanels);

        Assert.Equal(shown, selected.Count);
        Assert.Equal((1, layers), (selected[0], selected[^1]));
        Assert.Equal(selected.Distinct(), selected);
        Assert.Equal(columns, style.Columns(selected.Count));
    }

    [Fact]
    public void Notes_break_at_words_and_keep_the_percent_sign_with_its_number()
    {
        var width = TextPainter.Width("input-driven 0.274", 10);

        Assert.Equal(["std 1", "input-driven", "0.274 %"], TextFlow.Wrap(["std 1", "input-driven 0.274 %"], width, 10));
        Assert.Equal(["1.23×10⁻¹⁰⁰", "%"], TextFlow.Wrap(["1.23×10⁻¹⁰⁰ %"], TextPainter.Width("1.23×10⁻¹⁰⁰ ", 10), 10));
        Assert.Equal(["a · b"], TextFlow.Wrap(["a", "b"], width, 10));
        Assert.Empty(TextFlow.Wrap([], width, 10));
        Assert.All(TextFlow.Wrap([new string('w', 200)], width, 10), line => Assert.True(TextPainter.Width(line, 10) <= width));
    }
}
