using FanIn.Figures;
using FanIn.Runtime.Definitions;

namespace FanIn.Experiments.Tests.Warnings;

/// <summary>
/// The picture on each warning's page: a variant of the gallery, which a reader can run, and a kind of figure; null for the row of
/// histograms.
/// </summary>
internal sealed record WarningFigure(string Id, string Experiment, FigureKind? Kind)
{
    public static IReadOnlyList<WarningFigure> All { get; } =
    [
        new("FAN1001", "gradients/tanh-std0.01", FigureKind.Depth),
        new("FAN1002", "gradients/relu-std1", FigureKind.Depth),
        new("FAN1003", "gradients/tanh-std1", FigureKind.Slopes),
        new("FAN1004", "gradients/sigmoid-xavier", FigureKind.Depth),
        new("FAN1005", "gradients/tanh-std1", FigureKind.Depth),
        new("FAN1006", "gradients/sigmoid-xavier", FigureKind.HeatMap),
        new("FAN1007", "pairs/saturated", FigureKind.HeatMap),
        new("FAN1008", "deep-relu/he", FigureKind.HeatMap),
        new("FAN1009", "symmetric-weights/constant", FigureKind.HeatMap),
    ];

    /// <summary>Its file beside the page.</summary>
    public string File => $"../figures/diagnostics/{Id}.png";

    /// <summary>The command that draws it.</summary>
    public string Command => Kind is { } kind
        ? $"dotnet run --project experiments -- run --filter {Experiment} --show {Name(kind)}"
        : $"dotnet run --project experiments -- run --filter {Experiment}";

    public void Save(string path)
    {
        var result = GalleryRuns.Of(Experiment, Kind).Result;
        if (Kind is { } kind)
            KindFigure.Save(kind, [result], path);
        else
            ExperimentFigure.Save(result, path);
    }

    private static string Name(FigureKind kind) => kind switch
    {
        FigureKind.HeatMap => "heat_map",
        FigureKind.Slopes => "slopes",
        _ => "depth",
    };
}
