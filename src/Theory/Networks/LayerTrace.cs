namespace FanIn.Theory.Networks;

/// <summary>
/// One layer on the way: what came out of it going forward, and of its gradient going back. Fields, for the reason that <see
/// cref="Signal"/>
/// has them.
/// </summary>
internal sealed class LayerTrace
{
    public required LayerSketch Sketch;

    /// <summary>0 in the network itself, 1 in a residual's branch.</summary>
    public required int Depth;

    /// <summary>What entered.</summary>
    public required Signal Before;

    /// <summary>Pre-activations; null for a layer that has none.</summary>
    public Signal? Pre;

    /// <summary>What left.</summary>
    public required Signal After;

    /// <summary>φ, where the layer applies one to its pre-activations.</summary>
    public ActivationTheory? Activation;

    /// <summary>fan_in Var W; 0 without weights.</summary>
    public double SigmaW2;

    /// <summary>From E da² to E dz² of the layer before: fan_out Var W; 1 without weights.</summary>
    public double Backward = 1;

    /// <summary>A residual's branch.</summary>
    public IReadOnlyList<LayerTrace> Branch = [];

    /// <summary>Gradient of the values, once the backward pass has been here.</summary>
    public GradientSignal Gradient;

    /// <summary>Gradient of the pre-activations, likewise.</summary>
    public GradientSignal PreGradient;
}
