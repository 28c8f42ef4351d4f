using FanIn.Figures.Layout;
using FanIn.Figures.Scales;
using FanIn.Runtime.Results;

namespace FanIn.Figures.Panels;

/// <summary>Turns a result into groups of panels: activations, then what else was observed.</summary>
internal static class PanelGroups
{
    /// <summary>They look as their neighbours do: da as dz, db as dW.</summary>
    private static readonly LayerTensor[] LeftOut = [LayerTensor.PreActivationGradients, LayerTensor.BiasGradients];

    public static IReadOnlyList<PanelGroup> Of(FigureSubject subject, int maxPanels)
    {
        var result = subject.Result;
        var layers = LayerSelection.Evenly(result.Layers, maxPanels);
        var groups = new List<PanelGroup>();
        foreach (var tensor in LayerTensor.All.Except(LeftOut))
        {
            var observed = layers.Where(layer => tensor.Of(layer) is not null).ToList();
            if (observed.Count > 0)
                groups.Add(Group(tensor, observed, subject));
            if (tensor == LayerTensor.Activations && OwnUnits.Group(observed, subject) is { } own)
                groups.Add(own);
        }

        return groups;
    }

    // The limits of the axes that the file gives are meant for the activations: no limits, no activations.
    private static PanelGroup Group(LayerTensor tensor, IReadOnlyList<LayerResult> layers, FigureSubject subject)
    {
        TensorStatistics Statistics(LayerResult layer) => tensor.Of(layer)!;
        var isActivations = tensor == LayerTensor.Activations;
        var limits = isActivations ? subject.Result.Definition : null;
        var unit = HasCounts(limits?.FigureY) || AreEquallyLarge(layers.Select(Statistics)) ? CountUnit.Elements : CountUnit.PercentOfLayer;
        var axes = ValueAxis.Of([.. layers.Select(layer => Statistics(layer).Histogram)], limits?.FigureX);
        var panels = layers.Zip(axes, (layer, x) => new Panel
        {
            Layer = layer.Layer,
            Name = layer.Name,
            Statistics = Statistics(layer),
            X = x,
            Unit = unit,
            Bars = PanelBars.Of(Statistics(layer).Histogram, x, subject.Spread(layer, tensor.Name)),
            Spread = subject.Spread(layer, tensor.Name),
            InputDriven = isActivations ? layer.Split?.InputDriven : null,
            EffectiveNumbers = isActivations ? SpikyHistogram.EffectiveNumbers(layer, Statistics(layer).Histogram) : null,
            UnitMeans = isActivations ? layer.UnitMeans : [],
            Theory = isActivations ? Theory(layer, subject) : TheoryLine.None,
        }).ToList();
        return new(tensor.Title, panels, Counts(panels, unit, limits?.FigureY));
    }

    private static TheoryLine Theory(LayerResult layer, FigureSubject subject) => subject.Options.Density is { } density
        ? new(density(layer), [])
        : TheoryLine.Of(subject.Result.Prediction?.Find(layer.Name), layer.Activations!.Histogram);

    /// <summary>A y axis on which all panels' bars can be seen.</summary>
    public static CountAxis Counts(IEnumerable<Panel> panels, CountUnit unit) => CountAxis.Of(panels.Select(Heights), unit);

    private static bool AreEquallyLarge(IEnumerable<TensorStatistics> tensors) =>
        tensors.Select(tensor => tensor.Count).Distinct().Count() == 1;

    private static bool HasCounts((double Low, double High)? limits) => limits is var (low, high) && ValueAxis.IsRange(low, high);

    private static CountAxis Counts(IEnumerable<Panel> panels, CountUnit unit, (double Low, double High)? limits) =>
        HasCounts(limits) && limits is var (low, high)
            ? new(low, high)
            : Counts(panels, unit);

    private static List<BarHeight> Heights(Panel panel) =>
        [.. panel.Bars.Visible.Select(bar => new BarHeight(panel.Height(bar.Count + bar.Sd), 2 * bar.Zeros > bar.Count))];
}
