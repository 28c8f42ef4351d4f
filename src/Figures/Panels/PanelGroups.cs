using FanIn.Figures.Layout;
using FanIn.Figures.Scales;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;

namespace FanIn.Figures.Panels;

/// <summary>Turns a result into groups of panels: activations, then what else was observed.</summary>
internal static class PanelGroups
{
    /// <summary>They look as their neighbours do: da as dz, db as dW.</summary>
    private static readonly LayerTensor[] LeftOut = [LayerTensor.PreActivationGradients, LayerTensor.BiasGradients];

    public static IReadOnlyList<PanelGroup> Of(ExperimentResult result, int maxPanels, FigureOptions options)
    {
        var layers = LayerSelection.Evenly(result.Layers, maxPanels);
        var groups = new List<PanelGroup>();
        foreach (var tensor in LayerTensor.All.Except(LeftOut))
        {
            var observed = layers.Where(layer => tensor.Of(layer) is not null).ToList();
            var limits = tensor == LayerTensor.Activations ? result.Definition : null;
            if (observed.Count > 0)
                groups.Add(Group(tensor.Title, observed, layer => tensor.Of(layer)!, limits, options));
        }

        return groups;
    }

    // The limits of the axes that the file gives are meant for the activations: no limits, no activations.
    private static PanelGroup Group(
        string title,
        IReadOnlyList<LayerResult> layers,
        Func<LayerResult, TensorStatistics> tensor,
        ExperimentDefinition? limits,
        FigureOptions options)
    {
        var isActivations = limits is not null;
        var unit = HasCounts(limits?.FigureY) || AreEquallyLarge(layers.Select(tensor)) ? CountUnit.Elements : CountUnit.PercentOfLayer;
        var axes = ValueAxis.Of([.. layers.Select(layer => tensor(layer).Histogram)], limits?.FigureX);
        var panels = layers.Zip(axes, (layer, x) => new Panel
        {
            Layer = layer.Layer,
            Name = layer.Name,
            Statistics = tensor(layer),
            X = x,
            Unit = unit,
            Bars = PanelBars.Of(tensor(layer).Histogram, x),
            InputDriven = isActivations ? layer.Split?.InputDriven : null,
            UnitMeans = isActivations ? layer.UnitMeans : [],
            Density = isActivations ? options.Density?.Invoke(layer) ?? [] : [],
        }).ToList();
        return new(title, panels, Counts(panels, unit, limits?.FigureY));
    }

    private static bool AreEquallyLarge(IEnumerable<TensorStatistics> tensors) =>
        tensors.Select(tensor => Panel.ElementsOf(tensor.Histogram)).Distinct().Count() == 1;

    private static bool HasCounts((double Low, double High)? limits) => limits is var (low, high) && ValueAxis.IsRange(low, high);

    private static CountAxis Counts(IEnumerable<Panel> panels, CountUnit unit, (double Low, double High)? limits) =>
        HasCounts(limits) && limits is var (low, high)
            ? new(low, high)
            : CountAxis.Of(panels.Select(Heights), unit);

    private static List<BarHeight> Heights(Panel panel) =>
        [.. panel.Bars.Visible.Select(bar => new BarHeight(panel.Height(bar.Count), 2 * bar.Zeros > bar.Count))];
}
