using FanIn.Dsl.Text;

namespace FanIn.Dsl.Vocabulary;

/// <summary>The kinds of layers' part of the table.</summary>
internal static class LayerKinds
{
    /// <summary>The kind whose layers have weights.</summary>
    public const string Dense = "dense";

    /// <summary>The kind whose value is a branch.</summary>
    public const string Residual = "residual";

    /// <summary>The kind whose value is an activation.</summary>
    public const string Activation = "activation";

    /// <summary>The kind whose elements are kept by chance.</summary>
    public const string Dropout = "dropout";

    private static readonly ParameterEntry Epsilon = new("epsilon", "1e-5", 0, "Added to the variance or mean square.");

    public static VocabularyTable<LayerEntry> Table { get; } = new(
        "Layers",
        "kind of layer",
        new LayerEntry(
            Dense, EquatableArray<ParameterEntry>.Empty, "DenseLayer", "activation(z W + b)",
            "a = z W (+ b), then the activation; its value is the number of units, fan_out."),
        new LayerEntry(
            Residual, new([new("scale", "1", double.NegativeInfinity, "Factor of the branch.")]), "ResidualLayer", "z + scale * branch(z)",
            "Adds a branch to what enters it (He et al. 2016); its value has the branch's layers and scale."),
        new LayerEntry(
            "layer_norm", new([Epsilon]), "LayerNorm", "(z - mean) / sqrt(var + epsilon)",
            "Each sample over its units, without gain and shift (Ba et al. 2016, eq. 3)."),
        new LayerEntry(
            "rms_norm", new([Epsilon]), "RmsNorm", "z / sqrt(mean(z^2) + epsilon)",
            "Each sample over its units, without gain (Zhang and Sennrich 2019, eq. 4)."),
        new LayerEntry(
            "batch_norm", new([Epsilon]), "BatchNorm", "(z - mean) / sqrt(var + epsilon)",
            "Each unit over the batch, without gain and shift (Ioffe and Szegedy 2015, alg. 1)."),
        new LayerEntry(
            Dropout, new([new("keep", null, 0, "Probability of an element to be kept, above 0 and at most 1.")]), "DropoutLayer",
            "z / keep where u < keep, else 0",
            "Drops elements by chance; draws one uniform an element, row-major, always from philox."),
        new LayerEntry(
            Activation, EquatableArray<ParameterEntry>.Empty, "ActivationLayer", "activation(z)",
            "An activation as a layer of its own; its value is the activation."));
}
