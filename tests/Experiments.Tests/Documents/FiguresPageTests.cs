using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FanIn.Figures;
using FanIn.Runtime.Definitions;

namespace FanIn.Experiments.Tests.Documents;

/// <summary>docs/figures.md and README.md show what the gallery gives.</summary>
public class FiguresPageTests
{
    private static readonly string Docs = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../docs"));

    [Fact]
    public void Each_kind_is_shown_as_it_is_drawn() => PageFigures.Check(Path.Combine(Docs, "figures/kinds"), folder =>
    {
        Standard("activation-histograms/sigmoid-xavier", "sigmoid-xavier.png");
        Standard("activation-histograms/sigmoid-std0.01", "sigmoid-std0.01.png");
        Kind(FigureKind.Slopes, "gradients/sigmoid-std1", "sigmoid-std1.slopes.png");
        Kind(FigureKind.HeatMap, "gradients/sigmoid-xavier", "sigmoid-xavier.heat_map.png");
        Kind(FigureKind.HeatMap, "gradients/tanh-xavier", "tanh-xavier.heat_map.png");
        Kind(FigureKind.Depth, "gradients/sigmoid-xavier", "sigmoid-xavier.depth.png");
        Kind(FigureKind.Depth, "deep-relu/xavier", "deep-relu-xavier.depth.png");
        All(FigureKind.StdCurve, "std-curve", "std-curve.std_curve.png");
        All(FigureKind.PhaseDiagram, "phases", "phases.phase_diagram.png");

        void Standard(string id, string file) => ExperimentFigure.Save(GalleryRuns.Of(id).Result, Path.Combine(folder, file));
        void Kind(FigureKind kind, string id, string file) =>
            KindFigure.Save(kind, [GalleryRuns.Of(id, kind).Result], Path.Combine(folder, file));
        void All(FigureKind kind, string name, string file) =>
            KindFigure.Save(kind, GalleryRuns.All(name, kind), Path.Combine(folder, file));
    });

    [Fact]
    public void The_readme_shows_the_twelve() => PageFigures.Check(
        Path.Combine(Docs, "figures/readme"),
        folder => ContactSheet.Save(GalleryRuns.All("activation-histograms"), Path.Combine(folder, "activation-histograms.png")));

    [Fact]
    public void Every_picture_of_every_page_is_there_and_every_file_is_shown()
    {
        var pages = Directory.GetFiles(Docs, "*.md", SearchOption.AllDirectories).Append(Path.Combine(Docs, "../README.md"));
        var shown = pages.SelectMany(page => Regex.Matches(File.ReadAllText(page), @"(?:\]\(|src="")([^)""]+\.png)")
            .Select(match => Path.GetFullPath(match.Groups[1].Value, Path.GetDirectoryName(Path.GetFullPath(page))!)));

        Assert.Equal(Directory.GetFiles(Path.Combine(Docs, "figures"), "*", SearchOption.AllDirectories).Order(), shown.Distinct().Order());
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
