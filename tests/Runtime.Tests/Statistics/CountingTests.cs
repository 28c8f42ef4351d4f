using System.Numerics;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Results;

namespace FanIn.Runtime.Tests.Statistics;

/// <summary>
/// Every way of counting (planes, tables, doubtful and plain elements; each width) against one comparison after the other.
/// </summary>
public sealed class CountingTests
{
    public static TheoryData<int> BinCounts() => new([.. Enumerable.Range(1, 70), 100, 126, 127, 128, 129, 256, 4096]);

    [Theory]
    [MemberData(nameof(BinCounts))]
    public void Float64_falls_where_comparison_puts_it(int bins) => CheckRanges<double>(bins);

    [Theory]
    [MemberData(nameof(BinCounts))]
    public void Float32_falls_where_comparison_puts_it(int bins) => CheckRanges<float>(bins);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(39, 7)]
    [InlineData(41, 3)]
    [InlineData(79, 64)]
    [InlineData(80, 13)]
    [InlineData(81, 100)]
    [InlineData(257, 33)]
    [InlineData(1000, 17)]
    public void Samples_that_fill_up_a_block_do_not_count(int rows, int units)
    {
        CheckBlocks<double>(rows, units);
        CheckBlocks<float>(rows, units);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_not_finite_is_counted_wherever_it_stands(double value)
    {
        var random = new Random(7);
        for (var round = 0; round < 40; round++)
        {
            var x = Numbers<double>(random, 1 + random.Next(700), -0.5, 1.5);
            for (var i = 0; i <= round % 3; i++)
                x[random.Next(x.Length)] = value;
            Check(x, bins: 1 + random.Next(70), (0.0, 1.0), VectorWidths.Preferred);
            Check([.. x.Select(v => (float)v)], bins: 1 + random.Next(70), (0.0, 1.0), VectorWidths.Preferred);
        }
    }

    [Theory]
    [InlineData(30)]
    [InlineData(10)]
    [InlineData(200)]
    public void Counters_do_not_overflow(int bins)
    {
        var x = new double[1_200_007];
        x.AsSpan(0, 1_100_003).Fill(0.25);
        foreach (var width in (VectorWidth[])[VectorWidth.Bits256, VectorWidth.Bits512])
            Check(x, bins, (0.0, 1.0), width);
    }

    /// <summary>A network whose signal dies out: all elements are next to one edge, where arithmetic alone cannot tell the bins.</summary>
    [Fact]
    public void Elements_beside_an_edge_fall_on_their_side_of_it()
    {
        var random = new Random(11);
        var x = Numbers<double>(random, 3000, -1e-17, 1e-17);
        foreach (var width in Enum.GetValues<VectorWidth>())
            Check(x, bins: 30, (-1.0, 1.0), width);
    }

    [Fact]
    public void An_automatic_range_counts_its_own_ends_in_every_width()
    {
        var random = new Random(13);
        for (var bins = 1; bins <= 130; bins += 3)
        {
            var x = Numbers<double>(random, 777, random.NextDouble() - 1, 1 + random.NextDouble());
            foreach (var width in Enum.GetValues<VectorWidth>())
            {
                Check(x, bins, null, width);
                Check([.. x.Select(v => (float)v)], bins, null, width);
            }
        }
    }

    private static void CheckRanges<T>(int bins)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(bins);
        foreach (var (low, high) in ((double, double)[])[(0, 1), (-1, 1), (-0.7, 2.3), (1000, 1000.5), (-3, -0.0)])
        {
            List<T> x = [T.Zero, T.NegativeZero, T.CreateTruncating(3e38), T.CreateTruncating(-3e38), T.Epsilon, -T.Epsilon];
            for (var i = 0; i <= bins; i++)
            {
                var edge = T.CreateTruncating(Histogram.EdgeOf(low, high, bins, i));
                x.AddRange([edge, T.BitDecrement(edge), T.BitIncrement(edge)]);
            }

            x.AddRange(Numbers<T>(random, 1100, low - 0.2, high + 0.2));
            T[] shuffled = [.. x];
            random.Shuffle(shuffled);
            foreach (var width in Enum.GetValues<VectorWidth>())
                Check(shuffled, bins, (low, high), width);
        }
    }

    private static void CheckBlocks<T>(int rows, int units)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var x = Numbers<T>(new Random(rows), rows * units, -0.3, 1.3);
        foreach (var width in Enum.GetValues<VectorWidth>())
        {
            foreach (var threads in (int[])[1, 3])
            {
                var histogram = Tensors.Measure(x, units, bins: 31, (0, 1), threads, width).Statistics.Histogram;
                AssertCounts(x, histogram);
            }
        }
    }

    private static void Check<T>(T[] x, int bins, (double Low, double High)? range, VectorWidth width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        AssertCounts(x, Tensors.MeasureRows(x, x.Length, bins, range, width: width).Histogram);

    private static void AssertCounts<T>(T[] x, Histogram histogram)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] edges = [.. Enumerable.Range(0, histogram.Bins + 1).Select(i => T.CreateTruncating(histogram.Edge(i)))];
        var expected = new long[histogram.Bins];
        foreach (var value in x.Where(v => v >= edges[0] && v <= edges[^1]))
        {
            var after = Array.FindIndex(edges, edge => edge > value);
            expected[after < 0 ? expected.Length - 1 : after - 1]++;
        }

        Assert.Equal(expected, histogram.Counts.ToArray());
        Assert.Equal(x.Count(v => v < edges[0]), histogram.Below);
        Assert.Equal(x.Count(v => v > edges[^1]), histogram.Above);
        Assert.Equal(x.Count(T.IsNaN), histogram.NaN);
        Assert.Equal(x.Count(T.IsNegativeInfinity), histogram.NegativeInfinity);
        Assert.Equal(x.Count(T.IsPositiveInfinity), histogram.PositiveInfinity);
        Assert.Equal(x.Count(v => v == T.Zero), histogram.Zeros);
    }

    private static T[] Numbers<T>(Random random, int count, double low, double high)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. Enumerable.Range(0, count).Select(_ => T.CreateTruncating(low + (random.NextDouble() * (high - low))))];
}
