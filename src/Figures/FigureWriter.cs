using FanIn.Figures.Output;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;

namespace FanIn.Figures;

/// <summary>
/// Writes the figures of a run: one for each result, a contact sheet for each experiment of which several variants ran, for trainings the
/// histograms after each observed step, <c>&lt;id&gt;.steps</c>, and the losses of all variants, <c>&lt;experiment&gt;.loss</c>, and the
/// further kinds that the options or an experiment's own file ask for, <c>&lt;id&gt;.slopes</c> and so on.
/// </summary>
public static class FigureWriter
{
    /// <summary>
    /// Writes <c>&lt;directory&gt;/&lt;id&gt;.png</c> and <c>.svg</c>, and <c>&lt;directory&gt;/&lt;experiment&gt;.png</c> and
    /// <c>.svg</c> of the sheets.
    /// </summary>
    /// <param name="results">What ran, in order.</param>
    /// <param name="directory">Made if it is not there.</param>
    /// <param name="run">How to draw; null for one figure after the other. The files do not depend on it.</param>
    /// <param name="options">What to show besides; null for nothing.</param>
    /// <returns>The paths: those of the results in order, then those of the sheets, then those of further kinds.</returns>
    /// <exception cref="IOException">A file cannot be written; those before it in that order are there, and each file is whole.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; each file that is there is whole.</exception>
    public static IReadOnlyList<string> Write(
        IReadOnlyList<ExperimentResult> results, string directory, FigureRun? run = null, FigureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        return Write(
            results, result => result.Definition, result => ExperimentFigure.Picture(result, options),
            variants => ContactSheet.Picture(variants, options), directory, run ?? new(),
            [.. Trainings(results, options), .. Further(results, options ?? new())]);
    }

    /// <summary>Writes the figures of ensembles under the same names.</summary>
    /// <inheritdoc cref="Write(IReadOnlyList{ExperimentResult}, string, FigureRun?, FigureOptions?)"/>
    public static IReadOnlyList<string> Write(IReadOnlyList<EnsembleResult> results, string directory, FigureRun? run = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        return Write(
            results, result => result.Definition, EnsembleFigure.Picture, EnsembleFigure.SheetPicture, directory, run ?? new(), []);
    }

    private static IEnumerable<Job> Trainings(IReadOnlyList<ExperimentResult> results, FigureOptions? options)
    {
        var trained = results.Where(result => result.Training is not null).ToList();
        return trained
            .Select(result => new Job($"{result.Definition.Id}.steps", () => StepSheet.Picture(result, options)))
            .Concat(trained.GroupBy(result => result.Definition.Name)
                .Select(variants => new Job($"{variants.Key}.loss", () => LossFigure.Picture([.. variants]))));
    }

    private static IEnumerable<Job> Further(IReadOnlyList<ExperimentResult> results, FigureOptions options)
    {
        foreach (var kind in Enum.GetValues<FigureKind>().Where(kind => KindFigure.Suffix(kind) is not null))
        {
            var shown = results.Where(result => options.Shows(result.Definition, kind));
            var groups = kind.IsOfExperiment()
                ? shown.GroupBy(result => result.Definition.Name).Select(variants => (variants.Key, Results: variants.ToArray()))
                : shown.Select(result => (Key: result.Definition.Id, Results: new[] { result }));
            foreach (var (name, variants) in groups)
                yield return new(name + KindFigure.Suffix(kind), () => KindFigure.Picture(kind, variants, options));
        }
    }

    private static string[] Write<T>(
        IReadOnlyList<T> results,
        Func<T, ExperimentDefinition> definition,
        Func<T, FigurePicture> figure,
        Func<IReadOnlyList<T>, FigurePicture> sheet,
        string directory,
        FigureRun run,
        IEnumerable<Job> more)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var figures = results.Select(result => new Job(definition(result).Id, () => figure(result)));
        var sheets = results.GroupBy(result => definition(result).Name).Where(variants => variants.Count() > 1)
            .Select(variants => new Job(variants.Key, () => sheet([.. variants])));
        Job[] jobs = [.. figures, .. sheets, .. more];
        return [.. InParallel.Map(jobs, job => Write(job, directory, run.Cancellation), run).SelectMany(paths => paths)];
    }

    private static List<string> Write(Job job, string directory, CancellationToken cancellation)
    {
        List<string> paths = [];
        using var picture = job.Draw();
        foreach (var format in Enum.GetValues<FigureFormat>())
        {
            cancellation.ThrowIfCancellationRequested();
            var path = Path.Combine(directory, job.Name + format.Extension());
            WholeFile.Write(path, stream => stream.Write(picture.ToBytes(format)));
            paths.Add(path);
        }

        return paths;
    }

    /// <summary>A figure with the name of its files.</summary>
    private sealed record Job(string Name, Func<FigurePicture> Draw);
}
