using FanIn.Dsl.Model;
using FanIn.Theory.Activations;
using FanIn.Theory.Networks;

namespace FanIn.Dsl.Advice;

/// <summary>
/// What would cure a finding, in a sentence. A scale of the weights is named when the network, predicted with it, is cured.
/// </summary>
internal sealed class Cures(NetworkForecast forecast)
{
    private static readonly FindingKind[] Ills =
    [
        FindingKind.VanishingSignal, FindingKind.ExplodingSignal, FindingKind.Saturation, FindingKind.VanishingGradient,
        FindingKind.ExplodingGradient,
    ];

    private static readonly (string Activation, string Init, double SigmaW)[] Others =
        [("tanh", "Xavier", 1), ("relu", "He", Math.Sqrt(2))];

    /// <summary>The sentence, with its full stop.</summary>
    public string Of(Sighting sighting)
    {
        var variant = sighting.Variant;
        var kind = sighting.Finding.Kind;
        var activation = ActivationOf(variant, sighting.Finding.Layer);
        string name = activation is null ? "linear layers" : activation.Formula is null ? activation.Name : "this formula";
        var scales = WeightScale.Of(activation is null ? null : forecast.Activations.Find(activation), forecast.SigmaB(variant));
        if (kind == FindingKind.SymmetricUnits)
            return $"Draw them, as {(scales?.FirstOrDefault() is { Init: "he_normal" } ? "he_normal" : "xavier_normal")} does.";
        if (kind == FindingKind.DeadUnits)
            return "leaky_relu, elu and gelu have a slope on both sides; fewer layers help as well.";
        if (scales?.FirstOrDefault(scale => IsCuredBy(scale, variant, kind)) is { } cure)
            return $"With {name}, {cure.Written} keeps signal and gradient.";
        if (scales?.FirstOrDefault(scale => IsCuredBy(scale, variant, kind, standardInput: true)) is { } scaled)
            return $"With {name}, {scaled.Written} and an input of mean 0 and std 1 keep signal and gradient.";
        if (kind == FindingKind.IndistinguishableInputs && scales is not { Count: 0 })
            return "Residual connections or batch_norm keep inputs apart, whatever the scale of the weights.";
        if (kind is FindingKind.ExplodingSignal && variant.Layers.Any(layer => layer is ResidualLayer))
            return "A scale of 1 / sqrt(number of branches), or a normalisation in each, keeps it.";
        if (scales is null || scales.Any(scale => forecast.Of(variant, scale.SigmaW) is null))
            return "What would cure it takes longer to tell than a build should: advise tells.";
        string layers = variant.DenseLayers.Count == 1 ? "one layer" : $"{variant.DenseLayers.Count} layers";
        return scales.Count > 0
            ? $"No scale of the weights carries {name} through {layers}: residual connections or a normalisation do."
            : $"No scale of the weights suits {name}{Instead(variant)}.";
    }

    /// <summary>
    /// What the network could compute instead: of the two that everybody knows those that are healthy with its input and bias, or may be.
    /// </summary>
    private string Instead(Variant variant)
    {
        bool IsHealthy(string activation, double sigmaW) =>
            forecast.Of(variant, sigmaW, StandardActivations.Find(activation)) is null or { Obstacle: null, Findings.Count: 0 };
        var fit = Others.Where(other => IsHealthy(other.Activation, other.SigmaW))
            .Select(other => $"{other.Activation} with {other.Init}").ToList();
        return fit.Count > 0
            ? $": use {string.Join(", or ", fit)}"
            : "; with this input and bias tanh with Xavier or relu with He would not do either";
    }

    private bool IsCuredBy(WeightScale scale, Variant variant, FindingKind kind, bool standardInput = false) =>
        forecast.Of(variant, scale.SigmaW, standardInput: standardInput) is { Obstacle: null } network
        && network.Findings.All(finding => finding.Kind != kind && !Ills.Contains(finding.Kind));

    /// <summary>The activation of the layer, of the next one that has one, or of any.</summary>
    private static Activation? ActivationOf(Variant variant, string layer)
    {
        var from = variant.Layers.SkipWhile(other => other.Name != layer);
        return from.Concat(variant.Layers).Select(other => other.Activation())
            .FirstOrDefault(activation => activation is not (null or { Name: "identity" }));
    }
}
