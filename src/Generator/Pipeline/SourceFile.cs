using FanIn.Dsl.Diagnostics;
using FanIn.Generator.Diagnostics;
using FanIn.Generator.Emission;

namespace FanIn.Generator.Pipeline;

/// <summary>A file to emit.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Namespace">Where its types go.</param>
internal sealed record SourceFile(FileContent Content, string Namespace)
{
    /// <summary>Its source, or what went wrong: an exception would take every generated class of the project away.</summary>
    public (string? Source, Diagnostic? Failure) Emit(CancellationToken cancellation)
    {
        try
        {
            string source = Content.Experiment is { } experiment
                ? ExperimentEmitter.Emit(experiment, Namespace, cancellation)
                : StubEmitter.Emit(Content.Outline!, Namespace);
            return (source, null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return (null, FileDiagnostic.Internal(Content.RelativePath, exception));
        }
    }
}
