using FanIn.Testing.Tests.Support;
using FanIn.Testing.Text;

namespace FanIn.Testing.Tests.Text;

public sealed class SnapshotEdgesTests
{
    [Theory]
    [InlineData(0, 1, 2, "0.000 0.500 1.000")]
    [InlineData(-1, 1, 4, "-1.000 -0.500 0.000 0.500 1.000")]
    [InlineData(0, 30000, 3, "0 10000 20000 30000")]
    [InlineData(0.5, 0.500000003, 3, "0.50000000000 0.50000000100 0.50000000200 0.50000000300")]
    [InlineData(0, 2e-30, 2, "0.000000e+00 1.000000e-30 2.000000e-30")]
    [InlineData(-4e12, 4e12, 2, "-4.000000e+12 0.000000e+00 4.000000e+12")]
    public void Edges_have_the_decimals_that_tell_bins_apart(double low, double high, int bins, string expected) =>
        Assert.Equal(expected, string.Join(' ', Edges(low, high, bins)));

    [Theory]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData(1, 1)]
    [InlineData(double.MinValue, double.MaxValue)]
    public void A_range_that_is_none_is_written_all_the_same(double low, double high) => Assert.Equal(4, Edges(low, high, 3).Length);

    [Fact]
    public void An_edge_that_rounds_to_zero_has_no_sign()
    {
        // 9 · 0.1 − 0.9 misses zero by −1e-16.
        var edges = Edges(-0.9, 0.3, 12);

        Assert.Equal("0.000", edges[9]);
        Assert.True(Samples.Bins(-0.9, 0.3, new long[12]).Edge(9) < 0);
    }

    private static string[] Edges(double low, double high, int bins) => SnapshotEdges.Write(Samples.Bins(low, high, new long[bins]));
}
