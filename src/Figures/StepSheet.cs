using FanIn.Figures.Layout;
using FanIn.Figures.Output;
using FanIn.Runtime.Results;

namespace FanIn.Figures;

/// <summary>
/// The histograms of a training over time: a row of panels for each number of steps after which the network was observed.
/// </summary>
public static class StepSheet
{
    /// <summary>Writes the sheet, whole or not at all; folders are made as needed.</summary>
    /// <param name="result">A trained experiment.</param>
    /// <param name="path">Ends in <c>.png</c> or <c>.svg</c>.</param>
    /// <exception cref="ArgumentException">The result is not of a training, or the path has another extension.</exception>
    /// <exception cref="IOException">The file cannot be written; the old one stays.</exception>
    public static void Save(ExperimentResult result, string path)
    {
        using var picture = Picture(result);
        WholeFile.Write(path, stream => stream.Write(picture.ToBytes(FigureFormats.Of(path))));
    }

    internal static FigurePicture Picture(ExperimentResult result, FigureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Training is not { } training)
            throw new ArgumentException($"{result.Definition.Id} is not trained.", nameof(result));
        var observed = training.Checkpoints.Select(checkpoint => FigureSubject.Of(At(result, checkpoint), options));
        return SheetComposer.Compose([.. observed], "observation");
    }

    /// <summary>The result as it would be if the training had ended there.</summary>
    private static ExperimentResult At(ExperimentResult result, TrainingCheckpoint checkpoint)
    {
        var label = FormattableString.Invariant($"after {checkpoint.Step} steps");
        return result with
        {
            Layers = checkpoint.Layers,
            Sketch = checkpoint.Sketch ?? result.Sketch,
            Definition = result.Definition with { Id = $"{result.Definition.Id} {label}", Name = result.Definition.Id, Label = label },
        };
    }
}
