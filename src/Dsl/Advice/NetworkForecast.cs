using FanIn.Dsl.Model;
using FanIn.Theory.Networks;

namespace FanIn.Dsl.Advice;

/// <summary>Predicts the networks of a file, equal ones once, within what a build may spend on it.</summary>
internal sealed class NetworkForecast
{
    private readonly Effort _effort = Effort.OfBuild;
    private readonly Dictionary<NetworkSketch, NetworkPrediction?> _known = [];
    private readonly NetworkSketches _sketches;

    public NetworkForecast() => _sketches = new NetworkSketches(_effort.Count);

    /// <summary>The functions of the file's activations.</summary>
    public ScalarActivations Activations => _sketches.Activations;

    /// <summary>What theory says of a variant's network; null where the file has used up what may be spent.</summary>
    public NetworkPrediction? Of(Variant variant) => Of(TryGet(() => _sketches.Sketch(variant)), variant.Layers.Count);

    /// <summary>The same with other weights.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="sigmaW">σ_w of every layer.</param>
    public NetworkPrediction? Of(Variant variant, double sigmaW)
    {
        var sketch = TryGet(() => _sketches.Sketch(variant));
        var rescaled = sketch?.With(layer => layer is DenseSketch dense
            ? dense with { Weights = WeightSketch.Random(sigmaW * sigmaW / dense.FanIn) } : layer);
        return Of(rescaled, variant.Layers.Count);
    }

    /// <summary>The largest standard deviation of a bias.</summary>
    public double SigmaB(Variant variant) =>
        Math.Sqrt(TryGet(() => _sketches.Sketch(variant))?.DenseLayers()
            .Select(layer => layer.Bias?.Variance ?? 0).DefaultIfEmpty().Max() ?? 0);

    private NetworkPrediction? Of(NetworkSketch? sketch, int layers)
    {
        if (sketch is null)
            return null;
        if (!_known.TryGetValue(sketch, out var prediction))
            _known[sketch] = prediction = _effort.Spend(layers) ? TryGet(() => NetworkPredictor.Predict(sketch)) : null;
        return prediction;
    }

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
