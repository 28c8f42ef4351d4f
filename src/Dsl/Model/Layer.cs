namespace FanIn.Dsl.Model;

/// <summary>
/// A layer, whatever its kind. It takes the output of the layer before it in the list, the first one the input: blocks are written out,
/// and a residual stands behind the layers of its branch. Value-equal.
/// </summary>
/// <param name="Name">The layer's name after numbering: <c>hidden3</c>.</param>
/// <param name="Path">Its written name and number among those that share it, the stem of the philox tensor paths: <c>hidden/3</c>.</param>
/// <param name="PropertyName">Its C# name: <c>Hidden3</c>.</param>
/// <param name="FanIn">Units before it.</param>
/// <param name="FanOut">Units of it.</param>
public abstract record Layer(string Name, string Path, string PropertyName, int FanIn, int FanOut)
{
    /// <summary>Canonical name of the kind in the vocabulary: <c>layer_norm</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The kind with its numbers, in one line: <c>layer_norm { epsilon: 1e-3 }</c>.</summary>
    public virtual string Written => Kind;
}

/// <summary>a = z W (+ b), z = φ(a), with W FanIn × FanOut.</summary>
/// <param name="Name">As of every layer.</param>
/// <param name="Path">As of every layer.</param>
/// <param name="PropertyName">As of every layer.</param>
/// <param name="FanIn">As of every layer.</param>
/// <param name="FanOut">As of every layer.</param>
/// <param name="Weights">How W is drawn.</param>
/// <param name="Bias">How b is drawn; null when the layer has no bias (an absent bias, not one of zeros).</param>
/// <param name="Activation">φ.</param>
public sealed record DenseLayer(
    string Name, string Path, string PropertyName, int FanIn, int FanOut, Initialiser Weights, Initialiser? Bias, Activation Activation)
    : Layer(Name, Path, PropertyName, FanIn, FanOut)
{
    /// <inheritdoc/>
    public override string Kind => "dense";
}

/// <summary>z = φ(z of the layer before).</summary>
/// <param name="Name">As of every layer.</param>
/// <param name="Path">As of every layer.</param>
/// <param name="PropertyName">As of every layer.</param>
/// <param name="Width">Units, before it and of it.</param>
/// <param name="Activation">φ.</param>
public sealed record ActivationLayer(string Name, string Path, string PropertyName, int Width, Activation Activation)
    : Layer(Name, Path, PropertyName, Width, Width)
{
    /// <inheritdoc/>
    public override string Kind => "activation";

    /// <inheritdoc/>
    public override string Written => Activation.Written;
}

/// <summary>A normalisation without gain and shift: of each sample over its units, or of each unit over the batch.</summary>
/// <param name="Name">As of every layer.</param>
/// <param name="Path">As of every layer.</param>
/// <param name="PropertyName">As of every layer.</param>
/// <param name="Width">Units, before it and of it.</param>
/// <param name="Norm"><c>layer_norm</c>, <c>rms_norm</c> or <c>batch_norm</c>.</param>
/// <param name="WrittenNorm">What the file says, in one line.</param>
/// <param name="Epsilon">Added to the variance, or to the mean square.</param>
public sealed record NormLayer(
    string Name, string Path, string PropertyName, int Width, string Norm, string WrittenNorm, BoundFormula Epsilon)
    : Layer(Name, Path, PropertyName, Width, Width)
{
    /// <inheritdoc/>
    public override string Kind => Norm;

    /// <inheritdoc/>
    public override string Written => WrittenNorm;
}

/// <summary>An element is kept with a probability, and then divided by it.</summary>
/// <param name="Name">As of every layer.</param>
/// <param name="Path">As of every layer.</param>
/// <param name="PropertyName">As of every layer.</param>
/// <param name="Width">Units, before it and of it.</param>
/// <param name="Keep">The probability, above 0 and at most 1.</param>
public sealed record DropoutLayer(string Name, string Path, string PropertyName, int Width, BoundFormula Keep)
    : Layer(Name, Path, PropertyName, Width, Width)
{
    /// <inheritdoc/>
    public override string Kind => "dropout";

    /// <inheritdoc/>
    public override string Written => $"dropout {{ keep: {Keep.Written} }}";
}

/// <summary>z = x + Scale · z of the layer before, where x is what entered the branch that ends with that layer.</summary>
/// <param name="Name">As of every layer.</param>
/// <param name="Path">As of every layer.</param>
/// <param name="PropertyName">As of every layer.</param>
/// <param name="Width">Units, before it and of it.</param>
/// <param name="Scale">Factor of the branch.</param>
/// <param name="Skip">Number, from 1, of the layer whose output is x; 0 for the input. The layers between are the branch.</param>
public sealed record ResidualLayer(string Name, string Path, string PropertyName, int Width, BoundFormula Scale, int Skip)
    : Layer(Name, Path, PropertyName, Width, Width)
{
    /// <inheritdoc/>
    public override string Kind => "residual";

    /// <inheritdoc/>
    public override string Written => Scale.Written == "1" ? "residual" : $"residual {{ scale: {Scale.Written} }}";
}
