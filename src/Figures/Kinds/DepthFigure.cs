using FanIn.Figures.Layout;
using FanIn.Figures.Output;
using FanIn.Figures.Plots;
using FanIn.Figures.Style;
using FanIn.Figures.Text;
using FanIn.Runtime.Results;

namespace FanIn.Figures.Kinds;

/// <summary>
/// The size of the signal on its way through the layers and of the gradient on its way back, beside what theory says of it.
/// </summary>
internal static class DepthFigure
{
    public static FigurePicture Picture(ExperimentResult result, FigureOptions options)
    {
        var prediction = result.Prediction;
        var (signal, gradient) = (DepthSeries.Signal(result, prediction), DepthSeries.Gradient(result, prediction));
        var frames = new List<(string Title, IReadOnlyList<Series> Series)>();
        if (signal.Count > 0)
            frames.Add(("signal", signal));
        if (gradient.Count > 0)
            frames.Add(("gradient", gradient));
        var subject = FigureSubject.Of(result, options);
        return new FigurePage(
            result.Definition.Id,
            ExperimentText.Notes(result, subject.Draws),
            frames.Count == 0 ? [] : [new DepthBlock(frames, result.Layers.Length)],
            [.. Legend([.. signal, .. gradient])]).Compose();
    }

    private static IEnumerable<LegendEntry> Legend(IReadOnlyList<Series> series)
    {
        foreach (var one in series)
            yield return new(Mark.Dot, one.Color, one.Name);
        if (series.Any(one => one.Theory.Count > 0))
            yield return new(Mark.Line, Palette.TheoryLine, "theory");
        if (series.Any(one => one.Band.Any()))
            yield return new(Mark.Block, Palette.TheoryBand, $"± {DepthSeries.Band} standard deviations of networks of this width");
    }
}
