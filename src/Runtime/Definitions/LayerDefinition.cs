namespace FanIn.Runtime.Definitions;

/// <summary>One dense layer: a = z W (+ b), z = φ(a).</summary>
/// <param name="Name"><c>hidden3</c>.</param>
/// <param name="Path">Stem of the philox tensor paths: <c>hidden/3</c>.</param>
/// <param name="FanIn">Units before it.</param>
/// <param name="FanOut">Units of it.</param>
/// <param name="Weights">The initialiser as the file writes it: <c>normal { std: sqrt(1 / fan_in) }</c>.</param>
/// <param name="Bias">Likewise; null without a bias.</param>
/// <param name="Activation">The activation's name, with its parameters if it has any.</param>
public sealed record LayerDefinition(string Name, string Path, int FanIn, int FanOut, string Weights, string? Bias, string Activation)
{
    /// <summary>The initialiser's name in the vocabulary: <c>he_normal</c>; empty when it is not known.</summary>
    public string Initialiser { get; init; } = "";

    /// <summary>What its distribution's size is computed from, with the layer's numbers in: <c>std = sqrt(2 / 100)</c>; or empty.</summary>
    public string Formula { get; init; } = "";
}
