using System.Collections.Concurrent;

namespace FanIn.Theory.Networks;

/// <summary>Predicts networks, each once for all sketches that are equal: the seeds of an ensemble share what is said of them.</summary>
public static class NetworkPredictor
{
    private const int MostKept = 256;

    private static readonly ConcurrentDictionary<NetworkSketch, Lazy<NetworkPrediction>> Known = new();

    /// <summary>What theory says of a network. May be called from any thread.</summary>
    public static NetworkPrediction Predict(NetworkSketch network)
    {
        if (Known.Count > MostKept)
        {
            Known.Clear();
        }

        return Known.GetOrAdd(network, sketch => new Lazy<NetworkPrediction>(() => Compute(sketch))).Value;
    }

    private static NetworkPrediction Compute(NetworkSketch network)
    {
        var pass = new ForwardPass(network.Batch);
        var traces = pass.Run(network.Layers, SignalMaps.Input(network.Input, network.Batch));
        var hasGradients = pass.Obstacle is null && network.Upstream is { Obstacle: null, IsConstant: false };
        if (hasGradients)
        {
            GradientPass.Run(traces, network.Batch, network.Upstream.Variance);
        }

        var layers = new List<LayerPrediction>();
        Describe(traces, network.Batch, hasGradients, layers);
        var findings = FindingRules.Of(network, layers);
        return new NetworkPrediction
        {
            Layers = layers,
            Obstacle = pass.Obstacle,
            Findings = findings,
            Verdict = FindingRules.VerdictOf(findings),
        };
    }

    private static void Describe(IReadOnlyList<LayerTrace> traces, int batch, bool hasGradients, List<LayerPrediction> layers)
    {
        var first = traces.FirstOrDefault(trace => trace.Pre is not null)?.Pre;
        for (var i = 0; i < traces.Count; i++)
        {
            Describe(traces[i].Branch, batch, hasGradients, layers);
            var next = traces.Skip(i + 1).FirstOrDefault(trace => trace.Pre is not null);
            layers.Add(LayerDescription.Of(traces[i], next, first, batch, hasGradients && HasSlopes(traces, i)));
        }
    }

    /// <summary>Whether the gradient reaches a layer: no φ from there on jumps.</summary>
    private static bool HasSlopes(IReadOnlyList<LayerTrace> traces, int index) =>
        traces.Skip(index).All(trace => trace.Activation is not { Expectation.IsContinuous: false } && HasSlopes(trace.Branch, 0));
}
