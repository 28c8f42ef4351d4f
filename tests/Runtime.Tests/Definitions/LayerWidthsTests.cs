using System.Globalization;
using FanIn.Runtime.Definitions;

namespace FanIn.Runtime.Tests.Definitions;

/// <summary>Widths in words, as reports and figures write them.</summary>
public sealed class LayerWidthsTests
{
    [Theory]
    [InlineData("100 100 100 100 100", "5 × 100")]
    [InlineData("512 64 64 10", "512 | 2 × 64 | 10")]
    [InlineData("64 10 64", "64 | 10 | 64")]
    [InlineData("1 2 3 4 5 6 7 8", "1 | 2 | 3 | 4 | 5 | 6 | 7 | 8")]
    [InlineData("1 1 2 3 4 5 6 7 8 9 9", "2 × 1 | 2 | 3 | 4 | … | 7 | 8 | 2 × 9")]
    [InlineData("", "")]
    public void Equal_neighbours_are_counted_and_ends_kept(string widths, string expected) =>
        Assert.Equal(expected, string.Join(" | ", LayerWidths.Runs(Layers(widths), width => width.ToString(CultureInfo.InvariantCulture))));

    [Fact]
    public void Numbers_are_written_as_asked() => Assert.Equal(["<2> × <7>"], LayerWidths.Runs(Layers("7 7"), number => $"<{number}>"));

    private static IEnumerable<LayerDefinition> Layers(string widths) => widths
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(width => new LayerDefinition("layer", "layer/1", 1, int.Parse(width, CultureInfo.InvariantCulture), "ones", null, "tanh"));
}
