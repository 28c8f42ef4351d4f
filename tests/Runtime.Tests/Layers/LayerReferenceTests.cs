using System.Text.Json;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;
using FanIn.Runtime.Tests.Experiments;

namespace FanIn.Runtime.Tests.Layers;

/// <summary>Networks of every kind of layer against NumPy: single elements, extremes, moments and zeros of every layer.</summary>
public sealed class LayerReferenceTests
{
    public static TheoryData<string> Names() => [.. Cases.Select(json => json.GetProperty("name").GetString()!)];

    private static IEnumerable<JsonElement> Cases => TestData.Json("layers.json").GetProperty("cases").EnumerateArray();

    [Theory]
    [MemberData(nameof(Names))]
    public void Float64_agrees_to_1e_12(string name)
    {
        var (json, chain) = Case(name);
        using var experiment = new ChainExperiment<double>(chain, Seed(json), RandomStream.NumpyPcg64, threads: 2);
        var result = experiment.Run();
        foreach (var (expected, i) in json.GetProperty("expected").EnumerateArray().Select((e, i) => (e, i)))
            Compare(expected, result.Layers[i], (row, unit) => experiment.Layers[i].Activations[row, unit], 1e-12);
    }

    /// <summary>Norms of a few samples divide by small differences, which makes a rounding some hundred times as large.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Float32_agrees_as_far_as_its_digits_go(string name)
    {
        var (json, chain) = Case(name);
        using var experiment = new ChainExperiment<float>(chain, Seed(json), RandomStream.NumpyPcg64);
        var result = experiment.Run();
        foreach (var (expected, i) in json.GetProperty("expected").EnumerateArray().Select((e, i) => (e, i)))
            Compare(expected, result.Layers[i], (row, unit) => experiment.Layers[i].Activations[row, unit], 1e-4);
    }

    /// <summary>Relative to the largest element: what a norm subtracts is as large as what it leaves.</summary>
    private static void Compare(JsonElement expected, LayerResult layer, Func<int, int, double> at, double tolerance)
    {
        double Number(string key) => expected.GetProperty(key).GetDouble();
        var size = tolerance * Math.Max(1, Math.Max(Math.Abs(Number("min")), Math.Abs(Number("max"))));
        void Near(double wanted, double found, string what) =>
            Assert.True(Math.Abs(wanted - found) <= size, $"{layer.Name} {what}: {found:R}, NumPy has {wanted:R}");

        var statistics = layer.Activations!;
        Near(Number("mean"), statistics.Mean, "mean");
        Near(Number("std"), statistics.Std, "std");
        Near(Number("min"), statistics.Min, "min");
        Near(Number("max"), statistics.Max, "max");
        Assert.Equal(expected.GetProperty("zeros").GetInt64(), statistics.Histogram.Zeros);
        var rows = expected.GetProperty("rows").EnumerateArray().Select(r => r.GetInt32()).ToArray();
        var columns = expected.GetProperty("cols").EnumerateArray().Select(c => c.GetInt32()).ToArray();
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < columns.Length; c++)
                Near(expected.GetProperty("values")[r][c].GetDouble(), at(rows[r], columns[c]), $"[{rows[r]}, {columns[c]}]");
        }
    }

    private static (JsonElement Json, Chain Chain) Case(string name)
    {
        var json = Cases.Single(candidate => candidate.GetProperty("name").GetString() == name);
        return (json, new(
            json.GetProperty("batch").GetInt32(),
            json.GetProperty("features").GetInt32(),
            [.. json.GetProperty("layers").EnumerateArray().Select(Link.From)]));
    }

    private static ulong Seed(JsonElement json) => json.GetProperty("seed").GetUInt64();
}
