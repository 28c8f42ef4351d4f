using FanIn.Runtime.Statistics;

namespace FanIn.Runtime.Tests.Statistics;

/// <summary>The proof of the bin arithmetic says what is so, and the index never falls.</summary>
public sealed class BinEdgesTests
{
    [Theory]
    [InlineData(30, 0, 1, "Exact")]
    [InlineData(32, 0, 1, "Exact")]
    [InlineData(64, 0, 1, "Exact")]
    [InlineData(1, -2, 5, "Exact")]
    [InlineData(10, 0, 1, "WithinTolerance")]
    [InlineData(20, 0, 1, "WithinTolerance")]
    [InlineData(31, 0, 1, "WithinTolerance")]
    [InlineData(50, 0, 1, "WithinTolerance")]
    [InlineData(60, 0, 1, "WithinTolerance")]
    [InlineData(100, 0, 1, "WithinTolerance")]
    [InlineData(7, 5e-324, 1e-322, "Unproven")]
    public void Where_the_arithmetic_meets_the_edges(int bins, double low, double high, string expected) =>
        Assert.Equal(
            expected, Edges(bins, low, high).Tolerance switch { 0 => "Exact", > 0 and < 0.125 => "WithinTolerance", _ => "Unproven" });

    [Fact]
    public void Wherever_it_is_called_exact_comparison_agrees()
    {
        var random = new Random(5);
        var exact = 0;
        for (var bins = 1; bins <= 128; bins++)
        {
            var edges = Edges(bins, 0, 1 + (bins % 3));
            if (edges.Tolerance != 0)
                continue;
            exact++;
            double[] x = [.. Enumerable.Range(0, 400).Select(_ => (random.NextDouble() * 5) - 1)];
            var counts = new long[bins + 2];
            foreach (var value in x)
                counts[edges.Find(value)]++;
            var histogram = Tensors.MeasureRows(x, x.Length, bins, (edges.Low, edges.High)).Histogram;
            Assert.Equal<IEnumerable<long>>(counts, (long[])[.. histogram.Counts, histogram.Below, histogram.Above]);
        }

        Assert.InRange(exact, 10, 127);
    }

    private static BinEdges<double> Edges(int bins, double low, double high)
    {
        var edges = new BinEdges<double>(bins);
        edges.Reset(low, high);
        return edges;
    }
}
