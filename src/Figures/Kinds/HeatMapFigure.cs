using FanIn.Figures.Layout;
using FanIn.Figures.Output;
using FanIn.Figures.Style;
using FanIn.Figures.Text;
using FanIn.Runtime.Results;

namespace FanIn.Figures.Kinds;

/// <summary>Single activations as colours: noise where inputs differ, vertical stripes where only units do.</summary>
internal static class HeatMapFigure
{
    private const int MostLayers = 10;

    public static FigurePicture Picture(ExperimentResult result, FigureOptions options)
    {
        var sampled = result.Layers.Where(layer => layer.FigureData?.Sample is not null).ToList();
        var shown = LayerSelection.Evenly(sampled, MostLayers);
        return new FigurePage(
            result.Definition.Id,
            ExperimentText.Notes(result, FigureSubject.Of(result, options).Draws),
            shown.Count == 0 ? [] : [new HeatMapBlock(shown, result.Layers.Length)],
            shown.Count == 0 ? [] : [.. Legend(shown)])
        { Empty = "No single activations were collected for figures." }.Compose();
    }

    private static IEnumerable<LegendEntry> Legend(IReadOnlyList<LayerResult> layers)
    {
        yield return new(Mark.Block, Palette.Low, $"{HeatMapScale.Deviations} standard deviations below the map's mean, or more");
        yield return new(Mark.Block, Palette.Middle, "the mean");
        yield return new(Mark.Block, Palette.High, $"{HeatMapScale.Deviations} above it, or more");
        if (layers.Any(layer => layer.FigureData!.Sample!.Values.Any(double.IsNaN)))
            yield return new(Mark.Block, Palette.NotANumber, "NaN");
    }
}
