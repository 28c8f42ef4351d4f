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

    /// <summary>
    /// What dL/dz of the last layer is like where a loss gives it; null for an upstream gradient whose values are independent.
    /// </summary>
    public LossSketch? Loss { get; init; }

    /// <inheritdoc/>
    public bool Equals(NetworkSketch? other) =>
        other is not null && Batch == other.Batch && Input == other.Input && Upstream == other.Upstream && Loss == other.Loss
        && Layers.SequenceEqual(other.Layers);

    /// <inheritdoc/>
    public override int GetHashCode() => LayerSketch.Hash(Layers) + 31 * (Input.GetHashCode() + 31 * Batch);
}

/// <summary>
/// The gradient that a loss sends back. Inputs of one class have it alike, so that theory says nothing of sums over the batch, dW.
/// </summary>
/// <param name="Likeness">The mean square of its cosine between two inputs.</param>
/// <param name="Echo">
/// How much of its mean square is a multiple of the network's output, ρ². Theory takes it to be independent of the weights: what follows
/// the output meets them again on its way back.
/// </param>
public sealed record LossSketch(double Likeness, double Echo = 0);

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
