using FanIn.Figures.Layout;
using FanIn.Figures.Output;
using FanIn.Figures.Plots;
using FanIn.Figures.Style;
using FanIn.Figures.Text;
using FanIn.Runtime.Results;

namespace FanIn.Figures.Kinds;

/// <summary>
/// How much of the signal arrives at the last layer and how much of the gradient at the first, over the standard deviation of the
/// weights: the picture that derives Xavier and He. A frame for each activation, a dot for each variant of the experiment.
/// </summary>
internal static class StdCurveFigure
{
    public static FigurePicture Picture(IReadOnlyList<ExperimentResult> results)
    {
        var curves = results.GroupBy(result => StdCurve.ActivationOf(result))
            .Select(variants => StdCurve.Of(variants.Key, [.. variants])).Where(curve => curve.Series.Count > 0).ToList();
        var notes = ExperimentText.Shared(results);
        return new FigurePage(
            string.Join(", ", results.Select(result => result.Definition.Name).Distinct()),
            notes,
            curves.Count == 0 ? [] : [new StdCurveBlock(curves)],
            [.. Legend(curves)])
        { Empty = "No layer has weights." }.Compose();
    }

    private static IEnumerable<LegendEntry> Legend(IReadOnlyList<StdCurve> curves)
    {
        var series = curves.SelectMany(curve => curve.Series).ToList();
        foreach (var one in series.DistinctBy(one => one.Name))
            yield return new(one.IsRing ? Mark.Ring : Mark.Dot, one.Color, one.Name);
        if (series.Any(one => one.Theory.Count > 0))
            yield return new(Mark.Line, Palette.TheoryLine, "theory");
    }
}
