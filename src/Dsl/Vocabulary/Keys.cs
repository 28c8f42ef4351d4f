using FanIn.Dsl.Text;

namespace FanIn.Dsl.Vocabulary;

/// <summary>A key of a mapping.</summary>
/// <param name="Name">The key.</param>
/// <param name="Default">What holds without it, as text for readers; null when the key must be there.</param>
/// <param name="Documentation">One line of documentation.</param>
public sealed record KeyEntry(string Name, string? Default, string Documentation)
{
    /// <summary>Another key with which it need not be there; null for none.</summary>
    public string? Instead { get; init; }

    /// <summary>Words that may stand as its value and belong to it alone.</summary>
    public IReadOnlyList<WordEntry> Words { get; init; } = [];
}

/// <summary>A word that is a key's value.</summary>
/// <param name="Name">The word.</param>
/// <param name="Documentation">One line of documentation.</param>
public sealed record WordEntry(string Name, string Documentation) : IVocabularyEntry
{
    /// <inheritdoc/>
    public EquatableArray<string> Aliases => EquatableArray<string>.Empty;
}

/// <summary>The keys of a mapping.</summary>
/// <param name="What">The mapping, for messages: <c>a layer</c>.</param>
/// <param name="Entries">Its keys, in the order in which they are shown.</param>
public sealed record KeyTable(string What, IReadOnlyList<KeyEntry> Entries)
{
    /// <summary>Whether messages speak of several: <c>the limits … have</c>.</summary>
    public bool IsPlural { get; init; }
}

/// <summary>The keys that the language has, mapping by mapping.</summary>
public static partial class Keys
{
    /// <summary>The key of an activation's formula: <c>{ formula: "x * sigmoid(x)" }</c>.</summary>
    public const string Formula = "formula";

    /// <summary>The file's own.</summary>
    public static KeyTable Experiment { get; } = new(
        "an experiment",
        [
            new("experiment", "the file's name", "The experiment's name."),
            new("description", "empty", "What the experiment shows, as text."),
            new("seed", "0", "Seed of the stream, in digits, below 2^64; NumPy's streams also take lists, spawned seeds and states."),
            new("rng", "philox", "The stream."),
            new("dtype", "float64", "The type of tensors and of their arithmetic."),
            new("parameters", "none", "Numbers by name, for formulas, that can be set without a build."),
            new("input", null, "What enters the first layer; with train, what its data gives.") { Instead = "train" },
            new("layers", null, "The layers, the first first."),
            new("keep", "all", "all: every layer can be read afterwards; last: two layers' worth of memory.")
            {
                Words =
                [
                    new("all", "Every layer can be read afterwards. The default."),
                    new("last", "Only the last layer can be read afterwards: two layers' worth of memory."),
                ],
            },
            new("backward", "none", "A backward pass: what is pretended to come from above."),
            new("train", "none", "A training on data, which takes the place of input and backward."),
            new("matrix", "none", "Axes of values; every combination is a variant."),
            new("histogram", "{ bins: 30, range: [0, 1] }", "Bins of the activations' histogram."),
            new("observe", "[activations]", "The tensors to observe, each with a histogram of its own if it carries one, and diagnostics."),
            new("expect", "nothing", "What must hold of the results."),
            new("figure", "nothing", "Limits of the figures' axes, and further kinds of figures."),
            new("allow", "nothing", "Warnings about the network that are meant, and not given."),
        ]);

    /// <summary>Of a seed that was spawned.</summary>
    public static KeyTable SpawnedSeed { get; } = new(
        "a spawned seed",
        [
            new("entropy", null, "What SeedSequence(entropy) takes: a number, or a list of words."),
            new("spawn_key", null, "The number of the child that spawn gave, its child's number, and so on, as a list."),
        ]);

    /// <summary>Of a seed that is the state of NumPy's Philox.</summary>
    public static KeyTable PhiloxSeed { get; } = new(
        "the state of Philox",
        [
            new("key", null, "The key, below 2^128."),
            new("counter", "0", "The counter, below 2^256; the first block is that of the counter after it."),
        ]);

    /// <summary>Of a parameter that is more than its default.</summary>
    public static KeyTable Parameter { get; } = new(
        "a parameter",
        [
            new("default", null, "Its value as long as nobody sets it; may use the parameters before it."),
            new("min", "none", "Smallest value allowed."),
            new("max", "none", "Largest value allowed."),
        ]);

    /// <summary>Of <c>matrix</c>, besides its axes.</summary>
    public static KeyTable Matrix { get; } = new(
        "the matrix",
        [
            new("zip", "none", "Axes that are walked together, the first value with the first: one factor of the product."),
            new("exclude", "nothing", "Combinations to leave out: a list of mappings from axes to labels."),
            new("include", "nothing", "Further combinations: a list of mappings from all axes to values, or label: mapping."),
        ]);

    /// <summary>Of <c>backward</c>.</summary>
    public static KeyTable Backward { get; } = new(
        "the backward pass",
        [new("upstream", null, "How dL/dz of the last layer is drawn, after everything else: an initialiser that needs no fans.")]);

    /// <summary>Of <c>input</c>.</summary>
    public static KeyTable Input { get; } = new(
        "the input",
        [
            new("batch", null, "Number of samples."),
            new("features", null, "Number of features, fan_in of the first layer."),
            new("distribution", "normal", "How it is drawn: an initialiser that needs no fans."),
        ]);

    /// <summary>Of an item of <c>layers</c> that is dense.</summary>
    public static KeyTable Layer { get; } = new(
        "a layer",
        [
            new("dense", null, "Number of units, fan_out."),
            new("name", "layer", "The layer's name; layers that share one are numbered."),
            new("repeat", "1", "How many such layers follow each other."),
            new("init", null, "Initialiser of the weights."),
            new("bias", "none", "none, or the initialiser of the bias.")
            {
                Words = [new("none", "No bias, which is not the same as one of zeros. The default.")],
            },
            new("activation", "identity", "The activation."),
            new("order", "post_activation", "Whether the activation follows the product or goes before it.")
            {
                Words =
                [
                    new("post_activation", "activation(z W + b), as in most networks. The default."),
                    new("pre_activation", "activation(z) W + b: a layer <name>-activation, then a linear one (He et al. 2016)."),
                ],
            },
        ]);

    /// <summary>Of an item of <c>layers</c> of any other kind, besides the kind itself.</summary>
    public static KeyTable OtherLayer { get; } = new(
        "a layer of another kind",
        [
            new("name", "its kind", "The layer's name; layers that share one are numbered."),
            new("repeat", "1", "How many such layers follow each other."),
        ]);

    /// <summary>Of <c>residual</c>.</summary>
    public static KeyTable Residual { get; } = new(
        "a residual",
        [
            new("layers", null, "The branch: layers whose last is as wide as what enters the first."),
            new("scale", "1", "Factor of the branch."),
        ]);

    /// <summary>Of an item of <c>layers</c> that is several of them.</summary>
    public static KeyTable Block { get; } = new(
        "a block",
        [
            new("layers", null, "The layers of the block."),
            new("repeat", "1", "How many such blocks follow each other."),
        ]);

    /// <summary>Of <c>histogram</c> and of a histogram in <c>observe</c>.</summary>
    public static KeyTable Histogram { get; } = new(
        "a histogram",
        [
            new("bins", "30", "Number of bins, 1 … 4096."),
            new("range", "[0, 1]", "[low, high], or auto: from the smallest to the largest element.")
            {
                Words = [new("auto", "From the smallest to the largest element.")],
            },
        ]);

    /// <summary>Of an item of <c>expect</c>, besides the statistics.</summary>
    public static KeyTable Expectation { get; } = new(
        "an expectation",
        [
            new("for", "*", "Glob over the variants' labels, ignoring case."),
            new("layer", "*", "A layer's name, or a glob over them."),
            new("tensor", "activations", "The tensor."),
        ]);

    /// <summary>Of a statistic in <c>expect</c>.</summary>
    public static KeyTable Interval { get; } = new(
        "the limits of a statistic",
        [
            new("min", "none", "Smallest value allowed."),
            new("max", "none", "Largest value allowed."),
            new("near", "none", "Instead of min and max: the value around which it must lie, as a publication gives it."),
            new("within", "none", "With near: how far from it at most, as a number or, with %, as a part of near."),
        ])
    { IsPlural = true };

    /// <summary>Of an item of <c>figure</c>.</summary>
    public static KeyTable Figure { get; } = new(
        "a figure",
        [
            new("for", "*", "Glob over the variants' labels, ignoring case."),
            new("xlim", "the histogram's range", "[low, high] of the x axis."),
            new("ylim", "what fits all panels", "[low, high] of the y axis."),
            new("show", "none", "Further kinds of figures, as a list: slopes, heat_map, depth, own_std, std_curve, phase_diagram."),
        ]);

    /// <summary>Of an item of <c>allow</c>.</summary>
    public static KeyTable Allowance { get; } = new(
        "an allowance",
        [
            new("id", null, "The warning, by its word or its number: saturation or FAN1003."),
            new("for", "*", "Glob over the variants' labels, ignoring case."),
        ]);
}
