using FanIn.Figures.Output;
using FanIn.Figures.Panels;
using FanIn.Figures.Style;
using FanIn.Figures.Text;

namespace FanIn.Figures.Layout;

/// <summary>Puts title, groups of panels and legend of one experiment on a page.</summary>
internal static class FigureComposer
{
    public static FigurePicture Compose(FigureSubject subject)
    {
        var result = subject.Result;
        var groups = PanelGroups.Of(subject, FigureStyle.Full.MaxPanels);
        var layouts = groups.Select(group => new GroupLayout(group, FigureStyle.Full)).ToList();
        foreach (var layout in layouts)
            layout.Space = layout.Space with { LeftMargin = layouts.Max(other => other.LeftMargin) };
        return new FigurePage(
            result.Definition.Id,
            ExperimentText.Notes(result, subject.Draws),
            [.. layouts.Select(layout => new GroupBlock(layout, result.Layers.Length))],
            Legend.Of(groups)).Compose();
    }
}
