using FanIn.Figures.Kinds;
using FanIn.Figures.Output;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;

namespace FanIn.Figures;

/// <summary>The further kinds of figures, of one result or, for some kinds, of all variants of an experiment.</summary>
public static class KindFigure
{
    /// <summary>Writes the figure, whole or not at all; folders are made as needed.</summary>
    /// <param name="kind">What to draw.</param>
    /// <param name="results">One result; for a kind of whole experiments all of its variants.</param>
    /// <param name="path">Ends in <c>.png</c> or <c>.svg</c>.</param>
    /// <param name="options">What to show besides; null for nothing.</param>
    /// <exception cref="ArgumentException">There is nothing to draw, or too many results, or the path has another extension.</exception>
    /// <exception cref="IOException">The file cannot be written; the old one stays.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static void Save(FigureKind kind, IReadOnlyList<ExperimentResult> results, string path, FigureOptions? options = null) =>
        WholeFile.Write(path, stream => stream.Write(ToBytes(kind, results, FigureFormats.Of(path), options)));

    /// <summary>The figure as the content of a file.</summary>
    /// <exception cref="ArgumentException">There is nothing to draw, or too many results.</exception>
    public static byte[] ToBytes(
        FigureKind kind, IReadOnlyList<ExperimentResult> results, FigureFormat format, FigureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        if (results.Count == 0 || (results.Count > 1 && !kind.IsOfExperiment()))
            throw new ArgumentException($"A figure of the kind {kind} shows one result; there are {results.Count}.", nameof(results));
        using var picture = Picture(kind, results, options ?? new());
        return picture.ToBytes(format);
    }

    /// <summary>Whether a kind shows all variants of an experiment together.</summary>
    public static bool IsOfExperiment(this FigureKind kind) => kind is FigureKind.StdCurve or FigureKind.PhaseDiagram;

    internal static FigurePicture Picture(FigureKind kind, IReadOnlyList<ExperimentResult> results, FigureOptions options) => kind switch
    {
        FigureKind.Slopes => SlopeFigure.Picture(results[0], options),
        FigureKind.HeatMap => HeatMapFigure.Picture(results[0], options),
        FigureKind.Depth => DepthFigure.Picture(results[0], options),
        FigureKind.OwnStd => ExperimentFigure.Picture(results[0], options with { Show = [.. options.Show, kind] }),
        FigureKind.StdCurve => StdCurveFigure.Picture(results),
        FigureKind.PhaseDiagram => PhaseFigure.Picture(results),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of figure."),
    };

    /// <summary>What a kind adds to a file's name: <c>id.heat_map.svg</c>; null for one that is a row of the standard figure.</summary>
    internal static string? Suffix(FigureKind kind) => kind switch
    {
        FigureKind.Slopes => ".slopes",
        FigureKind.HeatMap => ".heat_map",
        FigureKind.Depth => ".depth",
        FigureKind.StdCurve => ".std_curve",
        FigureKind.PhaseDiagram => ".phase_diagram",
        _ => null,
    };
}
