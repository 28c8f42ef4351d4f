using FanIn.Cli.Rendering;
using FanIn.Cli.Tests.Fakes;
using FanIn.Runtime.Results;

namespace FanIn.Cli.Tests.Rendering;

public sealed class SparklineTests
{
    [Fact]
    public void Equal_counts_are_a_flat_full_line() =>
        Assert.Equal(new string('█', 15), Sparkline.Draw(Enumerable.Repeat(7L, 30).ToArray(), 15));

    [Fact]
    public void A_staircase_takes_every_level() =>
        Assert.Equal("▁▂▃▄▅▆▇█", Sparkline.Draw([1, 2, 3, 4, 5, 6, 7, 8], 8));

    [Fact]
    public void Nothing_is_blank() => Assert.Equal("   ", Sparkline.Draw([0, 0, 0, 0], 3));

    [Fact]
    public void One_in_a_million_is_still_seen() => Assert.Equal("█ ▁", Sparkline.Draw([1_000_000, 0, 1], 3));

    [Fact]
    public void A_spike_of_zeros_and_a_tail() => Assert.Equal("█▄▂▁  ", Sparkline.Draw([60, 40, 30, 20, 15, 10, 4, 1, 0, 0, 0, 0], 6));

    [Fact]
    public void Pairs_of_bins_share_a_column() => Assert.Equal("█▄", Sparkline.Draw([3, 5, 4, 0], 2));

    [Fact]
    public void Fewer_bins_than_columns_are_steps() => Assert.Equal("▄▄▄███", Sparkline.Draw([2, 4], 6));

    [Fact]
    public void One_bin_fills_the_line() => Assert.Equal(new string('█', 15), Sparkline.Draw([9], 15));

    [Fact]
    public void A_bin_is_spread_evenly_over_its_width()
    {
        // Three columns over two bins of 80 and 16: 53⅓, 26⅔ + 5⅓ and 10⅔, that is 1, 0.6 and 0.2 of the highest.
        Assert.Equal("█▅▂", Sparkline.Draw([80, 16], 3));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(15)]
    [InlineData(29)]
    [InlineData(30)]
    [InlineData(100)]
    [InlineData(4096)]
    public void A_mirrored_histogram_is_a_mirrored_line(int bins)
    {
        long[] counts = [.. Enumerable.Range(0, bins).Select(i => (i * 7919L) % 1000)];

        string line = Sparkline.Draw(counts, 15);

        Assert.Equal(15, line.Length);
        Assert.Equal(string.Concat(line.Reverse()), Sparkline.Draw(counts.Reverse().ToArray(), 15));
    }

    [Fact]
    public void Counts_near_the_largest_integer_do_not_overflow() =>
        Assert.Equal("█▄", Sparkline.Draw([long.MaxValue, long.MaxValue / 2], 2));

    [Fact]
    public void Exact_zeros_fill_their_column_and_leave_the_scale_to_the_others() =>
        Assert.Equal("█▇▅▃▂", Sparkline.Draw(Histogram([1008, 7, 5, 3, 2], low: 0, zeros: 1000), 5));

    [Fact]
    public void Zeros_within_the_range_are_found_there() =>
        Assert.Equal("▄█▆▄", Sparkline.Draw(Histogram([4, 8 + 50_000, 6, 4], low: -1.0 / 3, zeros: 50_000), 4));

    [Fact]
    public void Nothing_but_zeros_is_a_spike() => Assert.Equal("█  ", Sparkline.Draw(Histogram([500, 0, 0], low: 0, zeros: 500), 3));

    [Fact]
    public void Zeros_outside_of_the_range_change_nothing() =>
        Assert.Equal("▄█", Sparkline.Draw(Histogram([4, 8], low: 0.5, zeros: 0), 2));

    [Fact]
    public void A_handful_within_the_range_does_not_look_like_a_crowd()
    {
        var histogram = FakeCatalog.Statistics([50_000, 1, 0, 2, 0], std: 1000, above: 49_997, zeros: 50_000).Histogram;

        Assert.Equal("█▁ ▁ ", Sparkline.Draw(histogram, 5));
    }

    [Fact]
    public void Half_of_the_elements_outside_do_not_flatten_the_rest() =>
        Assert.Equal("▇█▇█▇", Sparkline.Draw(FakeCatalog.Statistics([7, 8, 7, 8, 7], std: 1, below: 37).Histogram, 5));

    private static Histogram Histogram(long[] counts, double low, long zeros) =>
        FakeCatalog.Statistics(counts, std: 1, low, zeros: zeros).Histogram;
}
