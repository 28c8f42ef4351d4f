using System.Globalization;
using System.Text.Json;
using FanIn.Runtime.Results;

namespace FanIn.Runtime.Tests.Statistics;

/// <summary>NumPy's binning, to the last neighbour of every edge.</summary>
public sealed class HistogramTests
{
    public static TheoryData<string> Cases() =>
        new(References().Select(c => c.GetProperty("name").GetString()!));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Counts_are_those_of_NumPy(string name)
    {
        var json = References().Single(c => c.GetProperty("name").GetString() == name);
        double[] x = [.. json.GetProperty("x").EnumerateArray().Select(v => Parse(v.GetString()!))];
        var edges = json.GetProperty("edges").EnumerateArray().Select(v => v.GetDouble()).ToArray();
        (double, double)? range = json.GetProperty("range") is { ValueKind: JsonValueKind.Array } ends
            ? (ends[0].GetDouble(), ends[1].GetDouble())
            : null;

        var histogram = Tensors.MeasureRows(x, columns: x.Length, json.GetProperty("bins").GetInt32(), range).Histogram;

        Assert.Equal<long>([.. json.GetProperty("counts").EnumerateArray().Select(c => c.GetInt64())], histogram.Counts.ToArray());
        Assert.Equal(json.GetProperty("below").GetInt64(), histogram.Below);
        Assert.Equal(json.GetProperty("above").GetInt64(), histogram.Above);
        Assert.Equal(json.GetProperty("nan").GetInt64(), histogram.NaN);
        Assert.Equal(edges, Enumerable.Range(0, histogram.Bins + 1).Select(histogram.Edge));
        Assert.Equal(x.Length, histogram.Counts.Sum() + histogram.Below + histogram.Above + histogram.NaN);
        Assert.Equal(x.Count(v => v == 0), histogram.Zeros);
        Assert.Equal(x.Count(double.IsNegativeInfinity), histogram.NegativeInfinity);
        Assert.Equal(x.Count(double.IsPositiveInfinity), histogram.PositiveInfinity);
    }

    [Theory]
    [InlineData(1, 0.0, 1.0)]
    [InlineData(2, -1.0, 1.0)]
    [InlineData(10, 0.0, 1.0)]
    [InlineData(31, 0.0, 1.0)]
    [InlineData(98, -1.0, 1.0)]
    [InlineData(100, 0.0, 1.0)]
    [InlineData(94, -3.0, 3.0)]
    [InlineData(4096, -7.3, 11.1)]
    [InlineData(4095, 1e-300, 3e-300)]
    [InlineData(333, -1e250, 1e280)]
    [InlineData(50, 1000000.0, 1000000.1)]
    [InlineData(7, 5e-324, 1e-322)]
    [InlineData(4096, 1.0, 1.0000000000000009)]
    public void Every_edge_and_its_neighbours_fall_where_comparison_puts_them(int bins, double low, double high)
    {
        var edges = Enumerable.Range(0, bins + 1).Select(i => Histogram.EdgeOf(low, high, bins, i)).ToArray();
        double[] far = [0, -0.0, double.MaxValue, double.MinValue];
        double[] x = [.. edges, .. edges.Select(Math.BitDecrement), .. edges.Select(Math.BitIncrement), .. far];
        CheckAgainstComparison(x, edges, Tensors.MeasureRows(x, x.Length, bins, (low, high)).Histogram);
    }

    [Theory]
    [InlineData(30, 0.0, 1.0)]
    [InlineData(50, -3.0, 3.0)]
    [InlineData(100, 0.0, 1.0)]
    [InlineData(4096, -0.1, 0.7)]
    [InlineData(4096, 1.0, 1.00001)]
    public void Float32_is_binned_in_float32(int bins, double low, double high)
    {
        var edges = Enumerable.Range(0, bins + 1).Select(i => (float)Histogram.EdgeOf(low, high, bins, i)).ToArray();
        float[] far = [0, -0f, float.MaxValue, float.MinValue];
        float[] x = [.. edges, .. edges.Select(MathF.BitDecrement), .. edges.Select(MathF.BitIncrement), .. far];
        var histogram = Tensors.MeasureRows(x, x.Length, bins, (low, high)).Histogram;
        CheckAgainstComparison([.. x.Select(v => (double)v)], [.. edges.Select(v => (double)v)], histogram);
    }

    [Fact]
    public void Random_values_over_random_bins_fall_where_comparison_puts_them()
    {
        var random = new Random(1);
        for (var round = 0; round < 200; round++)
        {
            var (bins, low) = (random.Next(1, 200), (random.NextDouble() - 0.5) * 10);
            var high = low + (random.NextDouble() * 5) + 1e-9;
            var x = Enumerable.Range(0, 500).Select(_ => low - 0.5 + (random.NextDouble() * (high - low + 1))).ToArray();
            var edges = Enumerable.Range(0, bins + 1).Select(i => Histogram.EdgeOf(low, high, bins, i)).ToArray();
            CheckAgainstComparison(x, edges, Tensors.MeasureRows(x, 125, bins, (low, high)).Histogram);
        }
    }

    [Fact]
    public void An_automatic_range_spans_the_finite_elements()
    {
        double[] x = [2, double.NaN, -1, double.PositiveInfinity, 0.5, double.NegativeInfinity];
        var histogram = Tensors.MeasureRows(x, x.Length, bins: 3).Histogram;
        Assert.Equal((-1.0, 2.0), (histogram.Low, histogram.High));
        Assert.Equal([1L, 1, 1], histogram.Counts.ToArray());
        Assert.Equal((1L, 1L, 1L), (histogram.Below, histogram.Above, histogram.NaN));
    }

    [Fact]
    public void Extremes_further_apart_than_the_largest_number_are_binned_too()
    {
        const double End = 8.98846567431158e307;        // 2^1023
        double[] x = [-End, -0.75 * End, 0, 0.25 * End, End];
        var histogram = Tensors.MeasureRows(x, x.Length, 4, null).Histogram;

        Assert.Equal([-End, -End / 2, 0, End / 2, End], Enumerable.Range(0, 5).Select(histogram.Edge));
        Assert.Equal([2L, 0, 2, 1], histogram.Counts.ToArray());
    }

    [Theory]
    [InlineData(double.NaN, 0.0, 1.0)]
    [InlineData(double.PositiveInfinity, 0.0, 1.0)]
    [InlineData(-3.0, -3.5, -2.5)]
    [InlineData(0.0, -0.5, 0.5)]
    public void An_automatic_range_of_one_value_or_none_is_widened(double value, double low, double high)
    {
        var histogram = Tensors.MeasureRows([value, value], 2, bins: 4).Histogram;
        Assert.Equal((low, high), (histogram.Low, histogram.High));
        Assert.Equal(2, histogram.Counts.Sum() + histogram.Above + histogram.NaN);
    }

    private static void CheckAgainstComparison(double[] x, double[] edges, Histogram histogram)
    {
        var bins = edges.Length - 1;
        var expected = new long[bins];
        foreach (var value in x.Where(v => v >= edges[0] && v <= edges[^1]))
            expected[Math.Min(edges.Count(e => e <= value), bins) - 1]++;
        Assert.Equal(expected, histogram.Counts.ToArray());
        Assert.Equal(x.Count(v => v < edges[0]), histogram.Below);
        Assert.Equal(x.Count(v => v > edges[^1]), histogram.Above);
        Assert.Equal(x.Count(v => v == 0), histogram.Zeros);
    }

    private static IEnumerable<JsonElement> References() => TestData.Json("histogram.json").GetProperty("cases").EnumerateArray();

    private static double Parse(string text) => text switch
    {
        "nan" => double.NaN,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
