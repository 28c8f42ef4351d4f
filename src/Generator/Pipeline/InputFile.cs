using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FanIn.Generator.Pipeline;

/// <summary>One experiment file as text.</summary>
/// <param name="Path">Where it is, for the locations of diagnostics alone.</param>
/// <param name="RelativePath">The path that everything else uses: relative to the project, with <c>/</c>.</param>
/// <param name="Text">Its text; null when it can't be read.</param>
internal sealed record InputFile(string Path, string RelativePath, string? Text)
{
    /// <summary>Set by buildTransitive/FanIn.props on the additional files that are experiments.</summary>
    private const string Metadata = "build_metadata.AdditionalFiles.FanInExperiment";

    /// <summary>Whether the project says that the file is an experiment.</summary>
    public static bool IsExperiment((AdditionalText File, AnalyzerConfigOptionsProvider Options) input) =>
        input.Options.GetOptions(input.File).TryGetValue(Metadata, out string? value) && value == "true";

    /// <summary>Reads the file through the compiler.</summary>
    public static InputFile Read((AdditionalText File, string ProjectDirectory) input, CancellationToken cancellation)
    {
        string path = input.File.Path;
        return new(path, ProjectPath.Relative(path, input.ProjectDirectory), ReadText(input.File, cancellation));
    }

    /// <summary>Hosts fail to read in many ways; whichever it is, it is about this file alone.</summary>
    private static string? ReadText(AdditionalText file, CancellationToken cancellation)
    {
        try
        {
            return file.GetText(cancellation)?.ToString();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return null;
        }
    }
}
