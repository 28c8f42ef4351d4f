using System.Collections.Concurrent;

namespace FanIn.Theory.Networks;

/// <summary>Predicts networks, each once for all sketches that are equal: the seeds of an ensemble share what is said of them.</summary>
public static class NetworkPredictor
{
    private const int MostKept = 256;
    private const int MostLayersKept = 100_000;

    private static readonly ConcurrentDictionary<NetworkSketch, Lazy<NetworkPrediction>> Known = new();

    private static int _layersKept;

    /// <summary>What theory says of a network. May be called from any thread.</summary>
    public static NetworkPrediction Predict(NetworkSketch network)
    {
        if (Known.Count > MostKept || Volatile.Read(ref _layersKept) > MostLayersKept)
        {
            Known.Clear();
            Volatile.Write(ref _layersKept, 0);
        }

        return Known.GetOrAdd(network, sketch => new Lazy<NetworkPrediction>(() => Compute(sketch))).Value;
    }

    private static NetworkPrediction Compute(NetworkSketch network)
    {
        var pass = NetworkPass.Of(network, Detail.Bands);
        var layers = new List<LayerPrediction>();
        Describe(pass.Traces, pass, layers);
        CompareGradients(layers);
        if (network.Loss is not null)
        {
            layers = [.. layers.Select(layer => layer with { WeightGradientRms = null })];
        }

        Interlocked.Add(ref _layersKept, layers.Count);
        var findings = FindingRules.Of(network, layers);
        return new NetworkPrediction
        {
            Layers = layers,
            Obstacle = pass.Obstacle,
            Findings = findings,
            Verdict = FindingRules.VerdictOf(findings),
        };
    }

    private static void Describe(IReadOnlyList<LayerTrace> traces, NetworkPass pass, List<LayerPrediction> layers)
    {
        var first = NetworkPass.FirstOf(traces);
        var reached = pass.Reached(traces);
        for (var i = 0; i < traces.Count; i++)
        {
            Describe(traces[i].Branch, pass, layers);
            layers.Add(LayerDescription.Of(traces[i], first, pass.Batch, reached[i]));
        }
    }

    /// <summary>Each dense layer's gradient beside that of the next one in the list, as results compare what they measure.</summary>
    private static void CompareGradients(List<LayerPrediction> layers)
    {
        double? next = null;
        for (var i = layers.Count - 1; i >= 0; i--)
        {
            if (layers[i].SigmaW2 is null)
            {
                continue;
            }

            var own = layers[i].PreGradientRms?.Value;
            if (own is { } rms && next is > 0)
            {
                layers[i] = layers[i] with { Chi = rms / next.Value * (rms / next.Value) };
            }

            next = own;
        }
    }
}
