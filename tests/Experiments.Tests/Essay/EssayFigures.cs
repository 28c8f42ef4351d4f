using FanIn.Figures;
using FanIn.Runtime.Definitions;

namespace FanIn.Experiments.Tests.Essay;

/// <summary>The figures of the essay that no other page has.</summary>
internal static class EssayFigures
{
    /// <summary>Where they are, below docs.</summary>
    public const string Folder = "figures/why";

    private static readonly (string File, Action<string> Save)[] All =
    [
        ("slopes-std1.png", path => Kind(path, FigureKind.Slopes, "chapter/sigmoid-std1")),
        ("slopes-xavier.png", path => Kind(path, FigureKind.Slopes, "chapter/sigmoid-xavier")),
        ("sigmoid-xavier.png", path => Standard(path, "chapter/sigmoid-xavier")),
        ("sigmoid-std0.01.png", path => Standard(path, "chapter/sigmoid-std0.01")),
        ("heat-sigmoid-xavier.png", path => Kind(path, FigureKind.HeatMap, "chapter/sigmoid-xavier")),
        ("heat-tanh-xavier.png", path => Kind(path, FigureKind.HeatMap, "chapter/tanh-xavier")),
        ("std-curve.png", path => KindOfAll(path, FigureKind.StdCurve, "std-curve")),
        ("depth-5-sigmoid-xavier.png", path => Kind(path, FigureKind.Depth, "diagnostics/sigmoid-xavier")),
        ("depth-30-relu-xavier.png", path => Kind(path, FigureKind.Depth, "depth/relu-xavier")),
        ("depth-30-relu-he.png", path => Kind(path, FigureKind.Depth, "depth/relu-he")),
        ("book-training.png", path => Losses(path, "book-training")),
        ("sigmoid-training.png", path => Losses(path, "sigmoid-training")),
        ("not-a-local-minimum.png", path => Losses(path, "not-a-local-minimum")),
        ("phase-diagram.png", path => KindOfAll(path, FigureKind.PhaseDiagram, "phases")),
    ];

    /// <summary>Draws all of them into a folder.</summary>
    public static void Draw(string folder)
    {
        foreach (var (file, save) in All)
            save(Path.Combine(folder, file));
    }

    private static void Standard(string path, string id) => ExperimentFigure.Save(GalleryRuns.Of(id).Result, path);

    private static void Kind(string path, FigureKind kind, string id) => KindFigure.Save(kind, [GalleryRuns.Of(id, kind).Result], path);

    private static void KindOfAll(string path, FigureKind kind, string name) => KindFigure.Save(kind, GalleryRuns.All(name, kind), path);

    private static void Losses(string path, string name) => LossFigure.Save(GalleryRuns.All(name), path);
}
