using FanIn.Figures.Layout;
using FanIn.Figures.Output;
using FanIn.Runtime.Results;

namespace FanIn.Figures;

/// <summary>
/// Many experiments on one page, such as all variants of a matrix: a row for each value of its first axis where the labels are a full
/// product, otherwise wrapped. Each experiment shows its activations, or the first tensor that it observed.
/// </summary>
public static class ContactSheet
{
    /// <summary>Writes the sheet, whole or not at all; folders are made as needed.</summary>
    /// <param name="results">What to draw, in order; at least one.</param>
    /// <param name="path">Ends in <c>.png</c> or <c>.svg</c>.</param>
    /// <param name="options">What to show besides; null for nothing.</param>
    /// <exception cref="ArgumentException">There is nothing to draw, or the path has another extension.</exception>
    /// <exception cref="IOException">The file cannot be written; the old one stays.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static void Save(IReadOnlyList<ExperimentResult> results, string path, FigureOptions? options = null) =>
        WholeFile.Write(path, stream => stream.Write(ToBytes(results, FigureFormats.Of(path), options)));

    /// <summary>Writes the sheet to a stream, which stays open.</summary>
    /// <exception cref="ArgumentException">There is nothing to draw.</exception>
    public static void Save(IReadOnlyList<ExperimentResult> results, Stream stream, FigureFormat format, FigureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(ToBytes(results, format, options));
    }

    /// <summary>The sheet as the content of a file.</summary>
    /// <exception cref="ArgumentException">There is nothing to draw.</exception>
    public static byte[] ToBytes(IReadOnlyList<ExperimentResult> results, FigureFormat format, FigureOptions? options = null)
    {
        using var picture = Picture(results, options);
        return picture.ToBytes(format);
    }

    internal static FigurePicture Picture(IReadOnlyList<ExperimentResult> results, FigureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        return results.Count > 0
            ? SheetComposer.Compose([.. results.Select(result => FigureSubject.Of(result, options))])
            : throw new ArgumentException("A contact sheet needs at least one result.", nameof(results));
    }
}
