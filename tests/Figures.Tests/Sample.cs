using System.Collections.Immutable;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

namespace FanIn.Figures.Tests;

/// <summary>Small results, made by hand.</summary>
internal static class Sample
{
    public static ExperimentDefinition Definition(string name, string label = "", int layers = 5) => new()
    {
        Id = label.Length == 0 ? name : $"{name}/{label}",
        Name = name,
        Label = label,
        SourcePath = $"{name}.yaml",
        SourceHash = new string('0', 64),
        Seed = 0,
        Stream = RandomStream.Philox,
        Dtype = "float64",
        Batch = 1000,
        Features = 100,
        Input = "normal",
        Layers = [.. Enumerable.Range(1, layers)
            .Select(i => new LayerDefinition($"hidden{i}", $"hidden/{i}", 100, 100, "he_normal", null, "relu"))],
    };

    public static ExperimentResult Result(params LayerResult[] layers) => Result("sample", "", layers);

    public static ExperimentResult Result(string name, string label, params LayerResult[] layers) => new()
    {
        Definition = Definition(name, label, layers.Length),
        Stream = RandomStream.Philox,
        Seed = 42,
        Layers = [.. layers],
    };

    public static LayerResult Layer(int layer, TensorStatistics? activations, params double[] unitMeans) => new()
    {
        Layer = layer,
        Name = $"hidden{layer}",
        Batch = 1000,
        Units = 100,
        Activations = activations,
        Split = activations is null ? null : new(0.5, 0.1, 0.4, 0.5, 0.2, 0.3),
        UnitMeans = [.. unitMeans],
        SigmaW2 = 2,
    };

    public static TensorStatistics Tensor(Histogram histogram, double std = 0.25) => new()
    {
        Count = histogram.Counts.Sum() + histogram.Below + histogram.Above + histogram.NaN,
        Mean = 0.5,
        Std = std,
        Skewness = 0,
        ExcessKurtosis = 0,
        Min = histogram.Low,
        Max = histogram.High,
        ZeroFraction = 0,
        Histogram = histogram,
    };

    public static TensorStatistics Tensor(params long[] counts) => Tensor(Bins(0, 1, counts));

    public static Histogram Bins(double low, double high, params long[] counts) => new()
    {
        Low = low,
        High = high,
        Counts = counts.ToImmutableArray(),
        Below = 0,
        Above = 0,
        NaN = 0,
        NegativeInfinity = 0,
        PositiveInfinity = 0,
        Zeros = 0,
    };
}
