using System.Text;
using FanIn.Testing.Text;

namespace FanIn.Testing.Tests.Text;

public sealed class SnapshotBarsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(40, 1)]
    [InlineData(41, 2)]
    [InlineData(80, 2)]
    [InlineData(81, 5)]
    [InlineData(200, 5)]
    [InlineData(201, 10)]
    [InlineData(99_999, 5000)]
    public void A_block_is_the_smallest_round_number_with_which_the_longest_bar_fits(long largest, long block) =>
        Assert.Contains($", one block is {block}\n", Write(largest, 1));

    [Theory]
    [InlineData(1)]
    [InlineData(39)]
    [InlineData(41)]
    [InlineData(12_345)]
    [InlineData(40_000_000_000)]
    [InlineData(4_000_000_000_000_000_000)]
    public void The_longest_bar_has_between_16_and_40_blocks(long largest)
    {
        var bar = Bar(Write(largest, 0), 0);

        Assert.InRange(bar.Length, (int)Math.Min(largest, 16), 40);
    }

    [Fact]
    public void One_element_among_many_shows_and_none_does_not()
    {
        var text = Write(1_000_000, 1, 0);

        Assert.Equal("▏", Bar(text, 1));
        Assert.Equal("", Bar(text, 2));
    }

    [Fact]
    public void A_bar_grows_by_eighths()
    {
        var text = Write(320, 0, 1, 2, 3, 4, 5, 6, 7, 8);

        Assert.Equal(["", "▏", "▎", "▎", "▍", "▌", "▋", "▊", "▊"], Enumerable.Range(1, 9).Select(bin => Bar(text, bin)));
    }

    [Fact]
    public void Columns_stay_where_they_are_when_elements_move()
    {
        var before = Write(9_999, 1).Split('\n');
        var after = Write(0, 10_000).Split('\n');

        Assert.Equal(before[2].IndexOf("9999", StringComparison.Ordinal) + 3, after[2].IndexOf('0', 20));
    }

    [Fact]
    public void Edges_of_many_digits_leave_less_room_for_bars()
    {
        var bin = new SnapshotBin("-0.500000000012", "-0.500000000013", 1_000_000_000);
        var text = new StringBuilder();

        new SnapshotBars(new SnapshotHistogram("a", "b", [bin], [])).AppendTo(text);

        Assert.All(text.ToString().Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    private static string Write(params long[] counts)
    {
        var bins = counts.Select((count, i) => new SnapshotBin($"{i}.000", $"{i + 1}.000", count));
        var text = new StringBuilder();
        new SnapshotBars(new SnapshotHistogram("0", "1", [.. bins], [new("below", 0), new("above", 0), new("nan", 0)])).AppendTo(text);
        return text.ToString();
    }

    private static string Bar(string text, int bin)
    {
        var line = text.Split('\n')[2 + bin];
        var last = line[(line.LastIndexOf(' ') + 1)..];
        return last.Any(char.IsAsciiDigit) ? "" : last;
    }
}
