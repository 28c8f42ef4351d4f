using FanIn.Figures.Layout;
using FanIn.Figures.Output;
using FanIn.Runtime.Results;

namespace FanIn.Figures;

/// <summary>
/// The figure of an experiment over several seeds: the mean histogram of each layer with a band of one standard deviation to either
/// side, and the statistics as mean ± standard deviation.
/// </summary>
public static class EnsembleFigure
{
    /// <summary>Writes the figure, whole or not at all; folders are made as needed.</summary>
    /// <param name="ensemble">What to draw.</param>
    /// <param name="path">Ends in <c>.png</c> or <c>.svg</c>.</param>
    /// <exception cref="ArgumentException">The path has another extension.</exception>
    /// <exception cref="IOException">The file cannot be written; the old one stays.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static void Save(EnsembleResult ensemble, string path) =>
        WholeFile.Write(path, stream => stream.Write(ToBytes(ensemble, FigureFormats.Of(path))));

    /// <summary>The figure as the content of a file.</summary>
    public static byte[] ToBytes(EnsembleResult ensemble, FigureFormat format)
    {
        using var picture = Picture(ensemble);
        return picture.ToBytes(format);
    }

    internal static FigurePicture Picture(EnsembleResult ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        return FigureComposer.Compose(FigureSubject.Of(ensemble));
    }

    /// <summary>Many ensembles on one page, as <see cref="ContactSheet"/> lays results out.</summary>
    internal static FigurePicture SheetPicture(IReadOnlyList<EnsembleResult> ensembles) =>
        SheetComposer.Compose([.. ensembles.Select(FigureSubject.Of)]);
}
