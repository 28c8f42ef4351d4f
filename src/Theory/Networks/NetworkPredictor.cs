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
        var pass = new ForwardPass(network.Batch);
        var traces = pass.Run(network.Layers, InputSignals.Of(network.Input, network.Batch));
        var hasGradients = pass.Obstacle is null && network.Upstream is { Obstacle: null, IsConstant: false };
        if (hasGradients)
        {
            GradientPass.Run(traces, network.Batch, network.Upstream.Variance, network.Loss);
        }

        var layers = new List<LayerPrediction>();
        Describe(traces, network.Batch, hasGradients, layers);
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

    private static void Describe(IReadOnlyList<LayerTrace> traces, int batch, bool hasGradients, List<LayerPrediction> layers)
    {
        var first = traces.FirstOrDefault(trace => trace.Pre is not null)?.Pre;
        var next = new LayerTrace?[traces.Count + 1];
        var hasSlopes = new bool[traces.Count + 1];
        hasSlopes[traces.Count] = hasGradients;
        for (var i = traces.Count - 1; i >= 0; i--)
        {
            next[i] = traces[i].Pre is null ? next[i + 1] : traces[i];
            hasSlopes[i] = hasSlopes[i + 1] && HasSlopes(traces[i]);
        }

        for (var i = 0; i < traces.Count; i++)
        {
            Describe(traces[i].Branch, batch, hasGradients, layers);
            layers.Add(LayerDescription.Of(traces[i], next[i + 1], first, batch, hasSlopes[i]));
        }
    }

    /// <summary>Whether a gradient gets through a layer: no φ of it jumps, or has slopes without a mean square.</summary>
    private static bool HasSlopes(LayerTrace trace) =>
        trace.Activation is not { Expectation.IsContinuous: false }
        && (trace.Activation is null || trace.Activation.Moments(trace.Pre!.Second).HasSlopes)
        && trace.Branch.All(HasSlopes);
}
