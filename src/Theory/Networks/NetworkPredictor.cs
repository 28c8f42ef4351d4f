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
        var next = new LayerTrace?[traces.Count + 1];
        for (var i = traces.Count - 1; i >= 0; i--)
        {
            next[i] = traces[i].Pre is null ? next[i + 1] : traces[i];
        }

        for (var i = 0; i < traces.Count; i++)
        {
            Describe(traces[i].Branch, pass, layers);
            layers.Add(LayerDescription.Of(traces[i], next[i + 1], first, pass.Batch, reached[i]));
        }
    }
}
