using FanIn.Figures.Layout;
using FanIn.Figures.Output;
using FanIn.Runtime.Results;

namespace FanIn.Figures;

/// <summary>
/// The figure of one experiment: a row of histograms, one for each layer, that share their axes. What an axis leaves out is written
/// over the panel, exact zeros have a colour of their own, and each panel carries the standard deviation and the input-driven share.
/// </summary>
public static class ExperimentFigure
{
    /// <summary>Writes the figure, whole or not at all; folders are made as needed.</summary>
    /// <param name="result">What to draw.</param>
    /// <param name="path">Ends in <c>.png</c> or <c>.svg</c>.</param>
    /// <param name="options">What to show besides; null for nothing.</param>
    /// <exception cref="ArgumentException">The path has another extension.</exception>
    /// <exception cref="IOException">The file cannot be written; the old one stays.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static void Save(ExperimentResult result, string path, FigureOptions? options = null) =>
        WholeFile.Write(path, stream => stream.Write(ToBytes(result, FigureFormats.Of(path), options)));

    /// <summary>Writes the figure to a stream, which stays open.</summary>
    public static void Save(ExperimentResult result, Stream stream, FigureFormat format, FigureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(ToBytes(result, format, options));
    }

    /// <summary>The figure as the content of a file.</summary>
    public static byte[] ToBytes(ExperimentResult result, FigureFormat format, FigureOptions? options = null)
    {
        using var picture = Picture(result, options);
        return picture.ToBytes(format);
    }

    internal static FigurePicture Picture(ExperimentResult result, FigureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return FigureComposer.Compose(FigureSubject.Of(result, options));
    }
}
