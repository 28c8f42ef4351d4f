using FanIn.Dsl.Model;
using FanIn.Dsl.Text;

namespace FanIn.Generator.Pipeline;

/// <summary>
/// What a file's source depends on. Holds no position and no absolute path, so that a comment added to the YAML emits nothing again.
/// </summary>
/// <param name="RelativePath">The file, relative to the project.</param>
/// <param name="Experiment">The model of a sound file.</param>
/// <param name="Outline">The names of a broken file, as far as they could be read.</param>
internal sealed record FileContent(string RelativePath, Experiment? Experiment, ExperimentOutline? Outline)
{
    /// <summary>
    /// The content of what was read; without model and outline there is nothing to emit. A file that names a type which is unfit for its
    /// place is a broken one.
    /// </summary>
    public static FileContent From((ParsedFile File, EquatableArray<string> Unfit) input, CancellationToken cancellation)
    {
        var (file, unfit) = input;
        return file.Result.Experiment is { } experiment && !unfit.Contains(file.RelativePath)
            ? new(file.RelativePath, experiment, null)
            : new(file.RelativePath, null, file.Result.Outline is { } outline ? outline with { NameRange = default } : null);
    }

    /// <summary>Whether there is anything to emit.</summary>
    public bool IsKnown => Experiment is not null || Outline is not null;
}
