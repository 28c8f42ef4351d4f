using FanIn.Figures.Layout;
using FanIn.Figures.Scales;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;

namespace FanIn.Figures.Panels;

/// <summary>
/// The activations once more, in units of each layer's own standard deviation around its mean: the shape of what is but a stick on an
/// axis for all layers.
/// </summary>
internal static class OwnUnits
{
    /// <summary>A layer is a stick where its standard deviation is below so many bins.</summary>
    private const double StickBins = 2;

    /// <summary>The row, where it is asked for or a layer is a stick; null elsewhere, and where nothing was collected for it.</summary>
    public static PanelGroup? Group(IReadOnlyList<LayerResult> layers, FigureSubject subject)
    {
        var shown = layers.Where(layer => layer is { FigureData.OwnStd: not null, Activations: not null }).ToList();
        if (shown.Count == 0 || !(subject.Options.Shows(subject.Result.Definition, FigureKind.OwnStd) || shown.Any(IsStick)))
            return null;

        var unit = shown.Select(layer => layer.Activations!.Count).Distinct().Count() == 1 ? CountUnit.Elements : CountUnit.PercentOfLayer;
        List<Panel> panels = [.. shown.Select(layer => Panel(layer, unit))];
        return new("activations in units of each layer's own std", panels, PanelGroups.Counts(panels, unit)) { IsInOwnUnits = true };
    }

    private static bool IsStick(LayerResult layer)
    {
        var histogram = layer.Activations!.Histogram;
        return layer.Activations.Std < StickBins * (histogram.High - histogram.Low) / histogram.Bins;
    }

    private static Panel Panel(LayerResult layer, CountUnit unit)
    {
        var (mean, std) = (layer.Activations!.Mean, layer.Activations.Std);
        var own = layer.FigureData!.OwnStd!;
        var histogram = own with { Low = InUnits(own.Low), High = InUnits(own.High) };
        var x = new ValueAxis(histogram.Low, histogram.High);
        return new()
        {
            Layer = layer.Layer,
            Name = layer.Name,
            Statistics = layer.Activations with { Histogram = histogram },
            X = x,
            Unit = unit,
            Bars = PanelBars.Of(histogram, x, zero: InUnits(0)),
            Facts = [new("mean", mean), new("std", std)],
            EffectiveNumbers = SpikyHistogram.EffectiveNumbers(layer, own),
            UnitMeans = [.. layer.UnitMeans.Select(InUnits)],
        };

        // Whole numbers of deviations come out as such: the ends were computed from them.
        double InUnits(double value) => Math.Round((value - mean) / std, 6);
    }
}
