namespace FanIn.Runtime.Definitions;

/// <summary>What a run measures of each layer besides moments and histograms, chosen by name in <c>observe</c>.</summary>
[Flags]
public enum DiagnosticGroups
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><c>saturation</c>: how much of a lies where φ is flat, and which units are dead.</summary>
    Saturation = 1,

    /// <summary><c>linearity</c>: how much of z a linear function of the input explains.</summary>
    Linearity = 2,

    /// <summary><c>spectrum</c>: in how many directions z, and with a backward pass dW, spread.</summary>
    Spectrum = 4,

    /// <summary><c>similarity</c>: how much alike a is for different inputs.</summary>
    Similarity = 8,

    /// <summary><c>jacobian</c>: squared singular values of what the rest of the network does, by random probes.</summary>
    Jacobian = 16,
}
