using FanIn.Dsl.Model;
using FanIn.Theory.Networks;

namespace FanIn.Dsl.Advice;

/// <summary>Says what is wrong with the networks of a file, equal ones once, within what a build may spend on it.</summary>
internal sealed class NetworkForecast
{
    private readonly Effort _effort = Effort.OfBuild;
    private readonly Dictionary<NetworkSketch, NetworkFindings?> _known = [];
    private readonly NetworkSketches _sketches;

    public NetworkForecast() => _sketches = new NetworkSketches(_effort.Count);

    /// <summary>The functions of the file's activations.</summary>
    public ScalarActivations Activations => _sketches.Activations;

    /// <summary>What theory finds in a variant's network; null where the file has used up what may be spent.</summary>
    public NetworkFindings? Of(Variant variant) => Of(TryGet(() => _sketches.Sketch(variant)), variant.Layers.Count);

    /// <summary>The same with other weights.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="sigmaW">σ_w of every layer.</param>
    public NetworkFindings? Of(Variant variant, double sigmaW)
    {
        var sketch = TryGet(() => _sketches.Sketch(variant));
        return sketch is null ? null : Of(sketch with { Layers = Rescaled(sketch.Layers, sigmaW) }, variant.Layers.Count);
    }

    /// <summary>The largest standard deviation of a bias.</summary>
    public double SigmaB(Variant variant) =>
        TryGet(() => _sketches.Sketch(variant)) is { } sketch ? Math.Sqrt(LargestBias(sketch.Layers)) : 0;

    private static double LargestBias(IEnumerable<LayerSketch> layers) => layers.Select(layer => layer switch
    {
        DenseSketch { Bias: { } bias } => bias.Variance,
        ResidualSketch residual => LargestBias(residual.Branch),
        _ => 0,
    }).DefaultIfEmpty(0).Max();

    private NetworkFindings? Of(NetworkSketch? sketch, int layers)
    {
        if (sketch is null)
            return null;
        if (!_known.TryGetValue(sketch, out var findings))
            _known[sketch] = findings = _effort.Spend(layers) ? TryGet(() => NetworkFindings.Of(sketch)) : null;
        return findings;
    }

    private static IReadOnlyList<LayerSketch> Rescaled(IReadOnlyList<LayerSketch> layers, double sigmaW) =>
    [
        .. layers.Select(layer => layer switch
        {
            DenseSketch dense => dense with { Weights = WeightSketch.Random(sigmaW * sigmaW / dense.FanIn) },
            ResidualSketch residual => residual with { Branch = Rescaled(residual.Branch, sigmaW) },
            _ => layer,
        }),
    ];

    /// <summary>What is computed, or null where a formula is too much for theory.</summary>
    public static T? TryGet<T>(Func<T?> compute)
        where T : class
    {
        try
        {
            return compute();
        }
        catch (Effort.ExhaustedException)
        {
            return null;
        }
    }
}
