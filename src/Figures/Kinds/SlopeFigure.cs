using FanIn.Figures.Layout;
using FanIn.Figures.Output;
using FanIn.Figures.Panels;
using FanIn.Figures.Scales;
using FanIn.Figures.Style;
using FanIn.Figures.Text;
using FanIn.Runtime.Results;

namespace FanIn.Figures.Kinds;

/// <summary>
/// Where each layer's values sit on the activation function, and below it the histogram of the slopes that they meet there: what the
/// gradient is multiplied with on its way back.
/// </summary>
internal static class SlopeFigure
{
    private const int MostLayers = 6;

    public static FigurePicture Picture(ExperimentResult result, FigureOptions options)
    {
        var collected = result.Layers.Where(layer => layer.FigureData?.Slopes is not null).ToList();
        var shown = LayerSelection.Evenly(collected, MostLayers);
        if (shown.Count == 0)
            return Page(result, options, [], []);

        var group = Group(shown);
        var layout = new GroupLayout(group, FigureStyle.Full);
        return Page(
            result, options,
            [new CurveBlock(shown, new(layout.LeftMargin, layout.PanelWidth)), new GroupBlock(layout, result.Layers.Length)],
            [
                new(Mark.Line, Palette.Ink, "φ"), new(Mark.Line, Palette.Gradient, "tangent"),
                new(Mark.Block, Palette.Seat, "how many pre-activations"), .. Legend.Of([group]),
            ]);
    }

    private static FigurePicture Page(
        ExperimentResult result, FigureOptions options, IReadOnlyList<IBlock> blocks, IReadOnlyList<LegendEntry> legend) =>
        new FigurePage(result.Definition.Id, ExperimentText.Notes(result, FigureSubject.Of(result, options).Draws), blocks, legend)
        {
            Empty = "No slopes were collected for figures.",
        }.Compose();

    private static PanelGroup Group(IReadOnlyList<LayerResult> layers)
    {
        var statistics = layers.Select(layer => layer.FigureData!.Slopes!.Slopes).ToList();
        var axes = ValueAxis.Of([.. statistics.Select(tensor => tensor.Histogram)], null);
        var unit = statistics.Select(tensor => tensor.Count).Distinct().Count() == 1 ? CountUnit.Elements : CountUnit.PercentOfLayer;
        List<Panel> panels = [.. layers.Select((layer, i) => new Panel
        {
            Layer = layer.Layer,
            Name = layer.Name,
            Statistics = statistics[i],
            X = axes[i],
            Unit = unit,
            Bars = PanelBars.Of(statistics[i].Histogram, axes[i]),
            Facts = [new("mean", statistics[i].Mean), new("rms", RootMeanSquare.Of(statistics[i]))],
        })];
        return new("slopes φ′(a)", panels, PanelGroups.Counts(panels, unit));
    }
}
