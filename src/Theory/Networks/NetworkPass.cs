namespace FanIn.Theory.Networks;

/// <summary>A network after its way forward and, where there is one, its way back.</summary>
/// <param name="Traces">The layers that theory reaches.</param>
/// <param name="Batch">N.</param>
/// <param name="Detail">How much was computed.</param>
/// <param name="Obstacle">Why the others are not reached; null where all are.</param>
/// <param name="HasGradients">Whether there was a way back.</param>
internal sealed record NetworkPass(IReadOnlyList<LayerTrace> Traces, int Batch, Detail Detail, string? Obstacle, bool HasGradients)
{
    /// <summary>Sends a signal forward and a gradient back.</summary>
    /// <param name="network">The network.</param>
    /// <param name="detail">How much is computed of both.</param>
    public static NetworkPass Of(NetworkSketch network, Detail detail)
    {
        var forward = new ForwardPass(network.Batch, detail);
        var traces = forward.Run(network.Layers, InputSignals.Of(network.Input, network.Batch));
        var hasGradients = forward.Obstacle is null && network.Upstream is { Obstacle: null, IsConstant: false };
        if (hasGradients)
        {
            new GradientPass(network.Batch, detail).Run(traces, network.Upstream.Variance, network.Loss);
        }

        return new NetworkPass(traces, network.Batch, detail, forward.Obstacle, hasGradients);
    }

    /// <summary>The first pre-activations of some layers beside each other.</summary>
    public static Signal? FirstOf(IReadOnlyList<LayerTrace> traces)
    {
        foreach (var trace in traces)
        {
            if (trace.Pre is not null)
            {
                return trace.Pre;
            }
        }

        return null;
    }

    /// <summary>
    /// For each of some layers beside each other whether the gradient gets to it: no φ after its values jumps, or has slopes without a mean
    /// square.
    /// </summary>
    public bool[] Reached(IReadOnlyList<LayerTrace> traces)
    {
        var reached = new bool[traces.Count];
        var isReached = HasGradients;
        for (var i = traces.Count - 1; i >= 0; i--)
        {
            isReached &= HasSlopes(traces[i]);
            reached[i] = isReached;
        }

        return reached;
    }

    private bool HasSlopes(LayerTrace trace) =>
        (trace.Activation is not { } activation || (activation.Expectation.IsContinuous && HasSlopes(activation, trace.Pre!.Second)))
        && trace.Branch.All(HasSlopes);

    private bool HasSlopes(ActivationTheory activation, double q) =>
        Detail == Detail.Bands ? activation.Moments(q).HasSlopes : activation.Level(q).HasSlopes;
}
