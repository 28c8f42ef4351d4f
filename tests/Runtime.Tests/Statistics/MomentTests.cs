using System.Text.Json;

namespace FanIn.Runtime.Tests.Statistics;

/// <summary>Moments and the split of the variance against 80-bit arithmetic, where float64's naive formulas fail.</summary>
public sealed class MomentTests
{
    public static TheoryData<string> Cases() => new(References().Select(c => c.GetProperty("name").GetString()!));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Moments_and_split_are_right_to_ten_digits(string name)
    {
        var json = References().Single(c => c.GetProperty("name").GetString() == name);
        var units = json.GetProperty("units").GetInt32();
        var values = Values(json, units);

        var (statistics, split, _) = Tensors.Measure(values, units);

        var std = Number(json, "std");
        Close(Number(json, "mean"), statistics.Mean, 1e-10 * Math.Max(Math.Abs(Number(json, "mean")), std));
        Close(std, statistics.Std, 1e-10 * std);
        Close(Number(json, "skew"), statistics.Skewness, 1e-9 * Math.Max(1, Math.Abs(Number(json, "skew"))));
        Close(Number(json, "kurtosis"), statistics.ExcessKurtosis, 1e-9 * Math.Max(1, Math.Abs(Number(json, "kurtosis"))));
        Close(Number(json, "unit_share"), split.UnitShare, 1e-10);
        Close(Number(json, "input_share"), split.InputShare, 1e-10);
        Close(1 - split.UnitShare - split.InputShare, split.ResidualShare, 0);
        Close(Number(json, "input_driven"), split.InputDriven, 1e-10 * Number(json, "input_driven"));
        Close(Number(json, "unit_mean_std"), split.UnitMeanStd, 1e-10 * Math.Max(Number(json, "unit_mean_std"), 1e-3 * std));
        Close(Number(json, "unit_std_mean"), split.UnitStdMean, 1e-10 * Number(json, "unit_std_mean"));
        Assert.Equal(values.Min(), statistics.Min);
        Assert.Equal(values.Max(), statistics.Max);
        Assert.Equal(values.Length, statistics.Count);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_weights_layout_gives_the_same_moments(string name)
    {
        var json = References().Single(c => c.GetProperty("name").GetString() == name);
        var units = json.GetProperty("units").GetInt32();
        var statistics = Tensors.MeasureRows(Values(json, units), units);
        Close(Number(json, "std"), statistics.Std, 1e-10 * Number(json, "std"));
        Close(Number(json, "skew"), statistics.Skewness, 1e-9 * Math.Max(1, Math.Abs(Number(json, "skew"))));
        Close(Number(json, "kurtosis"), statistics.ExcessKurtosis, 1e-9 * Math.Max(1, Math.Abs(Number(json, "kurtosis"))));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(37, 3)]
    [InlineData(1000, 10)]
    public void A_constant_has_no_spread_and_no_shape(int rows, int units)
    {
        var (statistics, split, means) = Tensors.Measure(Enumerable.Repeat(0.1, rows * units).ToArray(), units);
        Assert.Equal(0.1, statistics.Mean);
        Assert.Equal(0, statistics.Std);
        Assert.Equal(double.NaN, statistics.Skewness);
        Assert.Equal(double.NaN, statistics.ExcessKurtosis);
        Assert.All([split.UnitShare, split.InputShare, split.ResidualShare, split.InputDriven], share => Assert.Equal(double.NaN, share));
        Assert.Equal((0.0, 0.0), (split.UnitMeanStd, split.UnitStdMean));
        Assert.All(means, mean => Assert.Equal(0.1, mean));
    }

    [Theory]
    [InlineData(double.NaN, 0, double.NaN, double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, 0, double.PositiveInfinity, 0, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0, double.NegativeInfinity, double.NegativeInfinity, 1)]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity, double.NaN, double.NegativeInfinity, double.PositiveInfinity)]
    public void What_is_not_finite_shows_as_it_does_in_NumPy(double first, double second, double mean, double min, double max)
    {
        var values = Enumerable.Repeat(1.0, 200).ToArray();
        (values[63], values[150]) = (first, second);
        var (statistics, split, _) = Tensors.Measure(values, units: 2, range: (0, 1));
        Assert.Equal((mean, min, max), (statistics.Mean, statistics.Min, statistics.Max));
        Assert.All([statistics.Std, statistics.Skewness, statistics.ExcessKurtosis], moment => Assert.Equal(double.NaN, moment));
        Assert.Equal(double.NaN, split.UnitShare);
        var histogram = statistics.Histogram;
        Assert.Equal(200, histogram.Counts.Sum() + histogram.Below + histogram.Above + histogram.NaN);
    }

    [Fact]
    public void Finite_numbers_whose_sum_is_not_are_counted_as_finite()
    {
        var statistics = Tensors.MeasureRows([1e308, 1e308, -1e308, 1e308], 4, bins: 2, range: (-2e307, 2e307));
        Assert.Equal((1L, 3L, 0L), (statistics.Histogram.Below, statistics.Histogram.Above, statistics.Histogram.PositiveInfinity));
        Assert.Equal((-1e308, 1e308), (statistics.Min, statistics.Max));
    }

    [Fact]
    public void The_two_zeros_are_one_value()
    {
        var (a, b) = (Tensors.MeasureRows([-0.0, 0.0, -0.0], 3), Tensors.MeasureRows([0.0, -0.0, 0.0], 3));
        Assert.Equal(1, a.ZeroFraction);
        Assert.All([a.Min, a.Max, b.Min, b.Max], extreme => Assert.Equal(0L, BitConverter.DoubleToInt64Bits(extreme)));
    }

    [Fact]
    public void Units_and_inputs_trade_places_when_the_matrix_is_transposed()
    {
        var random = new Random(3);
        double[] values = [.. Enumerable.Range(0, 60 * 90).Select(_ => random.NextDouble())];
        double[] transposed = [.. Enumerable.Range(0, 60 * 90).Select(i => values[(i % 60 * 90) + (i / 60)])];
        var (_, split, _) = Tensors.Measure(values, units: 90);
        var (_, other, _) = Tensors.Measure(transposed, units: 60);
        Close(split.UnitShare, other.InputShare, 1e-13);
        Close(split.InputShare, other.UnitShare, 1e-13);
    }

    private static IEnumerable<JsonElement> References() => TestData.Json("moments.json").GetProperty("cases").EnumerateArray();

    private static double Number(JsonElement json, string name) => json.GetProperty(name).GetDouble();

    private static void Close(double expected, double actual, double tolerance) =>
        Assert.True(expected == actual || Math.Abs(expected - actual) <= tolerance, $"{actual:R}, expected {expected:R} ± {tolerance:R}");

    /// <summary>The sequence that the reference was computed from, operation by operation.</summary>
    private static double[] Values(JsonElement json, int units)
    {
        var count = json.GetProperty("rows").GetInt32() * units;
        var (offset, scale, outlier) = (Number(json, "offset"), Number(json, "scale"), Number(json, "outlier"));
        var sequence = new double[Math.Max(count, units)];
        var state = 12345L;
        for (var i = 0; i < sequence.Length; i++)
        {
            state = ((state * 1103515245) + 12345) % (1L << 31);
            sequence[i] = (state / (double)(1 << 30)) - 1;
        }

        var unitScale = json.TryGetProperty("unit_scale", out var given) ? given.GetDouble() : 0;
        double[] values = unitScale == 0
            ? [.. sequence.Select(b => (b * scale) + offset)]
            : [.. sequence.Select((b, i) => 0.5 + (sequence[i % units] * unitScale) + (b * scale))];
        values[0] = outlier != 0 ? outlier : values[0];
        return values;
    }
}
