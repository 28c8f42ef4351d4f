using System.Collections.Immutable;
using FanIn.Runtime.Definitions;

namespace FanIn.Runtime.Results;

/// <summary>What flowed through one layer, over the seeds of an ensemble.</summary>
public sealed record EnsembleLayer
{
    private readonly ByElements<ImmutableArray<NamedSeedStatistic>, NamedSeedStatistic> _statistics = new([]);

    /// <summary>From 1.</summary>
    public required int Layer { get; init; }

    /// <summary><c>hidden3</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of layer it is: <c>dense</c>, or another name of the language.</summary>
    public string Kind { get; init; } = LayerDefinition.Dense;

    /// <summary>Rows of z: the samples of the batch.</summary>
    public required int Batch { get; init; }

    /// <summary>Columns of z: the layer's units, fan_out.</summary>
    public required int Units { get; init; }

    /// <summary>z, the layer's output; null when not observed.</summary>
    public EnsembleTensor? Activations { get; init; }

    /// <summary>a, what the activation is applied to; null when not observed.</summary>
    public EnsembleTensor? PreActivations { get; init; }

    /// <summary>W; null when not observed.</summary>
    public EnsembleTensor? Weights { get; init; }

    /// <summary>dz; null without a backward pass.</summary>
    public EnsembleTensor? Gradients { get; init; }

    /// <summary>da; null without a backward pass, or for a layer without weights.</summary>
    public EnsembleTensor? PreActivationGradients { get; init; }

    /// <summary>dW; null without a backward pass, or for a layer without weights.</summary>
    public EnsembleTensor? WeightGradients { get; init; }

    /// <summary>db; null without a backward pass, or for a layer without a bias.</summary>
    public EnsembleTensor? BiasGradients { get; init; }

    /// <summary>σ_w² achieved: fan_in · mean(W²); null for a layer without weights.</summary>
    public SeedStatistic? SigmaW2 { get; init; }

    /// <summary>The layer's other own statistics that were measured, in the order of <see cref="StatisticNames.OfLayer"/>.</summary>
    public ImmutableArray<NamedSeedStatistic> Statistics
    {
        get => _statistics.List;
        init => _statistics = new(value);
    }

    /// <summary>A tensor by the name that <c>expect</c> gives it; null where the layer has none, or it is not observed.</summary>
    /// <exception cref="ArgumentException">There is no such tensor.</exception>
    public EnsembleTensor? Tensor(string name) => name switch
    {
        "activations" => Activations,
        "preactivations" => PreActivations,
        "weights" => Weights,
        "gradients" => Gradients,
        "preactivation_gradients" => PreActivationGradients,
        "weight_gradients" => WeightGradients,
        "bias_gradients" => BiasGradients,
        _ => throw new ArgumentException(
            $"There is no tensor '{name}'; there are {string.Join(", ", StatisticNames.Tensors)}.", nameof(name)),
    };

    /// <summary>One of them by name; null where it was not measured.</summary>
    public SeedStatistic? Find(string name)
    {
        foreach (var statistic in Statistics)
        {
            if (statistic.Name == name)
                return statistic.Value;
        }

        return null;
    }
}
