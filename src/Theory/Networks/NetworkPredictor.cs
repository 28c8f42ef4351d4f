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
