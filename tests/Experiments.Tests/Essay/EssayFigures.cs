using FanIn.Figures;
using FanIn.Runtime.Definitions;

namespace FanIn.Experiments.Tests.Essay;

/// <summary>The figures of the essay that no other page has.</summary>
internal static class EssayFigures
{
    /// <summary>Where they are, below docs.</summary>
    public const string Folder = "figures/why";

    private static readonly (string File, Func<byte[]> Draw)[] All =
    [
        ("slopes-std1.png", () => Kind(FigureKind.Slopes, "chapter/sigmoid-std1")),
        ("slopes-xavier.png", () => Kind(FigureKind.Slopes, "chapter/sigmoid-xavier")),
        ("sigmoid-xavier.png", () => Standard("chapter/sigmoid-xavier")),
        ("sigmoid-std0.01.png", () => Standard("chapter/sigmoid-std0.01")),
        ("heat-sigmoid-xavier.png", () => Kind(FigureKind.HeatMap, "chapter/sigmoid-xavier")),
        ("heat-tanh-xavier.png", () => Kind(FigureKind.HeatMap, "chapter/tanh-xavier")),
        ("std-curve.png", () => KindFigure.ToBytes(FigureKind.StdCurve, EssayRuns.All("std-curve", FigureKind.StdCurve), FigureFormat.Png)),
        ("depth-5-sigmoid-xavier.png", () => Kind(FigureKind.Depth, "diagnostics/sigmoid-xavier")),
        ("depth-30-relu-xavier.png", () => Kind(FigureKind.Depth, "depth/relu-xavier")),
        ("depth-30-relu-he.png", () => Kind(FigureKind.Depth, "depth/relu-he")),
        ("book-training.png", () => Losses("book-training")),
        ("sigmoid-training.png", () => Losses("sigmoid-training")),
        ("not-a-local-minimum.png", () => Losses("not-a-local-minimum")),
        ("phase-diagram.png", () => Kind(FigureKind.PhaseDiagram, "sigma-sweep")),
    ];

    /// <summary>The names of the files.</summary>
    public static IEnumerable<string> Names => All.Select(figure => figure.File);

    /// <summary>Draws all of them anew.</summary>
    public static void Draw(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string old in Directory.GetFiles(folder))
            File.Delete(old);
        foreach (var (file, draw) in All)
            File.WriteAllBytes(Path.Combine(folder, file), draw());
    }

    private static byte[] Standard(string id) => ExperimentFigure.ToBytes(EssayRuns.Of(id), FigureFormat.Png);

    private static byte[] Kind(FigureKind kind, string id) => KindFigure.ToBytes(kind, [EssayRuns.Of(id, kind)], FigureFormat.Png);

    private static byte[] Losses(string name) => LossFigure.ToBytes(EssayRuns.All(name), FigureFormat.Png);
}
