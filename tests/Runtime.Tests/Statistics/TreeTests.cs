using System.Runtime.InteropServices;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Results;

namespace FanIn.Runtime.Tests.Statistics;

/// <summary>Reductions follow one tree: their bits do not depend on vector width, threads, block size or layout.</summary>
public sealed class TreeTests
{
    public static TheoryData<int, int> Shapes() =>
        new() { { 1, 1 }, { 39, 2 }, { 40, 1 }, { 41, 5 }, { 80, 33 }, { 257, 17 }, { 1000, 100 } };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_width_and_number_of_threads_gives_the_same_bits(int rows, int units)
    {
        var values = Random(rows * units);
        var expected = Bits(Tensors.Measure(values, units, width: VectorWidth.Scalar));
        foreach (var width in Enum.GetValues<VectorWidth>())
        {
            foreach (var threads in (int[])[1, 2, 3])
                Assert.Equal(expected, Bits(Tensors.Measure(values, units, width: width, threads: threads)));
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Float32_gives_the_bits_of_the_same_numbers_in_float64(int rows, int units)
    {
        float[] narrow = [.. Random(rows * units).Select(x => (float)x)];
        double[] wide = [.. narrow.Select(x => (double)x)];
        foreach (var width in Enum.GetValues<VectorWidth>())
        {
            var expected = Tensors.Measure(wide, units, range: (0, 1));
            var actual = Tensors.Measure(narrow, units, range: (0, 1), width: width);
            Assert.Equal(Moments(expected.Statistics), Moments(actual.Statistics));
            Assert.Equal(expected.Split, actual.Split);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_column_of_activations_and_a_row_of_weights_reduce_alike(int rows, int units)
    {
        var values = Random(rows * units);
        double[] transposed = [.. Enumerable.Range(0, rows * units).Select(i => values[(i % rows * units) + (i / rows)])];
        Assert.Equal(Moments(Tensors.Measure(values, units).Statistics), Moments(Tensors.MeasureRows(transposed, columns: rows)));
    }

    [Fact]
    public void Scaling_by_a_power_of_two_scales_to_the_bit()
    {
        var values = Random(70 * 30);
        var (plain, plainSplit, _) = Tensors.Measure(values, units: 30);
        var (scaled, scaledSplit, _) = Tensors.Measure([.. values.Select(x => x * 1024)], units: 30);
        Assert.Equal((plain.Mean * 1024, plain.Std * 1024), (scaled.Mean, scaled.Std));
        Assert.Equal((plain.Skewness, plain.ExcessKurtosis), (scaled.Skewness, scaled.ExcessKurtosis));
        Assert.Equal((plainSplit.UnitShare, plainSplit.InputShare), (scaledSplit.UnitShare, scaledSplit.InputShare));
        Assert.Equal(plain.Histogram.Counts.ToArray(), scaled.Histogram.Counts.ToArray());
    }

    /// <summary>The tree of docs/numerics.md, written out without vectors.</summary>
    [Fact]
    public void The_tree_is_the_documented_one()
    {
        var values = Random(95);        // chunks of 40, 40 and 15
        (int Count, double Shift, double Offset)[] groups =
            [.. values.Chunk(40).Select(chunk => (chunk.Length, chunk[0], LaneSum(chunk) / chunk.Length))];
        var offset = 0.0;
        foreach (var group in groups)
            offset += group.Count * (group.Shift - groups[0].Shift + group.Offset);
        Assert.Equal(groups[0].Shift + (offset / 95), Tensors.Measure(values, units: 1).Statistics.Mean);
    }

    private static double LaneSum(double[] chunk)
    {
        var lanes = new double[8];
        for (var i = 0; i < 40; i++)
            lanes[i % 8] += i < chunk.Length ? chunk[i] - chunk[0] : 0;
        return lanes[0] + lanes[4] + (lanes[2] + lanes[6]) + (lanes[1] + lanes[5] + (lanes[3] + lanes[7]));
    }

    private static double[] Random(int count)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextDouble() * 3) - 1)];
    }

    private static double[] Moments(TensorStatistics s) =>
        [s.Mean, s.Std, s.Skewness, s.ExcessKurtosis, s.Min, s.Max, s.ZeroFraction, s.Count];

    private static long[] Bits((TensorStatistics Statistics, VarianceSplit Split, double[] UnitMeans) all)
    {
        var (statistics, split, means) = all;
        double[] numbers =
        [
            .. Moments(statistics), split.UnitShare, split.InputShare, split.ResidualShare, split.InputDriven, split.UnitMeanStd,
            split.UnitStdMean, .. means,
        ];
        return [.. MemoryMarshal.Cast<double, long>(numbers.AsSpan()), .. statistics.Histogram.Counts];
    }
}
