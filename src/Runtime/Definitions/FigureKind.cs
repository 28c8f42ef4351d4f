namespace FanIn.Runtime.Definitions;

/// <summary>A kind of figure that is drawn where somebody asks for it, besides the row of histograms.</summary>
public enum FigureKind
{
    /// <summary>φ with its tangents over where the pre-activations sit, and the histogram of the slopes φ′(a), for each layer.</summary>
    Slopes,

    /// <summary>The activations of up to 100 inputs × 100 units as colours, for each layer.</summary>
    HeatMap,

    /// <summary>The root mean square of activations and gradients from layer to layer, on a log axis.</summary>
    Depth,

    /// <summary>The histograms once more, in units of each layer's own standard deviation.</summary>
    OwnStd,

    /// <summary>Of a whole matrix: how much of signal and gradient arrives, over the standard deviation of the weights.</summary>
    StdCurve,

    /// <summary>Of a whole experiment: where its layers lie in the plane of σ_w and σ_b, and the edge of chaos.</summary>
    PhaseDiagram,
}
