using FanIn.Runtime.Definitions;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Results;

/// <summary>
/// What was measured of a network, as the rules of its findings look at it: so that theory and measurement are judged alike.
/// </summary>
public static class MeasuredFacts
{
    /// <summary>The layers, the first first; what was not observed is not known.</summary>
    public static IReadOnlyList<LayerFacts> Of(ExperimentResult result) =>
    [
        .. Unknown(result.Definition).Zip(result.Layers, (place, layer) => place with
        {
            Rms = Bare(layer.Activations?.Rms),
            Saturated = Bare(Sum(layer.Diagnostics.SaturatedLow, layer.Diagnostics.SaturatedHigh)),
            Distance = Bare(1 - layer.Diagnostics.Cosine),
            Dead = Bare(layer.Diagnostics.Dead),
            PreGradientRms = layer.PreActivationGradients is { } pre ? Bare(pre.Rms) : null,
            GradientRms = layer.Gradients is { } gradients ? Bare(gradients.Rms) : null,
        }),
    ];

    /// <summary>The layers by their names and places alone, as of a network that nobody measured.</summary>
    public static IReadOnlyList<LayerFacts> Unknown(ExperimentDefinition definition)
    {
        // A residual stands behind the layers of its branch, which begins after the layer that it adds them to.
        var depths = new int[definition.Layers.Count];
        for (var i = 0; i < depths.Length; i++)
        {
            foreach (ref var depth in depths.AsSpan((definition.Layers[i].Skip ?? i)..i))
                depth++;
        }

        return [.. definition.Layers.Zip(depths, (layer, depth) => new LayerFacts(layer.Name, depth))];
    }

    /// <summary>Of both sides; one that φ does not have counts for nothing.</summary>
    private static double? Sum(double? low, double? high) =>
        low is null || high is null ? null : OrNothing(low.Value) + OrNothing(high.Value);

    private static double OrNothing(double share) => double.IsNaN(share) ? 0 : share;

    private static Estimate Bare(double? value) => new(value ?? double.NaN, double.NaN);
}
