using FanIn.Figures.Panels;
using FanIn.Figures.Scales;

namespace FanIn.Figures.Text;

/// <summary>What stands beside a group's title: its bins and axes, and what is special about them.</summary>
internal static class GroupText
{
    public static IEnumerable<string> Notes(PanelGroup group, int layers)
    {
        var histogram = group.Panels[0].Statistics.Histogram;
        var bins = $"{NumberText.Count(histogram.Bins)} bin{(histogram.Bins == 1 ? "" : "s")}";
        yield return group.IsInOwnUnits ? $"{bins} over the mean ± {NumberText.Short(histogram.High)} std"
            : group.SharesBins
            ? $"{bins} over [{NumberText.Short(histogram.Low)}, {NumberText.Short(histogram.High)}]"
            : $"{bins} over each layer's own range, so their widths differ";
        if (group.Panels.Any(panel => panel.Spread is { SharesBins: false }))
            yield return "each bar the mean over the bins of each seed's own range";
        if (group.Panels.Count > 1)
            yield return group.SharesX ? "axes shared" : "y axis shared, each panel has its own x axis";
        if (group.Counts.Unit == CountUnit.PercentOfLayer)
            yield return "bars in % of the layer's own elements, since layers differ in size";
        if (group.Panels.Count < layers)
            yield return $"{NumberText.Count(group.Panels.Count)} of {NumberText.Count(layers)} layers, evenly chosen";
    }
}
