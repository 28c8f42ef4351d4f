namespace FanIn.Runtime.Definitions;

/// <summary>One layer. A dense one computes a = z W (+ b), z = φ(a).</summary>
/// <param name="Name"><c>hidden3</c>.</param>
/// <param name="Path">Stem of the philox tensor paths: <c>hidden/3</c>.</param>
/// <param name="FanIn">Units before it.</param>
/// <param name="FanOut">Units of it.</param>
/// <param name="Weights">
/// The initialiser as the file writes it: <c>normal { std: sqrt(1 / fan_in) }</c>; null for a kind that has no weights.
/// </param>
/// <param name="Bias">Likewise; null without a bias.</param>
/// <param name="Activation">The activation's name, with its parameters if it has any; null for a kind that has none.</param>
public sealed record LayerDefinition(string Name, string Path, int FanIn, int FanOut, string? Weights, string? Bias, string? Activation)
{
    /// <summary>The kind of most layers.</summary>
    public const string Dense = "dense";

    /// <summary>A layer without weights, as wide as the one before it.</summary>
    /// <param name="name"><c>norm3</c>.</param>
    /// <param name="path">Stem of the philox tensor paths: <c>norm/3</c>.</param>
    /// <param name="units">Units before it and of it.</param>
    /// <param name="kind"><c>layer_norm</c>.</param>
    /// <param name="written">The kind with its numbers as the file writes it; for an activation layer the activation.</param>
    public LayerDefinition(string name, string path, int units, string kind, string written)
        : this(name, path, units, units, null, null, kind == "activation" ? written : null) => (Kind, Written) = (kind, written);

    /// <summary>The kind in the language's vocabulary: <c>dense</c>, <c>layer_norm</c> …</summary>
    public string Kind { get; } = Dense;

    /// <summary>The kind with its numbers: <c>layer_norm { epsilon: 1e-3 }</c>; for an activation layer the activation.</summary>
    public string Written { get; } = Dense;

    /// <summary>
    /// Of a residual, the number, from 1, of the layer whose output is added to the branch's; 0 for the input. The layers between are the
    /// branch. Null for every other kind.
    /// </summary>
    public int? Skip { get; init; }

    /// <summary>The initialiser's name in the vocabulary: <c>he_normal</c>; empty when it is not known.</summary>
    public string Initialiser { get; init; } = "";

    /// <summary>What its distribution's size is computed from, with the layer's numbers in: <c>std = sqrt(2 / 100)</c>; or empty.</summary>
    public string Formula { get; init; } = "";
}
