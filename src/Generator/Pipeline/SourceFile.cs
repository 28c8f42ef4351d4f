using FanIn.Dsl.Diagnostics;
using FanIn.Generator.Diagnostics;
using FanIn.Generator.Emission;

namespace FanIn.Generator.Pipeline;

/// <summary>A file to emit.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Project">What it takes from its project.</param>
internal sealed record SourceFile(FileContent Content, ProjectNames Project)
{
    /// <summary>Its source, or what went wrong: an exception would take every generated class of the project away.</summary>
    public (string? Source, Diagnostic? Failure) Emit(CancellationToken cancellation)
    {
        try
        {
            string source = Content.Experiment is { } experiment
                ? ExperimentEmitter.Emit(experiment, Project, cancellation)
                : StubEmitter.Emit(Content.Outline!, Project.Namespace);
            return (source, null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return (null, FileDiagnostic.Internal(Content.RelativePath, exception));
        }
    }
}
