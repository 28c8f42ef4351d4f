using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

namespace FanIn.Figures.Tests;

/// <summary>The twelve experiments of the chapter as NumPy ran them (numpy-legacy, seed 0).</summary>
internal static class Chapter
{
    private static readonly Lazy<IReadOnlyList<ExperimentResult>> Loaded = new(Load);

    public static IReadOnlyList<ExperimentResult> All => Loaded.Value;

    public static ExperimentResult Of(string label) => All.Single(result => result.Definition.Label == label);

    public static string[] Labels() => [.. All.Select(result => result.Definition.Label)];

    private static List<ExperimentResult> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("chapter.json")!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.GetProperty("experiments").EnumerateArray().Select(Experiment)];
    }

    private static ExperimentResult Experiment(JsonElement experiment)
    {
        var label = experiment.GetProperty("experiment").GetString()!;
        var init = label.Split('-')[1] switch
        {
            "std1" => "normal { std: 1 }",
            "std0.01" => "normal { std: 0.01 }",
            "xavier" => "normal { std: sqrt(1 / fan_in) }",
            _ => "normal { std: sqrt(2 / fan_in) }",
        };
        var range = experiment.GetProperty("histogram").GetProperty("range");
        var histogram = new HistogramDefinition(30, (range[0].GetDouble(), range[1].GetDouble()));
        var layers = Enumerable.Range(1, 5).Select(i =>
            new LayerDefinition($"hidden{i}", $"hidden/{i}", 100, 100, init, null, experiment.GetProperty("activation").GetString()!));
        return new ExperimentResult
        {
            Definition = Sample.Definition("activation-histograms", label) with { Layers = [.. layers], Activations = histogram },
            Stream = RandomStream.NumpyLegacy,
            Seed = 0,
            Layers = [.. experiment.GetProperty("layers").EnumerateArray().Select(layer => Layer(layer, histogram.Range!.Value))],
        };
    }

    private static LayerResult Layer(JsonElement layer, (double Low, double High) range)
    {
        double Number(string name) => layer.GetProperty(name).GetDouble();
        var count = 100_000L;
        return new LayerResult
        {
            Layer = layer.GetProperty("layer").GetInt32(),
            Name = $"hidden{layer.GetProperty("layer").GetInt32()}",
            Batch = 1000,
            Units = 100,
            SigmaW2 = Number("sigma_w2"),
            Split = new(Number("unit_share"), Number("input_share"), Number("residual_share"), Number("input_driven"),
                Number("unit_mean_std"), Number("unit_std_mean")),
            Activations = new TensorStatistics
            {
                Count = count,
                Mean = Number("mean"),
                Std = Number("std"),
                Skewness = Number("skew"),
                ExcessKurtosis = Number("kurtosis"),
                Min = Number("min"),
                Max = Number("max"),
                ZeroFraction = Number("zero_fraction"),
                Histogram = new Histogram
                {
                    Low = range.Low,
                    High = range.High,
                    Counts = layer.GetProperty("counts").EnumerateArray().Select(bin => bin.GetInt64()).ToImmutableArray(),
                    Below = layer.GetProperty("below").GetInt64(),
                    Above = layer.GetProperty("above").GetInt64(),
                    NaN = layer.GetProperty("nan").GetInt64(),
                    NegativeInfinity = 0,
                    PositiveInfinity = 0,
                    Zeros = (long)Math.Round(Number("zero_fraction") * count),
                },
            },
        };
    }
}
