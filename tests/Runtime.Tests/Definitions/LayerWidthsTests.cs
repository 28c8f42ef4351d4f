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
        Assert.Equal(expected, string.Join(" | ", LayerWidths.Runs(Layers(widths), Text)));

    [Fact]
    public void Numbers_are_written_as_asked() => Assert.Equal(["<2> × <7>"], LayerWidths.Runs(Layers("7 7"), number => $"<{number}>"));

    [Theory]
    [InlineData("64 10", "", "2 layers", "64 | 10")]
    [InlineData("64 64", "64 64 64", "2 dense layers", "2 × 64")]
    [InlineData("7", "7", "1 dense layer", "7")]
    [InlineData("", "5 5", "2 layers", "2 × 5")]
    public void Beside_dense_layers_no_others_count(string dense, string norms, string count, string widths)
    {
        LayerDefinition[] layers =
            [.. Layers(dense), .. Layers(norms).Select(layer => new LayerDefinition("n", "n/1", layer.FanOut, "rms_norm", "rms_norm"))];

        Assert.Equal(count, LayerWidths.Count(layers, Text));
        Assert.Equal(widths, string.Join(" | ", LayerWidths.Runs(layers, Text)));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IReadOnlyList<LayerDefinition> Layers(string widths) => widths
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(width => new LayerDefinition("layer", "layer/1", 1, int.Parse(width, CultureInfo.InvariantCulture), "ones", null, "tanh"))
        .ToList();
}
