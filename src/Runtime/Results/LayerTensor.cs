using FanIn.Runtime.Definitions;

namespace FanIn.Runtime.Results;

/// <summary>A tensor that a layer can have, and where its statistics are. The one table of them is <see cref="All"/>.</summary>
/// <param name="Name">As the YAML's <c>expect</c> and the snapshots write it: <c>weight_gradients</c>.</param>
/// <param name="Title">For headings: <c>weight gradients</c>.</param>
/// <param name="Of">A layer's; null when it is not observed, or the layer has none.</param>
/// <param name="Bins">The bins that an experiment gives it; null when it is not observed.</param>
public sealed record LayerTensor(
    string Name, string Title, Func<LayerResult, TensorStatistics?> Of, Func<ExperimentDefinition, HistogramDefinition?> Bins)
{
    /// <summary>z, a layer's output.</summary>
    public static LayerTensor Activations { get; } = new("activations", "activations", l => l.Activations, d => d.Activations);

    /// <summary>a, what the activation is applied to.</summary>
    public static LayerTensor PreActivations { get; } =
        new("preactivations", "pre-activations", l => l.PreActivations, d => d.PreActivations);

    /// <summary>W.</summary>
    public static LayerTensor Weights { get; } = new("weights", "weights", l => l.Weights, d => d.Weights);

    /// <summary>dz.</summary>
    public static LayerTensor Gradients { get; } = new("gradients", "gradients", l => l.Gradients, d => d.Gradients);

    /// <summary>da.</summary>
    public static LayerTensor PreActivationGradients { get; } =
        new("preactivation_gradients", "pre-activation gradients", l => l.PreActivationGradients, d => d.Gradients);

    /// <summary>dW.</summary>
    public static LayerTensor WeightGradients { get; } =
        new("weight_gradients", "weight gradients", l => l.WeightGradients, d => d.WeightGradients);

    /// <summary>db.</summary>
    public static LayerTensor BiasGradients { get; } =
        new("bias_gradients", "bias gradients", l => l.BiasGradients, d => d.WeightGradients);

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<LayerTensor> All { get; } =
        [Activations, PreActivations, Weights, Gradients, PreActivationGradients, WeightGradients, BiasGradients];
}
