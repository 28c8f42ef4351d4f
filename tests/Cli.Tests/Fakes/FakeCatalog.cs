using System.Globalization;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

namespace FanIn.Cli.Tests.Fakes;

/// <summary>Experiments that give what a test wants, and a record of what was asked of them.</summary>
internal sealed class FakeCatalog
{
    /// <summary>This project's own experiments, but for those whose data are missing or malformed.</summary>
    public static IEnumerable<ExperimentEntry> Real =>
        ExperimentCatalog.All.Where(entry => entry.Definition is not { Name: "files" } or { Label: "good" });

    public List<ExperimentEntry> Entries { get; } = [];

    private readonly Lock _lock = new();
    private readonly List<(string Id, ExperimentOptions Options)> _created = [];

    /// <summary>The options that each created experiment got, in the order of the catalog: they may be created at once.</summary>
    public IReadOnlyList<(string Id, ExperimentOptions Options)> Created =>
        [.. _created.OrderBy(created => Entries.FindIndex(entry => entry.Definition.Id == created.Id))];

    /// <summary>Ids whose expectations fail.</summary>
    public HashSet<string> Failing { get; } = [];

    /// <summary>Experiments that are created and not disposed.</summary>
    public int Alive { get; private set; }

    public int MostAlive { get; private set; }

    public Action<string> OnDraw { get; set; } = _ => { };

    /// <summary>What a layer gives; the number is from 1.</summary>
    public Func<ExperimentDefinition, LayerDefinition, int, LayerResult> Layer { get; set; } = Hill;

    /// <summary>What the seed does to a layer.</summary>
    public Func<Seed, LayerResult, LayerResult> Seeded { get; set; } = (_, layer) => layer;

    /// <summary>The three variants of one file and one single experiment, as a small gallery.</summary>
    public static FakeCatalog Small()
    {
        var catalog = new FakeCatalog();
        foreach (string label in new[] { "tanh-xavier", "tanh-he", "relu-he" })
            catalog.Add(Definition("activation-histograms", label));
        catalog.Add(Definition("deep-relu", layers: 2) with { Description = "Thirty ReLU layers." });
        return catalog;
    }

    private static LayerResult Hill(ExperimentDefinition definition, LayerDefinition layer, int number) => new()
    {
        Layer = number,
        Name = layer.Name,
        Batch = definition.Batch,
        Units = layer.FanOut,
        Activations = Statistics([1, 2, 3, 4, 5, 6, 7, 8, 7, 6, 5, 4, 3, 2, 1], std: 0.25),
        Split = Split(0.00003),
        SigmaW2 = 1,
    };

    public FakeCatalog Add(ExperimentDefinition definition)
    {
        Entries.Add(new ExperimentEntry(definition, options =>
        {
            lock (_lock)
            {
                _created.Add((definition.Id, options));
                MostAlive = Math.Max(MostAlive, ++Alive);
            }

            return new FakeExperiment(definition, options, this);
        }));
        return this;
    }

    public void Disposed()
    {
        lock (_lock)
            Alive--;
    }

    public static ExperimentDefinition Definition(string name, string label = "", int layers = 5) => new()
    {
        Id = label.Length == 0 ? name : $"{name}/{label}",
        Name = name,
        Label = label,
        SourcePath = $"{name}.yaml",
        SourceHash = "0000",
        Seed = 0,
        Stream = RandomStream.Philox,
        Dtype = "float64",
        Batch = 1000,
        Features = 100,
        Input = "normal",
        Layers = [.. Enumerable.Range(1, layers).Select(Dense)],
        Activations = new HistogramDefinition(15, (0, 1)),
        Expectations = [new Expectation("hidden1", "activations", "std", 0.4, 0.5)],
    };

    private static LayerDefinition Dense(int number)
    {
        string digits = number.ToString(CultureInfo.InvariantCulture);
        return new($"hidden{digits}", $"hidden/{digits}", 100, 100, "normal { std: sqrt(1 / fan_in) }", null, "tanh");
    }

    public static TensorStatistics Statistics(
        long[] counts, double std, double low = 0, double high = 1, long below = 0, long above = 0, long nan = 0, long zeros = 0) => new()
        {
            Count = counts.Sum() + below + above + nan,
            Mean = 0.5,
            Std = std,
            Skewness = 0,
            ExcessKurtosis = 0,
            Min = low,
            Max = high,
            ZeroFraction = 0,
            Histogram = new Histogram
            {
                Low = low,
                High = high,
                Counts = [.. counts],
                Below = below,
                Above = above,
                NaN = nan,
                NegativeInfinity = 0,
                PositiveInfinity = 0,
                Zeros = zeros,
            },
        };

    public static VarianceSplit Split(double inputDriven) => new(1 - inputDriven, 0, inputDriven, inputDriven, 0.1, 0.1);
}
