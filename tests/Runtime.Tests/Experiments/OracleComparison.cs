using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using FanIn.Runtime.Results;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>Tolerances: how far a result may be from the reference, in the reference's own scales.</summary>
/// <param name="Counts">Largest difference of a count, and a tenth of the largest sum of differences.</param>
/// <param name="Statistics">Of statistics, relative to the layer's scale; ten times this for skewness and kurtosis.</param>
/// <param name="First">Of the first elements.</param>
public sealed record Tolerance(long Counts, double Statistics, double First)
{
    public static Tolerance Float64 { get; } = new(0, 1e-10, 1e-10);

    /// <summary>For float32, whose rounding chaotic nets amplify.</summary>
    public static Tolerance Float32 { get; } = new(3, 2e-6, 1e-3);
}

/// <summary>
/// Compares a result with the reference. A difference is allowed in proportion to the statistic's scale: 1 for shares and the zero
/// fraction; max(1, |it|), tenfold, for skewness and kurtosis; |it| for the standard deviation; √|it| for input_driven, which can be
/// 1e-13; for all else max(|it|, the tensor's std), so that a mean near 0 is measured by the spread around it.
/// </summary>
public static class OracleComparison
{
    public static string Hash(double[] tensor) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<double>(tensor)));

    /// <summary>Every way in which a result differs by more than it may.</summary>
    public static List<string> Differences(OracleExperiment expected, ExperimentResult actual, Tolerance tolerance)
    {
        var differences = new List<string>();
        Assert.Equal(expected.Layers.Count, actual.Layers.Length);
        foreach (var (json, layer) in expected.Layers.Zip(actual.Layers))
        {
            CompareCounts(json, layer, tolerance, differences);
            CompareNumbers(json, layer, tolerance, differences);
            if (layer.Gradients is not null)
                CompareGradients(json.GetProperty("grad"), layer, tolerance, differences);
        }

        return differences;
    }

    private static void CompareCounts(JsonElement json, LayerResult layer, Tolerance tolerance, List<string> differences)
    {
        var histogram = layer.Activations!.Histogram;
        long[] expected =
        [
            .. json.GetProperty("counts").EnumerateArray().Select(c => c.GetInt64()),
            json.GetProperty("below").GetInt64(), json.GetProperty("above").GetInt64(), json.GetProperty("nan").GetInt64(),
        ];
        long[] actual = [.. histogram.Counts, histogram.Below, histogram.Above, histogram.NaN];
        Assert.Equal(expected.Length, actual.Length);
        var distances = expected.Zip(actual, (e, a) => Math.Abs(e - a)).ToArray();
        if (distances.Max() > tolerance.Counts || distances.Sum() > 10 * tolerance.Counts)
            differences.Add($"{layer.Name} counts: {string.Join(' ', actual)}, expected {string.Join(' ', expected)}");
        Assert.Equal((long)layer.Batch * layer.Units, actual.Sum());
    }

    private static void CompareNumbers(JsonElement json, LayerResult layer, Tolerance tolerance, List<string> differences)
    {
        var std = OracleExperiment.Number(json.GetProperty("std"));
        string[] moments = ["mean", "std", "min", "max", "skew", "kurtosis", "zero_fraction"];
        foreach (var name in (string[])[.. moments, .. StatisticNames.OfSplit, "sigma_w2"])
        {
            var expected = OracleExperiment.Number(json.GetProperty(name));
            var (scale, factor) = name switch
            {
                "zero_fraction" => (1.0, 1),
                "skew" or "kurtosis" => (Math.Max(1, Math.Abs(expected)), 10),
                "std" => (Math.Abs(expected), 1),
                "input_driven" => (Math.Sqrt(Math.Abs(expected)), 1),
                _ when name.EndsWith("share", StringComparison.Ordinal) => (1.0, 1),
                _ => (Math.Max(Math.Abs(expected), std), 1),
            };
            Compare(layer, name, expected, layer.Statistic("activations", name), factor * tolerance.Statistics * scale, differences);
        }

        if (layer.PreActivations is not null)
        {
            var scale = OracleExperiment.Number(json.GetProperty("pre").GetProperty("std"));
            foreach (var property in json.GetProperty("pre").EnumerateObject())
            {
                var expected = OracleExperiment.Number(property.Value);
                var allowed = tolerance.Statistics * Math.Max(Math.Abs(expected), scale);
                Compare(layer, $"pre {property.Name}", expected, layer.Statistic("preactivations", property.Name), allowed, differences);
            }
        }

        var first = json.GetProperty("first8_bits").EnumerateArray().Select(OracleExperiment.Number).ToArray();
        Assert.Equal(first.Length, layer.First.Length);
        for (var i = 0; i < first.Length; i++)
            Compare(layer, $"element {i}", first[i], layer.First[i], tolerance.First * Math.Max(Math.Abs(first[i]), std), differences);
    }

    /// <summary>Mean, standard deviation and largest magnitude of each gradient, in the scale of its standard deviation.</summary>
    private static void CompareGradients(JsonElement json, LayerResult layer, Tolerance tolerance, List<string> differences)
    {
        foreach (var (name, tensor) in new[]
        {
            ("dz", layer.Gradients), ("da", layer.PreActivationGradients), ("dW", layer.WeightGradients), ("db", layer.BiasGradients),
        })
        {
            if (tensor is null)
                continue;
            var expected = json.GetProperty(name);
            var std = OracleExperiment.Number(expected.GetProperty("std"));
            var largest = OracleExperiment.Number(expected.GetProperty("max_abs"));
            Compare(layer, $"{name} mean", OracleExperiment.Number(expected.GetProperty("mean")),
                tensor.Mean, tolerance.Statistics * std, differences);
            Compare(layer, $"{name} std", std, tensor.Std, tolerance.Statistics * std, differences);
            Compare(layer, $"{name} max_abs", largest, Math.Max(-tensor.Min, tensor.Max), tolerance.Statistics * largest, differences);
        }
    }

    private static void Compare(LayerResult layer, string name, double expected, double actual, double allowed, List<string> differences)
    {
        var same = double.IsNaN(expected) ? double.IsNaN(actual) : expected == actual || Math.Abs(expected - actual) <= allowed;
        if (!same)
            differences.Add($"{layer.Name} {name}: {actual:R}, expected {expected:R} ± {allowed:R}");
    }
}
