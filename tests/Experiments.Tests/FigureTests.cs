using FanIn.Figures;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Experiments;

namespace FanIn.Experiments.Tests;

/// <summary>What the files say of their figures reaches the runs, and what a run asks for the figures.</summary>
public sealed class FigureTests
{
    [Theory]
    [InlineData("std-curve", FigureKind.StdCurve)]
    [InlineData("phases", FigureKind.Depth, FigureKind.PhaseDiagram)]
    [InlineData("activation-histograms")]
    public void A_file_says_what_is_shown(string experiment, params FigureKind[] expected) =>
        Assert.All(Definitions(experiment), definition => Assert.Equal(expected, definition.Show));

    [Theory]
    [InlineData(FigureKind.Slopes, "slopes φ′(a)")]
    [InlineData(FigureKind.HeatMap, "100 inputs (down) × 100 units (across)")]
    [InlineData(FigureKind.Depth, "± 2 standard deviations of networks of this width")]
    [InlineData(FigureKind.PhaseDiagram, "edge of chaos")]
    public void Any_experiment_can_be_shown_in_every_way(FigureKind kind, string expected)
    {
        var result = GalleryRuns.Of("gradients/tanh-xavier", kind).Result;
        var svg = System.Text.Encoding.UTF8.GetString(KindFigure.ToBytes(kind, [result], FigureFormat.Svg));

        Assert.Contains(expected, System.Net.WebUtility.HtmlDecode(svg), StringComparison.Ordinal);
    }

    private static IEnumerable<ExperimentDefinition> Definitions(string name)
    {
        var definitions = ExperimentCatalog.All.Select(entry => entry.Definition).Where(definition => definition.Name == name).ToList();
        Assert.NotEmpty(definitions);
        return definitions;
    }
}
