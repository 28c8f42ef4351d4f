namespace FanIn.Figures.Scales;

/// <summary>What the y axis of a group measures.</summary>
internal enum CountUnit
{
    /// <summary>Elements in a bin.</summary>
    Elements,

    /// <summary>Per cent of the layer's own elements, so that layers of unequal size can share an axis.</summary>
    PercentOfLayer,
}
