using System.Runtime.CompilerServices;

namespace FanIn.Theory.Networks;

/// <summary>Predicts networks, and keeps what it predicted for as long as the sketch lives.</summary>
public static class NetworkPredictor
{
    private static readonly ConditionalWeakTable<NetworkSketch, NetworkPrediction> Known = new();

    /// <summary>What theory says of a network.</summary>
    public static NetworkPrediction Predict(NetworkSketch network) => Known.GetValue(network, Compute);

    private static NetworkPrediction Compute(NetworkSketch network)
    {
        var pass = new ForwardPass(network.Batch);
        var traces = pass.Run(network.Layers, SignalMaps.Input(network.Input, network.Batch));
        if (pass.Obstacle is null)
        {
            GradientPass.Run(traces, network.Batch);
        }

        var layers = new List<LayerPrediction>();
        Describe(traces, network.Batch, pass.Obstacle is null, layers);
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

    /// <summary>Whether a gradient gets through a layer: no φ of it jumps.</summary>
    private static bool HasSlopes(LayerTrace trace) =>
        trace.Activation is not { Expectation.IsContinuous: false } && trace.Branch.All(HasSlopes);
}
