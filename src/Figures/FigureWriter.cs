using FanIn.Figures.Output;
using FanIn.Runtime.Results;

namespace FanIn.Figures;

/// <summary>
/// Writes the figures of a run: one for each result, and a contact sheet for each experiment of which several variants ran.
/// </summary>
public static class FigureWriter
{
    /// <summary>
    /// Writes <c>&lt;directory&gt;/&lt;id&gt;.png</c> and <c>.svg</c>, then <c>&lt;directory&gt;/&lt;experiment&gt;.png</c> and
    /// <c>.svg</c> of the sheets.
    /// </summary>
    /// <param name="results">What ran, in order.</param>
    /// <param name="directory">Made if it is not there.</param>
    /// <param name="options">What to show besides; null for nothing.</param>
    /// <param name="cancellation">Checked before each file.</param>
    /// <returns>The paths, in the order in which they were written.</returns>
    /// <exception cref="IOException">A file cannot be written; those before it are there, whole.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the files before that are there, whole.</exception>
    public static IReadOnlyList<string> Write(
        IReadOnlyList<ExperimentResult> results, string directory, FigureOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(directory);
        var paths = new List<string>();
        foreach (var result in results)
        {
            using var picture = ExperimentFigure.Picture(result, options);
            Write(picture, directory, result.Definition.Id, paths, cancellation);
        }

        foreach (var variants in results.GroupBy(result => result.Definition.Name).Where(variants => variants.Count() > 1))
        {
            using var picture = ContactSheet.Picture([.. variants], options);
            Write(picture, directory, variants.Key, paths, cancellation);
        }

        return paths;
    }

    private static void Write(FigurePicture picture, string directory, string name, List<string> paths, CancellationToken cancellation)
    {
        foreach (var format in Enum.GetValues<FigureFormat>())
        {
            cancellation.ThrowIfCancellationRequested();
            var path = Path.Combine(directory, name + format.Extension());
            WholeFile.Write(path, stream => stream.Write(picture.ToBytes(format)));
            paths.Add(path);
        }
    }
}
