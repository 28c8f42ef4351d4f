using FanIn.Figures.Layout;
using FanIn.Figures.Scales;
using FanIn.Runtime.Results;

namespace FanIn.Figures.Panels;

/// <summary>Turns a result into groups of panels: activations, then pre-activations and weights where they were observed.</summary>
internal static class PanelGroups
{
    public static IReadOnlyList<PanelGroup> Of(FigureSubject subject, int maxPanels)
    {
        var result = subject.Result;
        var layers = LayerSelection.Evenly(result.Layers, maxPanels);
        var groups = new List<PanelGroup>();
        Add("activations", "activations", layer => layer.Activations);
        Add("pre-activations", "preactivations", layer => layer.PreActivations);
        Add("weights", "weights", layer => layer.Weights);
        return groups;

        void Add(string title, string name, Func<LayerResult, TensorStatistics?> tensor)
        {
            var observed = layers.Where(layer => tensor(layer) is not null).ToList();
            if (observed.Count > 0)
                groups.Add(Group(title, name, observed, layer => tensor(layer)!, subject));
        }
    }

    // The limits of the axes that the file gives are meant for the activations: no limits, no activations.
    private static PanelGroup Group(
        string title,
        string name,
        IReadOnlyList<LayerResult> layers,
        Func<LayerResult, TensorStatistics> tensor,
        FigureSubject subject)
    {
        var isActivations = name == "activations";
        var limits = isActivations ? subject.Result.Definition : null;
        var unit = HasCounts(limits?.FigureY) || AreEquallyLarge(layers.Select(tensor)) ? CountUnit.Elements : CountUnit.PercentOfLayer;
        var axes = ValueAxis.Of([.. layers.Select(layer => tensor(layer).Histogram)], limits?.FigureX);
        var panels = layers.Zip(axes, (layer, x) => new Panel
        {
            Layer = layer.Layer,
            Name = layer.Name,
            Statistics = tensor(layer),
            X = x,
            Unit = unit,
            Bars = PanelBars.Of(tensor(layer).Histogram, x, subject.Spread(layer, name)),
            Spread = subject.Spread(layer, name),
            InputDriven = isActivations ? layer.Split?.InputDriven : null,
            UnitMeans = isActivations ? layer.UnitMeans : [],
            Density = isActivations ? subject.Options.Density?.Invoke(layer) ?? [] : [],
        }).ToList();
        return new(title, panels, Counts(panels, unit, limits?.FigureY));
    }

    private static bool AreEquallyLarge(IEnumerable<TensorStatistics> tensors) =>
        tensors.Select(tensor => tensor.Count).Distinct().Count() == 1;

    private static bool HasCounts((double Low, double High)? limits) => limits is var (low, high) && ValueAxis.IsRange(low, high);

    private static CountAxis Counts(IEnumerable<Panel> panels, CountUnit unit, (double Low, double High)? limits) =>
        HasCounts(limits) && limits is var (low, high)
            ? new(low, high)
            : CountAxis.Of(panels.Select(Heights), unit);

    private static List<BarHeight> Heights(Panel panel) =>
        [.. panel.Bars.Visible.Select(bar => new BarHeight(panel.Height(bar.Count + bar.Sd), 2 * bar.Zeros > bar.Count))];
}
