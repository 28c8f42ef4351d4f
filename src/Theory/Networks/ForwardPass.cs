using FanIn.Theory.Activations;

namespace FanIn.Theory.Networks;

/// <summary>The way forward, layer by layer, until theory no longer holds.</summary>
internal sealed class ForwardPass(int batch, Detail detail)
{
    private const double MostSpread = 0.25;
    private const string Pole = "its activation has a pole: the integrals of its values do not converge";
    private const string Alike = "inputs this much alike differ by its slopes alone, whose mean square theory does not know";
    private const string TooLarge = "its values are too large for a number";

    private static readonly IScalarActivation Identity = StandardActivations.Find("identity")!;

    /// <summary>Why the way ended, as a sentence; null where it did not.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>Sends a signal through layers.</summary>
    /// <param name="layers">In order.</param>
    /// <param name="signal">What enters.</param>
    /// <param name="depth">0 for the network itself.</param>
    /// <returns>The layers that theory reaches.</returns>
    public List<LayerTrace> Run(IReadOnlyList<LayerSketch> layers, Signal signal, int depth = 0)
    {
        var traces = new List<LayerTrace>(layers.Count);
        foreach (var layer in layers)
        {
            if (Through(layer, signal, depth) is not { } trace)
            {
                break;
            }

            traces.Add(trace);
            signal = trace.After;
        }

        return traces;
    }

    private LayerTrace? Through(LayerSketch layer, Signal signal, int depth) => layer switch
    {
        not OpaqueSketch when DiffersTooMuch(signal) =>
            Stop(layer, "the samples that enter it differ too much in size or direction for their mean to stand for all"),
        NormSketch { Kind: NormKind.Batch } when signal.HasData =>
            Stop(layer, "it takes the features of the data one by one, and theory knows only all of them together"),
        DenseSketch dense => Dense(dense, signal, depth),
        ActivationSketch activation => Activate(activation, signal, depth),
        ResidualSketch residual => Residual(residual, signal, depth),
        NormSketch norm => Plain(norm, signal, SignalMaps.Normalise(signal, batch, norm.Kind, norm.Epsilon), depth),
        DropoutSketch dropout => Plain(dropout, signal, SignalMaps.Drop(signal, batch, dropout.Keep), depth),
        OpaqueSketch opaque => Stop(opaque, opaque.Reason),
        _ => throw new ArgumentException($"A layer of kind {layer.GetType().Name}.", nameof(layer)),
    };

    /// <summary>
    /// Whether sizes of samples, or cosines between them, scatter so widely (by their mean, and by ½) that what they do on average is far
    /// from what their mean does.
    /// </summary>
    private static bool DiffersTooMuch(Signal signal) =>
        signal.HasData && (signal.Sizes is { Small: <= 0 } || signal.Spread * signal.D * signal.D >= MostSpread);

    private LayerTrace? Dense(DenseSketch dense, Signal signal, int depth)
    {
        if (Obstacles(dense) is { } obstacle)
        {
            return Stop(dense, obstacle);
        }

        var sigmaW2 = dense.FanIn * dense.Weights.Variance;
        var pre = SignalMaps.Dense(signal, batch, dense.FanOut, sigmaW2, dense.Bias?.Variance ?? 0);
        if (!(pre.Second > 0 && pre.Second < double.MaxValue))
        {
            return Stop(dense, pre.Second > 0 ? "its pre-activations are too large for a number" : "its pre-activations are all zero");
        }

        var activation = dense.Activation is null ? null : ActivationTheory.Of(dense.Activation);
        if (activation is not null && !HasValues(activation, pre.Second))
        {
            return Stop(dense, Pole);
        }

        var after = activation is null ? pre : Apply(activation, pre);
        return Flaw(after) is { } flaw ? Stop(dense, flaw) : new LayerTrace
        {
            Sketch = dense,
            Depth = depth,
            Before = signal,
            Pre = pre,
            After = after,
            Activation = activation,
            SigmaW2 = sigmaW2,
            Backward = dense.FanOut * dense.Weights.Variance,
        };
    }

    private LayerTrace? Activate(ActivationSketch sketch, Signal signal, int depth)
    {
        if (ReferenceEquals(sketch.Activation, Identity))
        {
            return new LayerTrace
            {
                Sketch = sketch,
                Depth = depth,
                Before = signal,
                Pre = signal.IsGaussian ? signal : null,
                After = signal,
            };
        }

        if (!signal.IsGaussian)
        {
            return Stop(sketch, "its input is not a Gaussian pre-activation");
        }

        var activation = ActivationTheory.Of(sketch.Activation);
        if (!HasValues(activation, signal.Second))
        {
            return Stop(sketch, Pole);
        }

        var after = Apply(activation, signal);
        return Flaw(after) is { } flaw ? Stop(sketch, flaw) : new LayerTrace
        {
            Sketch = sketch,
            Depth = depth,
            Before = signal,
            Pre = signal,
            After = after,
            Activation = activation,
        };
    }

    private LayerTrace? Residual(ResidualSketch residual, Signal signal, int depth)
    {
        var branch = Run(residual.Branch, signal, depth + 1);
        if (Obstacle is not null)
        {
            return null;
        }

        var last = branch.Count > 0 ? branch[branch.Count - 1].After : signal;
        return new LayerTrace
        {
            Sketch = residual,
            Depth = depth,
            Before = signal,
            After = SignalMaps.Add(signal, last, residual.Scale, batch),
            Branch = branch,
        };
    }

    private Signal Apply(ActivationTheory activation, Signal pre) => detail == Detail.Bands
        ? SignalMaps.Activate(pre, batch, activation) : SignalMaps.Size(pre, activation, detail);

    private bool HasValues(ActivationTheory activation, double q) =>
        detail == Detail.Bands ? activation.Moments(q).HasValues : activation.Level(q).HasValues;

    private static string? Flaw(Signal signal) =>
        !(Math.Abs(signal.Variance) < double.MaxValue) ? TooLarge : double.IsNaN(signal.Distance) ? Alike : null;

    private static LayerTrace Plain(LayerSketch sketch, Signal before, Signal after, int depth) =>
        new() { Sketch = sketch, Depth = depth, Before = before, After = after };

    private LayerTrace? Stop(LayerSketch layer, string reason)
    {
        Obstacle = $"{layer.Name}: {reason}";
        return null;
    }

    private static string? Obstacles(DenseSketch dense) =>
        dense.Weights.Obstacle ?? (dense.Weights.IsConstant ? "its weights are all zero" : null)
        ?? (dense.Bias?.Obstacle is { } obstacle ? $"in its bias {obstacle}" : null);
}
