using FanIn.Figures.Scales;

namespace FanIn.Figures.Panels;

/// <summary>The panels of one tensor, one for each layer that is shown; they share the y axis.</summary>
/// <param name="Title"><c>activations</c>.</param>
/// <param name="Panels">The first layer first.</param>
/// <param name="Counts">The y axis of all.</param>
internal sealed record PanelGroup(string Title, IReadOnlyList<Panel> Panels, CountAxis Counts)
{
    /// <summary>Whether the x axes count standard deviations from the layer's mean.</summary>
    public bool IsInOwnUnits { get; init; }

    public bool HasRug => Panels.Any(panel => !panel.UnitMeans.IsEmpty);

    public bool HasCutBars => Panels.Any(panel => panel.Bars.Visible.Any(bar => Counts.Cuts(panel.Height(bar.Count))));

    public bool SharesX => Panels.All(panel => panel.X == Panels[0].X);

    /// <summary>Whether a count means the same in each panel: bins of one width.</summary>
    public bool SharesBins => Panels.All(panel => panel.Statistics.Histogram is var h && Panels[0].Statistics.Histogram is var first
        && h.Bins == first.Bins && h.Low.Equals(first.Low) && h.High.Equals(first.High));
}
