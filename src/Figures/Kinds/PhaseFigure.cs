using FanIn.Figures.Layout;
using FanIn.Figures.Output;
using FanIn.Figures.Style;
using FanIn.Figures.Text;
using FanIn.Runtime.Results;

namespace FanIn.Figures.Kinds;

/// <summary>
/// Where an experiment's layers lie between order, where all inputs become alike, and chaos, where alike inputs part: on the edge signal
/// and gradient go deepest (Poole et al. 2016, figure 1; Schoenholz et al. 2017).
/// </summary>
internal static class PhaseFigure
{
    public static FigurePicture Picture(IReadOnlyList<ExperimentResult> results)
    {
        var planes = PhasePlane.Of(results);
        return new FigurePage(
            string.Join(", ", results.Select(result => result.Definition.Name).Distinct()),
            ExperimentText.Shared(results),
            planes.Count == 0 ? [] : [new PhaseBlock(planes)],
            planes.Count == 0
                ? []
                : [new(Mark.Dot, Palette.Bar, "layers"), new(Mark.Line, Palette.Gradient, "edge of chaos: σ_w² E φ′(a)² = 1")])
        {
            Empty = "No layer has random weights and an activation function.",
        }.Compose();
    }
}
