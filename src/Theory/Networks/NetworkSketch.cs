using FanIn.Theory.Activations;

namespace FanIn.Theory.Networks;

/// <summary>
/// A network as theory needs it: widths, variances and activations, without tensors or streams. Two are equal when all that they say is.
/// </summary>
/// <param name="Batch">N inputs, at least 1.</param>
/// <param name="Input">What enters.</param>
/// <param name="Layers">In order.</param>
public sealed record NetworkSketch(int Batch, InputSketch Input, IReadOnlyList<LayerSketch> Layers)
{
    /// <summary>How the pretended dL/dz of the last layer is drawn. Without mean, or theory says nothing of gradients.</summary>
    public WeightSketch Upstream { get; init; } = WeightSketch.Random(1);

    /// <inheritdoc/>
    public bool Equals(NetworkSketch? other) =>
        other is not null && Batch == other.Batch && Input == other.Input
            && Upstream == other.Upstream && Layers.SequenceEqual(other.Layers);

    /// <inheritdoc/>
    public override int GetHashCode() => LayerSketch.Hash(Layers) + 31 * (Input.GetHashCode() + 31 * Batch);
}

/// <summary>Independent input values.</summary>
/// <param name="Width">n₀.</param>
/// <param name="Mean">E x.</param>
/// <param name="Variance">Var x.</param>
/// <param name="IsNormal">False: uniform, say; then x is known by its moments alone.</param>
/// <param name="SquareVariance">Var x²; null: that of a normal distribution.</param>
public sealed record InputSketch(int Width, double Mean, double Variance, bool IsNormal = true, double? SquareVariance = null)
{
    /// <summary>
    /// Of another symmetric distribution: Var x² = E(x − m)⁴ + 4m² Var x − (Var x)².
    /// </summary>
    /// <param name="width">n₀.</param>
    /// <param name="mean">m.</param>
    /// <param name="variance">Var x.</param>
    /// <param name="fourth">E(x − m)⁴.</param>
    public static InputSketch Symmetric(int width, double mean, double variance, double fourth) =>
        new(width, mean, variance, IsNormal: false, fourth + 4 * mean * mean * variance - variance * variance);
}

/// <summary>One step of the network.</summary>
/// <param name="Name">As the results call it.</param>
public abstract record LayerSketch(string Name)
{
    /// <summary>The hash of a list that is compared element by element.</summary>
    internal static int Hash(IReadOnlyList<LayerSketch> layers) => layers.Aggregate(0, (hash, layer) => 31 * hash + layer.GetHashCode());
}

/// <summary>a = z W (+ b), z′ = φ(a).</summary>
/// <param name="Name">As the results call it.</param>
/// <param name="FanIn">Units before it.</param>
/// <param name="FanOut">Units of it.</param>
/// <param name="Weights">How W is drawn.</param>
/// <param name="Bias">How b is drawn; null without a bias.</param>
/// <param name="Activation">φ; null for none.</param>
public sealed record DenseSketch(
    string Name, int FanIn, int FanOut, WeightSketch Weights, WeightSketch? Bias, IScalarActivation? Activation) : LayerSketch(Name);

/// <summary>z′ = φ(z), a layer of its own.</summary>
/// <param name="Name">As the results call it.</param>
/// <param name="Activation">φ.</param>
public sealed record ActivationSketch(string Name, IScalarActivation Activation) : LayerSketch(Name);

/// <summary>z′ = z + scale · f(z).</summary>
/// <param name="Name">As the results call it.</param>
/// <param name="Branch">f, which keeps the width.</param>
/// <param name="Scale">The branch's factor.</param>
public sealed record ResidualSketch(string Name, IReadOnlyList<LayerSketch> Branch, double Scale) : LayerSketch(Name)
{
    /// <inheritdoc/>
    public bool Equals(ResidualSketch? other) =>
        other is not null && Name == other.Name && Scale.Equals(other.Scale) && Branch.SequenceEqual(other.Branch);

    /// <inheritdoc/>
    public override int GetHashCode() => 31 * Hash(Branch) + Name.GetHashCode();
}

/// <summary>Which values a normalisation looks at together.</summary>
public enum NormKind
{
    /// <summary>Mean and variance of one input's units.</summary>
    Layer,

    /// <summary>Mean square of one input's units.</summary>
    Rms,

    /// <summary>Mean and variance of one unit over the batch.</summary>
    Batch,
}

/// <summary>z′ = (z − mean)/√(variance + ε), without trained scale and shift.</summary>
/// <param name="Name">As the results call it.</param>
/// <param name="Kind">Over what.</param>
/// <param name="Epsilon">ε.</param>
public sealed record NormSketch(string Name, NormKind Kind, double Epsilon) : LayerSketch(Name);

/// <summary>z′ = z · mask / keep (inverted dropout), one mask for each input.</summary>
/// <param name="Name">As the results call it.</param>
/// <param name="Keep">Share of values that stay, in (0, 1].</param>
public sealed record DropoutSketch(string Name, double Keep) : LayerSketch(Name);

/// <summary>A layer of which theory knows nothing: it and all after it have no prediction.</summary>
/// <param name="Name">As the results call it.</param>
/// <param name="Reason">Why, as a clause: "its weights depend on the data".</param>
public sealed record OpaqueSketch(string Name, string Reason) : LayerSketch(Name);
