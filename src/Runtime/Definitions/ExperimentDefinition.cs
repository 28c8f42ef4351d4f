using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Definitions;

/// <summary>
/// What an experiment's file says of it, as data: the generated classes carry one each. Nothing in it is computed by running.
/// </summary>
public sealed record ExperimentDefinition
{
    private readonly ByElements<IReadOnlyList<LayerDefinition>, LayerDefinition> _layers;
    private readonly ByElements<IReadOnlyList<Expectation>, Expectation> _expectations = new([]);
    private readonly ByElements<IReadOnlyList<SettingDefinition>, SettingDefinition> _settings = new([]);
    private readonly ByElements<IReadOnlyList<FigureKind>, FigureKind> _show = new([]);

    /// <summary><c>activation-histograms/tanh-xavier</c>; the bare name without a matrix.</summary>
    public required string Id { get; init; }

    /// <summary>The experiment's name: <c>activation-histograms</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The variant's label: <c>tanh-xavier</c>; empty without a matrix.</summary>
    public string Label { get; init; } = "";

    /// <summary>The file's description.</summary>
    public string Description { get; init; } = "";

    /// <summary>The YAML file, relative to its project, with <c>/</c>.</summary>
    public required string SourcePath { get; init; }

    /// <summary>
    /// Fingerprint of what the YAML says, comments and layout aside: 64 lower-case hex digits. A run compares it with the file.
    /// </summary>
    public required string SourceHash { get; init; }

    /// <summary>Seed when the user gives none.</summary>
    public required Seed Seed { get; init; }

    /// <summary>Stream when the user gives none.</summary>
    public required RandomStream Stream { get; init; }

    /// <summary><c>float64</c> or <c>float32</c>.</summary>
    public required string Dtype { get; init; }

    /// <summary>Samples in the batch.</summary>
    public required int Batch { get; init; }

    /// <summary>Features of a sample.</summary>
    public required int Features { get; init; }

    /// <summary>How the input is drawn, as the file writes it: <c>normal</c>.</summary>
    public required string Input { get; init; }

    /// <summary>The layers, the first first.</summary>
    public required IReadOnlyList<LayerDefinition> Layers
    {
        get => _layers.List;
        init => _layers = new(value);
    }

    /// <summary>The numbers that can be set without a build: the file's parameters, then those of the initialisers.</summary>
    public IReadOnlyList<SettingDefinition> Settings
    {
        get => _settings.List;
        init => _settings = new(value);
    }

    /// <summary>Whether every layer's tensors can be read afterwards, or the last layer's alone.</summary>
    public bool KeepAll { get; init; } = true;

    /// <summary>Bins for the activations; null when they are not observed.</summary>
    public HistogramDefinition? Activations { get; init; }

    /// <summary>Bins for the pre-activations; null when they are not observed.</summary>
    public HistogramDefinition? PreActivations { get; init; }

    /// <summary>Bins for the weights; null when they are not observed.</summary>
    public HistogramDefinition? Weights { get; init; }

    /// <summary>How the pretended dL/dz of the last layer is drawn, as the file writes it; null without a backward pass.</summary>
    public string? Upstream { get; init; }

    /// <summary>How it is trained; null where it is not.</summary>
    public TrainingDefinition? Training { get; init; }

    /// <summary>Whether there is a backward pass, from a pretended gradient or from the loss.</summary>
    public bool HasBackward => Upstream is not null || Training is not null;

    /// <summary>Bins for the gradients of activations and pre-activations; null without a backward pass.</summary>
    public HistogramDefinition? Gradients { get; init; }

    /// <summary>Bins for the gradients of weights and biases; null without a backward pass.</summary>
    public HistogramDefinition? WeightGradients { get; init; }

    /// <summary>What is measured besides moments and histograms.</summary>
    public DiagnosticGroups Diagnostics { get; init; }

    /// <summary>What must hold of the results.</summary>
    public IReadOnlyList<Expectation> Expectations
    {
        get => _expectations.List;
        init => _expectations = new(value);
    }

    /// <summary>Limits of the figure's x axis; null for the default.</summary>
    public (double Low, double High)? FigureX { get; init; }

    /// <summary>Limits of the figure's y axis; null for the default.</summary>
    public (double Low, double High)? FigureY { get; init; }

    /// <summary>The kinds of figures that are drawn besides the row of histograms, each once.</summary>
    public IReadOnlyList<FigureKind> Show
    {
        get => _show.List;
        init => _show = new(value);
    }

    /// <summary>Whether dense layers store a: it is observed, or something is computed from it.</summary>
    internal bool StoresPreActivations => PreActivations is not null || HasBackward
        || (Diagnostics & (DiagnosticGroups.Saturation | DiagnosticGroups.Similarity)) != 0;
}
