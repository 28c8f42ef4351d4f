using FanIn.Runtime.Definitions;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>What a <see cref="ReferenceExperiment{T}"/> does.</summary>
public sealed record Plan
{
    public string Id { get; init; } = "test/plan";

    public int Batch { get; init; } = 1000;

    public int[] Widths { get; init; } = [100, 100, 100, 100, 100, 100];

    public string Activation { get; init; } = "tanh";

    /// <summary>std, or the limit of uniform draws, from fan_in and fan_out.</summary>
    public Func<int, int, double> Scale { get; init; } = (fanIn, _) => Math.Sqrt(1.0 / fanIn);

    public bool Uniform { get; init; }

    public double? BiasStd { get; init; }

    public bool KeepAll { get; init; } = true;

    public HistogramDefinition? Activations { get; init; } = new(30, (0, 1));

    public HistogramDefinition? PreActivations { get; init; }

    public HistogramDefinition? Weights { get; init; }

    public IReadOnlyList<FigureKind> Show { get; init; } = [];

    public IReadOnlyList<Expectation> Expectations { get; init; } = [];

    /// <summary>The plan of a reference experiment.</summary>
    public static Plan Of(OracleExperiment oracle) => new()
    {
        Id = $"oracle/{oracle.Name}",
        Batch = oracle.Batch,
        Widths = oracle.Widths,
        Activation = oracle.Activation,
        Scale = ScaleOf(oracle),
        Uniform = oracle.Initialiser.EndsWith("_uniform", StringComparison.Ordinal),
        BiasStd = oracle.BiasStd,
        Activations = new(oracle.Bins, oracle.Range),
        PreActivations = new(oracle.Bins, null),
    };

    public ExperimentDefinition Definition<T>() => new()
    {
        Id = Id,
        Name = Id.Split('/')[0],
        SourcePath = "plan.yaml",
        SourceHash = new('0', 64),
        Seed = 0,
        Stream = RandomStream.Philox,
        Dtype = typeof(T) == typeof(float) ? "float32" : "float64",
        Batch = Batch,
        Features = Widths[0],
        Input = "normal",
        Layers = [.. Widths.Skip(1).Select((units, i) => new LayerDefinition(
            $"hidden{i + 1}", $"hidden/{i + 1}", Widths[i], units, "planned", BiasStd is null ? null : "planned", Activation))],
        KeepAll = KeepAll,
        Activations = Activations,
        PreActivations = PreActivations,
        Weights = Weights,
        Expectations = Expectations,
        Show = Show,
    };

    /// <summary>The formulas of the initialisers; the script's own (a bare std) is looked up.</summary>
    private static Func<int, int, double> ScaleOf(OracleExperiment oracle) => oracle.Initialiser switch
    {
        "he_normal" => (fanIn, _) => Math.Sqrt(2.0 / fanIn),
        "lecun_normal" => (fanIn, _) => Math.Sqrt(1.0 / fanIn),
        "lecun_uniform" => (fanIn, _) => Math.Sqrt(3.0 / fanIn),
        "xavier_normal" => (fanIn, fanOut) => Math.Sqrt(2.0 / (fanIn + fanOut)),
        "he_uniform" => (fanIn, _) => Math.Sqrt(6.0 / fanIn),
        "xavier_uniform" => (fanIn, fanOut) => Math.Sqrt(6.0 / (fanIn + fanOut)),
        "scaled_normal" => (fanIn, _) => oracle.Json.GetProperty("init").GetProperty("sigma_w").GetDouble() / Math.Sqrt(fanIn),
        _ => (_, _) => oracle.Scale(0),
    };
}
