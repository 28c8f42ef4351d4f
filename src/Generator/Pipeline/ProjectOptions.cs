using FanIn.Generator.Writing;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FanIn.Generator.Pipeline;

/// <summary>What the project says; each as plain text, so that a new options object with the same text changes nothing.</summary>
internal static class ProjectOptions
{
    private const string DefaultNamespace = "Experiments";

    /// <summary>The project's directory; empty when the host does not tell.</summary>
    public static string Directory(AnalyzerConfigOptionsProvider options, CancellationToken cancellation) =>
        Property(options, "ProjectDir");

    /// <summary>The project's names.</summary>
    public static ProjectNames Names((AnalyzerConfigOptionsProvider Options, string AssemblyName) project, CancellationToken cancellation)
    {
        string directory = Directory(project.Options, cancellation);
        string output = new[] { "CompilerGeneratedFilesOutputPath", "IntermediateOutputPath" }
            .Select(name => Property(project.Options, name)).FirstOrDefault(path => path.Length > 0) ?? "";
        return new(Namespace(project, cancellation), output.Length == 0 ? "" : ProjectPath.ToProject(output, directory));
    }

    /// <summary>FanInNamespace, else RootNamespace, else the assembly's name made into a namespace.</summary>
    private static string Namespace((AnalyzerConfigOptionsProvider Options, string AssemblyName) project, CancellationToken cancellation) =>
        new[] { Property(project.Options, "FanInNamespace"), Property(project.Options, "RootNamespace"), project.AssemblyName }
            .Select(Escape.Namespace)
            .FirstOrDefault(name => name.Length > 0) ?? DefaultNamespace;

    private static string Property(AnalyzerConfigOptionsProvider options, string name) =>
        options.GlobalOptions.TryGetValue($"build_property.{name}", out string? value) ? value.Trim() : "";
}
