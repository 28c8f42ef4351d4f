using FanIn.Dsl.Model;
using FanIn.Theory.Networks;

namespace FanIn.Dsl.Advice;

/// <summary>Predicts the networks of a file, equal ones once, within what a build may spend on it.</summary>
internal sealed class NetworkForecast
{
    private readonly Effort _effort = Effort.OfBuild;
    private readonly Dictionary<NetworkSketch, NetworkPrediction?> _known = new(new SketchComparer());
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
        return sketch is null ? null : Of(sketch with { Layers = Rescaled(sketch.Layers, sigmaW) }, variant.Layers.Count);
    }

    private NetworkPrediction? Of(NetworkSketch? sketch, int layers)
    {
        if (sketch is null)
            return null;
        if (!_known.TryGetValue(sketch, out var prediction))
            _known[sketch] = prediction = _effort.Spend(layers) ? TryGet(() => NetworkPredictor.Predict(sketch)) : null;
        return prediction;
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

    /// <summary>Networks that are equal but for the names of objects; weights and activations compare by value.</summary>
    private sealed class SketchComparer : IEqualityComparer<NetworkSketch>
    {
        public bool Equals(NetworkSketch? x, NetworkSketch? y) =>
            x!.Batch == y!.Batch && x.Input == y.Input && Equal(x.Layers, y.Layers);

        public int GetHashCode(NetworkSketch sketch) =>
            sketch.Layers.Aggregate(sketch.Input.GetHashCode(), (hash, layer) => unchecked((hash * 31) + Hash(layer)));

        private static bool Equal(IReadOnlyList<LayerSketch> x, IReadOnlyList<LayerSketch> y) =>
            x.Count == y.Count && x.Zip(y, Equal).All(isEqual => isEqual);

        private static bool Equal(LayerSketch x, LayerSketch y) => (x, y) is (ResidualSketch one, ResidualSketch other)
            ? one.Name == other.Name && one.Scale == other.Scale && Equal(one.Branch, other.Branch)
            : x.Equals(y);

        private static int Hash(LayerSketch layer) => layer is ResidualSketch residual ? residual.Branch.Count : layer.GetHashCode();
    }
}
