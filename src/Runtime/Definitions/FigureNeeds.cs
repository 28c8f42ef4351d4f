namespace FanIn.Runtime.Definitions;

/// <summary>What has to be collected for figures alone, besides what is observed.</summary>
[Flags]
public enum FigureNeeds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The slopes φ′(a), with φ itself over where the pre-activations are.</summary>
    Slopes = 1,

    /// <summary>The activations of the first 100 inputs and units.</summary>
    Sample = 2,

    /// <summary>A histogram of the activations over their mean ± 4 standard deviations.</summary>
    OwnStd = 4,
}
