using System.Collections.Immutable;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

namespace FanIn.Testing.Tests.Support;

/// <summary>Small results, made by hand: two layers of three units, four samples.</summary>
internal static class Samples
{
    public static ExperimentResult Variant { get; } = new()
    {
        Definition = Definition("demo", "tanh-xavier"),
        Stream = RandomStream.Philox,
        Seed = 42,
        Layers =
        [
            Layer(1, "hidden1", Statistics(Bins(0, 1, 3, 0, 8, 1), mean: 0.123456789012345)),
            Layer(2, "hidden2", Statistics(Bins(0, 1, 0, 1, 2, 9), mean: -0.5)) with
            {
                PreActivations = Statistics(Bins(-2, 2, 6, 6), mean: 1.25e-7),
                Weights = Statistics(Bins(-1e-3, 1e-3, 1, 10, 1), mean: 0),
            },
        ],
    };

    public static ExperimentResult Plain { get; } = Variant with { Definition = Definition("plain", "") };

    /// <summary>One element moved from the third to the fourth bin of the second layer's activations.</summary>
    public static ExperimentResult Moved { get; } = WithActivations(Variant, 1, Statistics(Bins(0, 1, 0, 1, 1, 10), mean: -0.5));

    public static ExperimentResult WithActivations(ExperimentResult result, int layer, TensorStatistics activations) => result with
    {
        Layers = result.Layers.SetItem(layer, result.Layers[layer] with { Activations = activations }),
    };

    public static ExperimentDefinition Definition(string name, string label, params ReadOnlySpan<int> widths)
    {
        int[] units = widths.IsEmpty ? [2, 3, 3] : [.. widths];
        return new ExperimentDefinition
        {
            Id = label == "" ? name : $"{name}/{label}",
            Name = name,
            Label = label,
            SourcePath = $"{name}.yaml",
            SourceHash = new string('0', 64),
            Seed = 0,
            Stream = RandomStream.Philox,
            Dtype = "float64",
            Batch = 4,
            Features = units[0],
            Input = "normal",
            Layers =
            [
                .. units.Skip(1).Select((width, i) =>
                    new LayerDefinition($"hidden{i + 1}", $"hidden/{i + 1}", units[i], width, "xavier_normal", null, "tanh")),
            ],
        };
    }

    public static LayerResult Layer(int number, string name, TensorStatistics? activations) => new()
    {
        Layer = number,
        Name = name,
        Batch = 4,
        Units = 3,
        Activations = activations,
        Split = activations is null ? null : new VarianceSplit(0.25, 0.5, 0.25, 1e-13, 0.125, 1d / 3),
        SigmaW2 = 0.9999999999999,
    };

    public static TensorStatistics Statistics(Histogram histogram, double mean) => new()
    {
        Count = histogram.Counts.Sum() + histogram.Below + histogram.Above + histogram.NaN,
        Mean = mean,
        Std = 0.75,
        Skewness = double.NaN,
        ExcessKurtosis = -1.5,
        Min = double.NegativeInfinity,
        Max = double.PositiveInfinity,
        ZeroFraction = -0.0,
        Histogram = histogram,
    };

    public static Histogram Bins(double low, double high, params ReadOnlySpan<long> counts) => new()
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

    /// <summary>A layer of 100 units and 1000 samples, with counts as a real run has them.</summary>
    public static ExperimentResult Chapter { get; } = new()
    {
        Definition = Definition("activation-histograms", "tanh-xavier", 100, 100) with { Batch = 1000 },
        Stream = RandomStream.NumpyLegacy,
        Seed = ulong.MaxValue,
        Layers = [Layer(1, "hidden1", Statistics(Bell(), mean: 0.1)) with { Batch = 1000, Units = 100 }],
    };

    private static Histogram Bell() => Bins(0, 1, [.. Enumerable.Range(0, 30).Select(bin => 60_000L / (20 + (bin * bin)))]) with
    {
        Below = 49_876,
        Above = 1,
        NaN = 2,
        Zeros = 17,
    };
}
