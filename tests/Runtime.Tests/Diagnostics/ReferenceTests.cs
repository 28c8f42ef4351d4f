using System.Text.Json;
using FanIn.Runtime.Diagnostics;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;
using FanIn.Runtime.Tests.Experiments;

namespace FanIn.Runtime.Tests.Diagnostics;

/// <summary>
/// The diagnostics of the chapter's twelve networks and of odd shapes are those that NumPy computes from the definitions.
/// </summary>
public sealed class ReferenceTests
{
    private static readonly JsonElement[] All = [.. TestData.Json("diagnostics.json").GetProperty("networks").EnumerateArray()];

    public static TheoryData<string> Names() => [.. All.Select(network => network.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_counted_and_summed_is_that_of_the_definitions(string name)
    {
        var reference = All.Single(network => network.GetProperty("name").GetString() == name);
        using var network = Network(reference);
        var layers = network.Run().Layers;
        foreach (var (layer, expected) in layers.Zip(reference.GetProperty("layers").EnumerateArray()))
        {
            foreach (var statistic in (string[])["saturated_low", "saturated_high", "inactive", "dead", "zero_rows"])
                Assert.Equal(Number(expected, statistic), layer.Statistic("activations", statistic));
            foreach (var statistic in (string[])["linear_share", "participation_ratio", "weight_gradient_rank", "cosine"])
                Near(Number(expected, statistic), layer.Statistic("activations", statistic), 1e-9, statistic);
            if (layer != layers[^1])
                Near(Number(expected, "chi"), layer.Chi!.Value, 1e-10, "chi");
        }

        Assert.Null(layers[^1].Chi);
    }

    /// <summary>
    /// The mean of so many quotients of variance 2·spread/(n + 2) of its square, within four standard errors; the spread within 12 %.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Probes_find_the_singular_values_of_the_jacobians(string name)
    {
        var reference = All.Single(network => network.GetProperty("name").GetString() == name);
        using var network = Network(reference);
        var result = network.Run();
        var units = result.Layers[^1].Units;
        var probes = (double)JacobianProbes<double>.CountFor(result.Definition.Batch) * result.Definition.Batch;
        foreach (var (layer, expected) in result.Layers.Zip(reference.GetProperty("layers").EnumerateArray()))
        {
            var (mean, spread) = (Number(expected, "jacobian_mean"), Number(expected, "jacobian_spread"));
            var ofAll = (units / (double)Math.Min(units, result.Definition.Layers[layer.Layer - 1].FanIn) * (spread + 1)) - 1;
            var error = 4 * Math.Sqrt(2 * Math.Max(ofAll, 0) / (units + 2) / probes);
            Near(mean, layer.Diagnostics.JacobianMean!.Value, error + 1e-10, $"mean of {layer.Name}");
            Assert.InRange(layer.Diagnostics.JacobianSpread!.Value, spread - (0.12 * spread) - 1e-10, spread + (0.12 * spread) + 1e-10);
        }
    }

    /// <summary>
    /// The numbers that are cited of NumPy's seed 0, layer 5: how linear each is, and how many directions are left to dW.
    /// </summary>
    [Theory]
    [InlineData("tanh-std0.01", 1.000, 15.8)]
    [InlineData("tanh-xavier", 0.878, 17.3)]
    [InlineData("tanh-he", 0.708, 19.7)]
    [InlineData("tanh-std1", 0.159, 32.4)]
    [InlineData("relu-he", 0.430, 2.0)]
    [InlineData("sigmoid-xavier", 0.983, 1.0)]
    [InlineData("sigmoid-std1", 0.263, 1.3)]
    public void Layer_5_of_the_chapter(string name, double linearShare, double rank)
    {
        using var network = Network(All.Single(candidate => candidate.GetProperty("name").GetString() == name));
        var last = network.Diagnose()[^1];
        Assert.Equal(linearShare, last.LinearShare!.Value, 1e-3);
        Assert.Equal(rank, last.WeightGradientRank!.Value, 0.06);
    }

    private static DiagnosedNetwork<double> Network(JsonElement json)
    {
        int[] widths = [.. json.GetProperty("widths").EnumerateArray().Select(width => width.GetInt32())];
        double[] stds = [.. json.GetProperty("stds").EnumerateArray().Select(std => std.GetDouble())];
        var activation = json.GetProperty("activation").GetString()!;
        var layer = 0;
        return new(
            new(json.GetProperty("batch").GetInt32(), widths[0], [.. widths.Skip(1).Select(units => Link.Dense(units, activation))])
            {
                Std = _ => stds[layer++ % stds.Length],
            },
            json.GetProperty("seed").GetUInt64(),
            RandomStream.NumpyLegacy);
    }

    private static double Number(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : double.NaN;

    private static void Near(double expected, double actual, double tolerance, string what) => Assert.True(
        (double.IsNaN(expected) && double.IsNaN(actual)) || Math.Abs(actual - expected) <= tolerance * Math.Max(Math.Abs(expected), 1e-300),
        $"{what}: expected {expected}, got {actual}");
}
