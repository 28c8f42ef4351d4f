using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Results;

/// <summary>A small result made by hand.</summary>
internal static class Sample
{
    public static Histogram Histogram { get; } = new()
    {
        Low = -1,
        High = 1,
        Counts = [1, 0, 4],
        Below = 2,
        Above = 3,
        NaN = 1,
        NegativeInfinity = 1,
        PositiveInfinity = 2,
        Zeros = 4,
    };

    public static TensorStatistics Statistics { get; } = new()
    {
        Count = 11,
        Mean = 0.1,
        Std = 1e-7,
        Skewness = double.NaN,
        ExcessKurtosis = -1.2,
        Min = double.NegativeInfinity,
        Max = double.PositiveInfinity,
        ZeroFraction = 4 / 11.0,
        Histogram = Histogram,
    };

    public static LayerResult Layer { get; } = new()
    {
        Layer = 1,
        Name = "hidden1",
        Batch = 11,
        Units = 1,
        Activations = Statistics,
        Split = new(0.25, 0.5, 0.25, 3e-13, 0.125, double.NaN),
        UnitMeans = [0.1],
        First = [0.1, double.NaN, -0.5],
        SigmaW2 = 1.25,
    };

    /// <summary>A layer without weights of which nothing is observed.</summary>
    public static LayerResult Norm { get; } = new() { Layer = 3, Name = "norm", Kind = "layer_norm", Batch = 11, Units = 1 };

    public static ExperimentResult Result { get; } = new()
    {
        Definition = new()
        {
            Id = "sample/a-\"b\"",
            Name = "sample",
            SourcePath = "sample.yaml",
            SourceHash = new('0', 64),
            Seed = 0,
            Stream = RandomStream.Philox,
            Dtype = "float64",
            Batch = 11,
            Features = 4,
            Input = "normal",
            Layers = [new("hidden1", "hidden/1", 4, 1, "he_normal", null, "relu"), new("out", "out/1", 1, 1, "ones", null, "relu")],
            Activations = new(3, (-1, 1)),
        },
        Stream = RandomStream.NumpyPcg64,
        Seed = 42,
        Layers = [Layer, Layer with { Layer = 2, Name = "out", PreActivations = Statistics, Activations = null, Split = null, First = [] }],
    };
}
