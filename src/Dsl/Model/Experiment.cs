using FanIn.Dsl.Text;

namespace FanIn.Dsl.Model;

/// <summary>
/// One YAML file, read, checked and expanded: everything that the emitter prints, and nothing else. Immutable and value-equal;
/// holds no absolute path, and no position but those of the user's own types (<see cref="SourcePlace"/>), so that moving a line or a
/// folder re-emits nothing. New members must stay value-equal.
/// </summary>
/// <param name="Name">The experiment's name: <c>activation-histograms</c>.</param>
/// <param name="ClassName">Its C# name: <c>ActivationHistograms</c>.</param>
/// <param name="Description">The file's description; empty when there is none.</param>
/// <param name="SourcePath">The file, relative to the project, with <c>/</c>.</param>
/// <param name="SourceHash">Fingerprint of what the file says, comments and layout aside: <see cref="Text.SourceHash"/>.</param>
/// <param name="HasMatrix">Whether the variants are nested classes of a static class (true) or the one variant is the class itself.</param>
/// <param name="Variants">The variants in matrix order, the first axis outermost; one where there is no matrix.</param>
public sealed record Experiment(
    string Name,
    string ClassName,
    string Description,
    string SourcePath,
    string SourceHash,
    bool HasMatrix,
    EquatableArray<Variant> Variants);

/// <summary>One network with its input and what is observed of it. Value-equal.</summary>
/// <param name="Id"><c>activation-histograms/tanh-xavier</c>, or the bare name without a matrix.</param>
/// <param name="Label"><c>tanh-xavier</c>; empty without a matrix.</param>
/// <param name="ClassName"><c>TanhXavier</c>; the experiment's class name without a matrix.</param>
/// <param name="Seed">Seed when the user gives none.</param>
/// <param name="Stream">Stream when the user gives none: a canonical name of the vocabulary, <c>philox</c>.</param>
/// <param name="Dtype"><c>float64</c> or <c>float32</c>.</param>
/// <param name="Input">What enters the first layer.</param>
/// <param name="Layers">
/// The layers in the order in which they are computed, after repeat and without the blocks around them; at least one.
/// </param>
/// <param name="KeepAll">True: every layer can be read afterwards. False: two layers' worth of memory.</param>
/// <param name="Activations">Histogram of the activations; null when they are not observed.</param>
/// <param name="PreActivations">Histogram of the pre-activations; null when they are not observed.</param>
/// <param name="Weights">Histogram of the weights; null when they are not observed.</param>
/// <param name="Expectations">What must hold of this variant, already selected and expanded to single layers.</param>
/// <param name="Figure">How this variant is drawn; null for the default.</param>
public sealed record Variant(
    string Id,
    string Label,
    string ClassName,
    Seed Seed,
    string Stream,
    string Dtype,
    Input Input,
    EquatableArray<Layer> Layers,
    bool KeepAll,
    HistogramSpec? Activations,
    HistogramSpec? PreActivations,
    HistogramSpec? Weights,
    EquatableArray<Expectation> Expectations,
    FigureSpec? Figure)
{
    /// <summary>How the gradient from above is drawn; null without a backward pass.</summary>
    public Initialiser? Upstream { get; init; }

    /// <summary>How it is trained; null where it is not.</summary>
    public Training? Training { get; init; }

    /// <summary>Whether there is a backward pass, from a drawn gradient or from the loss.</summary>
    public bool HasBackward => Upstream is not null || Training is not null;

    /// <summary>What enters the first layer, in one line: <c>normal</c>, <c>optical_digits</c>.</summary>
    public string InputWritten => Input.Distribution?.Written ?? Training!.Data.Name;

    /// <summary>Histogram of the gradients of activations and pre-activations; null without a backward pass.</summary>
    public HistogramSpec? Gradients { get; init; }

    /// <summary>Histogram of the gradients of weights and biases; null without a backward pass.</summary>
    public HistogramSpec? WeightGradients { get; init; }

    /// <summary>What is measured besides moments and histograms: names of the vocabulary's diagnostics, in its order.</summary>
    public EquatableArray<string> Diagnostics { get; init; } = EquatableArray<string>.Empty;

    /// <summary>The layers that have weights.</summary>
    public IReadOnlyList<DenseLayer> DenseLayers => [.. Layers.OfType<DenseLayer>()];

    /// <summary>The parameters, in the order of the file.</summary>
    public EquatableArray<RuntimeParameter> Parameters { get; init; } = EquatableArray<RuntimeParameter>.Empty;

    /// <summary>All that can be set without a build: the parameters, the input's numbers, those of each layer.</summary>
    public EquatableArray<Settable> Settings { get; init; } = EquatableArray<Settable>.Empty;
}

/// <summary>The batch that enters the network: Batch × Features values from one distribution, or from data.</summary>
/// <param name="Batch">Samples.</param>
/// <param name="Features">Numbers of a sample.</param>
/// <param name="Distribution">How it is drawn; null for the data of a training.</param>
public sealed record Input(int Batch, int Features, Initialiser? Distribution);

/// <summary>An elementwise function with its numbers.</summary>
/// <param name="Name">Canonical name in the vocabulary: <c>tanh</c>; <c>formula</c>; or the type's name where it is the user's own.</param>
/// <param name="RuntimeType">
/// The type that computes it: <c>Tanh</c> in FanIn.Runtime.Activations; for a formula the struct that is generated,
/// <c>Activation_Sigmoid</c>, of which there is one for each <paramref name="Formula"/> of a file; or the user's own type.
/// </param>
/// <param name="Written">What the file says, in one line.</param>
/// <param name="Arguments">
/// Its parameters in the vocabulary's order; the fields of the formula in the order in which it meets them; or the arguments of the
/// constructor by name.
/// </param>
/// <param name="Formula">φ as a tree of numbers, fields and x; null when it is no formula.</param>
/// <param name="Own">Where the file names the type, for a type of the user's own; otherwise null.</param>
public sealed record Activation(
    string Name,
    string RuntimeType,
    string Written,
    EquatableArray<Argument> Arguments,
    FormulaNode? Formula = null,
    SourcePlace? Own = null)
{
    /// <summary>Whether the runtime has it.</summary>
    public bool IsBuiltIn => Formula is null && Own is null;
}

/// <summary>
/// A place in the file, from which the compiler's own errors about a user's type are reported. Files without such types have none in
/// their model, so that moving a line emits nothing.
/// </summary>
/// <param name="From">Where the name starts.</param>
/// <param name="To">Where it ends, exclusive; on the same line.</param>
public sealed record SourcePlace(TextPosition From, TextPosition To);

/// <summary>A named number.</summary>
/// <param name="Name"><c>std</c>.</param>
/// <param name="Value">The formula, with every name in it replaced by a number.</param>
public sealed record Argument(string Name, BoundFormula Value);

/// <summary>
/// A formula whose names have been replaced by their numbers. The emitter prints <paramref name="Tree"/> as C#, so that the run
/// and not the compiler's machine computes the bits; <paramref name="Value"/> serves for checks and for messages alone.
/// </summary>
/// <param name="Written">The formula as the file has it.</param>
/// <param name="Tree">The formula after substitution.</param>
/// <param name="Value">Its value, as the reader's machine computes it.</param>
public sealed record BoundFormula(string Written, FormulaNode Tree, double Value);

/// <summary>Bins over a range.</summary>
/// <param name="Bins">1 … 4096.</param>
/// <param name="Range">Null: from the minimum to the maximum of what is observed.</param>
public sealed record HistogramSpec(int Bins, Range? Range);

/// <summary>Low and high end, in float64.</summary>
public sealed record Range(BoundFormula Low, BoundFormula High);

/// <summary>How a variant is drawn.</summary>
/// <param name="X">Limits of the x axis; null where the file sets none.</param>
/// <param name="Y">Likewise of the y axis.</param>
/// <param name="Show">Further kinds of figures: names of the vocabulary, in its order.</param>
public sealed record FigureSpec(Range? X, Range? Y, EquatableArray<string> Show);

/// <summary>A statistic of one layer must lie between two numbers, ends included.</summary>
/// <param name="Layer">The layer's name after numbering; empty for the training.</param>
/// <param name="Tensor"><c>activations</c>, <c>preactivations</c>, <c>weights</c> …; <c>training</c>.</param>
/// <param name="Statistic">The name that the results use: <c>std</c>.</param>
/// <param name="Min">Null: no lower end.</param>
/// <param name="Max">Null: no upper end.</param>
/// <param name="Near">What the two numbers lie around, where the file says so; else null.</param>
/// <param name="Within">How far around it, as the file has it: <c>0.005</c>, <c>0.3 %</c>; else empty.</param>
public sealed record Expectation(
    string Layer, string Tensor, string Statistic, BoundFormula? Min, BoundFormula? Max, BoundFormula? Near = null, string Within = "");
