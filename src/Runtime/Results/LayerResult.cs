using System.Collections.Immutable;
using FanIn.Runtime.Definitions;

namespace FanIn.Runtime.Results;

/// <summary>What flowed through one layer.</summary>
public sealed record LayerResult
{
    private readonly ByElements<ImmutableArray<double>, double> _unitMeans = new([]);
    private readonly ByElements<ImmutableArray<double>, double> _first = new([]);

    /// <summary>From 1.</summary>
    public required int Layer { get; init; }

    /// <summary><c>hidden3</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The kind in the language's vocabulary: <c>dense</c>, <c>layer_norm</c> …</summary>
    public string Kind { get; init; } = LayerDefinition.Dense;

    /// <summary>Rows of z: the samples of the batch.</summary>
    public required int Batch { get; init; }

    /// <summary>Columns of z: the layer's units, fan_out.</summary>
    public required int Units { get; init; }

    /// <summary>z, the layer's output; null when not observed.</summary>
    public TensorStatistics? Activations { get; init; }

    /// <summary>How the variance of z splits between units and inputs; null when z is not observed.</summary>
    public VarianceSplit? Split { get; init; }

    /// <summary>Mean over the batch of each unit's activation, Units numbers; empty when z is not observed.</summary>
    public ImmutableArray<double> UnitMeans
    {
        get => _unitMeans.List;
        init => _unitMeans = new(value);
    }

    /// <summary>The first eight activations in row-major order (fewer in a smaller tensor); empty when z is not observed.</summary>
    public ImmutableArray<double> First
    {
        get => _first.List;
        init => _first = new(value);
    }

    /// <summary>a, what the activation is applied to; null when not observed.</summary>
    public TensorStatistics? PreActivations { get; init; }

    /// <summary>W; null when not observed.</summary>
    public TensorStatistics? Weights { get; init; }

    /// <summary>dz = dL/dz; null without a backward pass.</summary>
    public TensorStatistics? Gradients { get; init; }

    /// <summary>da = dL/da; null without a backward pass, and for a layer without weights.</summary>
    public TensorStatistics? PreActivationGradients { get; init; }

    /// <summary>dW = z_prevᵀ da, summed over the batch; null without a backward pass, and for a layer without weights.</summary>
    public TensorStatistics? WeightGradients { get; init; }

    /// <summary>db, the sums of da over the batch; null without a backward pass, and for a layer without a bias.</summary>
    public TensorStatistics? BiasGradients { get; init; }

    /// <summary>
    /// rms(dW) / rms(W): how large a step of gradient descent with learning rate 1 is beside the weights; null without both.
    /// </summary>
    public double? GradientToWeight { get; init; }

    /// <summary>σ_w² achieved: fan_in · mean(W²); null for a layer without weights.</summary>
    public double? SigmaW2 { get; init; }

    /// <summary>How the weights were initialised, and what came of it; null when that is not known.</summary>
    public InitialiserReport? Initialiser { get; init; }

    /// <summary>What was collected for figures alone; null when nothing was.</summary>
    public LayerFigureData? FigureData { get; init; }

    /// <summary>
    /// χ, by how much the mean square of the gradient grows on its way back from the next dense layer to this one:
    /// rms(da_l)²/rms(da_{l+1})².
    /// Null without a backward pass, for the last dense layer, and for a layer without weights.
    /// </summary>
    public double? Chi { get; init; }

    /// <summary>
    /// About how many different numbers the Batch × Units activations are, 1/(U/n + D/(nN)) with U the unit share and D the input-driven
    /// share of their variance; null when z is not observed.
    /// </summary>
    public double? EffectiveNumbers => Split is { } split
        ? 1 / ((split.UnitShare / Units) + (split.InputDriven / ((double)Units * Batch)))
        : null;

    /// <summary>What was measured besides moments and histograms.</summary>
    public LayerDiagnostics Diagnostics { get; init; } = LayerDiagnostics.None;

    /// <summary>A statistic by the name that the results write: see <see cref="StatisticNames"/>.</summary>
    /// <param name="tensor"><c>activations</c>, <c>preactivations</c> or <c>weights</c>.</param>
    /// <param name="name"><c>std</c>, <c>input_driven</c> …</param>
    /// <exception cref="ArgumentException">No such tensor or statistic; the message lists them.</exception>
    /// <exception cref="InvalidOperationException">The tensor is not observed; the message says what to write.</exception>
    public double Statistic(string tensor, string name) => StatisticNames.Read(this, tensor, name);
}
