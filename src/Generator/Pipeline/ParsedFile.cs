using FanIn.Dsl;
using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Text;
using FanIn.Generator.Diagnostics;

namespace FanIn.Generator.Pipeline;

/// <summary>What was read from one file.</summary>
/// <param name="Path">The file, for the locations of diagnostics alone.</param>
/// <param name="RelativePath">The file, relative to the project.</param>
/// <param name="Result">What it says, and what is wrong with it.</param>
internal sealed record ParsedFile(string Path, string RelativePath, ReadResult Result)
{
    /// <summary>
    /// Reads a file. Whatever goes wrong becomes a diagnostic at the file: an exception would take every generated class of the
    /// project away.
    /// </summary>
    public static ParsedFile Read(InputFile file, CancellationToken cancellation) => Read(file, ExperimentReader.Read, cancellation);

    /// <summary>Reads an experiment's text.</summary>
    public delegate ReadResult Reader(ExperimentSource source, CancellationToken cancellation);

    /// <summary>The same with any reader.</summary>
    public static ParsedFile Read(InputFile file, Reader reader, CancellationToken cancellation) =>
        new(file.Path, file.RelativePath, ReadResult(file, reader, cancellation));

    /// <summary>What there is to report, with the path that a location needs.</summary>
    public FileDiagnostics Diagnostics => new(Path, Result.Diagnostics);

    private static ReadResult ReadResult(InputFile file, Reader reader, CancellationToken cancellation)
    {
        if (file.Text is null)
            return Failed(FileDiagnostic.Unreadable(file.RelativePath));
        try
        {
            return reader(new(file.RelativePath, file.Text), cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Failed(FileDiagnostic.Internal(file.RelativePath, exception));
        }
    }

    private static ReadResult Failed(Diagnostic diagnostic) => new(null, null, new EquatableArray<Diagnostic>([diagnostic]));
}
