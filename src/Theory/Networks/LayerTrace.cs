namespace FanIn.Theory.Networks;

/// <summary>One layer on the way: what came out of it going forward, and of its gradient going back.</summary>
internal sealed class LayerTrace
{
    public required LayerSketch Sketch { get; init; }

    /// <summary>0 in the network itself, 1 in a residual's branch.</summary>
    public required int Depth { get; init; }

    /// <summary>What entered.</summary>
    public required Signal Before { get; init; }

    /// <summary>Pre-activations; null for a layer that has none.</summary>
    public Signal? Pre { get; init; }

    /// <summary>What left.</summary>
    public required Signal After { get; init; }

    /// <summary>φ, where the layer applies one to its pre-activations.</summary>
    public ActivationTheory? Activation { get; init; }

    /// <summary>fan_in Var W; 0 without weights.</summary>
    public double SigmaW2 { get; init; }

    /// <summary>From E da² to E dz² of the layer before: fan_out Var W; 1 without weights.</summary>
    public double Backward { get; init; } = 1;

    /// <summary>A residual's branch.</summary>
    public IReadOnlyList<LayerTrace> Branch { get; init; } = [];

    /// <summary>Gradient of the values, once the backward pass has been here.</summary>
    public GradientSignal Gradient { get; set; }

    /// <summary>Gradient of the pre-activations, likewise.</summary>
    public GradientSignal PreGradient { get; set; }
}
