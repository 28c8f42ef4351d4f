using System.Text.Json;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>One layer of a <see cref="Chain"/>; what a kind does not have is left out.</summary>
public sealed record Link(string Kind)
{
    public int Units { get; init; }

    public string Activation { get; init; } = "identity";

    /// <summary>epsilon, keep or scale.</summary>
    public double Number { get; init; }

    public int Skip { get; init; }

    public bool HasBias { get; init; }

    public static Link Dense(int units, string activation = "identity", bool bias = false) =>
        new("dense") { Units = units, Activation = activation, HasBias = bias };

    public static Link Norm(string kind, double epsilon = 1e-5) => new(kind) { Number = epsilon };

    public static Link Act(string activation) => new("activation") { Activation = activation };

    public static Link Dropout(double keep) => new("dropout") { Number = keep };

    public static Link Residual(int skip, double scale = 1) => new("residual") { Skip = skip, Number = scale };

    /// <summary>From the reference data.</summary>
    public static Link From(JsonElement json)
    {
        var kind = json.GetProperty("kind").GetString()!;
        return kind switch
        {
            "dense" => Dense(json.GetProperty("units").GetInt32(), json.GetProperty("activation").GetString()!),
            "activation" => Act(json.GetProperty("activation").GetString()!),
            "dropout" => Dropout(json.GetProperty("keep").GetDouble()),
            "residual" => Residual(json.GetProperty("skip").GetInt32(), json.GetProperty("scale").GetDouble()),
            _ => Norm(kind, json.GetProperty("epsilon").GetDouble()),
        };
    }
}

/// <summary>Layers of any kind in the order in which they are computed.</summary>
public sealed record Chain(int Batch, int Features, params Link[] Links)
{
    public bool KeepAll { get; init; } = true;

    public HistogramDefinition? PreActivations { get; init; }

    public HistogramDefinition? Weights { get; init; }

    /// <summary>Whether an upstream gradient of standard normals is sent back.</summary>
    public bool Backward { get; init; }

    public bool HasBatchNorm => Links.Any(link => link.Kind == "batch_norm");

    public ExperimentDefinition Definition<T>()
    {
        var layers = new List<LayerDefinition>();
        var width = Features;
        foreach (var link in Links)
        {
            var number = layers.Count(layer => layer.Kind == link.Kind) + 1;
            var (name, path) = ($"{link.Kind}{number}", $"{link.Kind}/{number}");
            layers.Add(link.Kind == "dense"
                ? new(name, path, width, link.Units, "planned", link.HasBias ? "planned" : null, link.Activation)
                : new(name, path, width, link.Kind, link.Kind) { Skip = link.Kind == "residual" ? link.Skip : null });
            width = layers[^1].FanOut;
        }

        return new()
        {
            Id = "test/chain",
            Name = "test",
            SourcePath = "chain.yaml",
            SourceHash = new('0', 64),
            Seed = 0,
            Stream = RandomStream.Philox,
            Dtype = typeof(T) == typeof(float) ? "float32" : "float64",
            Batch = Batch,
            Features = Features,
            Input = "normal",
            Layers = layers,
            KeepAll = KeepAll,
            Activations = new(20, null),
            PreActivations = PreActivations,
            Weights = Weights,
            Upstream = Backward ? "normal" : null,
            Gradients = Backward ? new(20, null) : null,
            WeightGradients = Backward ? new(20, null) : null,
        };
    }
}
