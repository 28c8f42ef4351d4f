using System.Collections.Immutable;
using FanIn.Dsl.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Diagnostic = FanIn.Dsl.Diagnostics.Diagnostic;
using RoslynDiagnostic = Microsoft.CodeAnalysis.Diagnostic;

namespace FanIn.Generator.Diagnostics;

/// <summary>The reader's diagnostics as the compiler's, at the YAML's own line and column.</summary>
internal static class DiagnosticReporter
{
    /// <summary>A descriptor for each rule of the catalog.</summary>
    public static ImmutableDictionary<string, DiagnosticDescriptor> Descriptors { get; } =
        DiagnosticCatalog.All.ToImmutableDictionary(rule => rule.Id, Describe);

    /// <summary>Reports each diagnostic of a file.</summary>
    public static void Report(SourceProductionContext context, FileDiagnostics file)
    {
        foreach (var diagnostic in file.Diagnostics)
            context.ReportDiagnostic(Convert(diagnostic, file.Path));
    }

    private static RoslynDiagnostic Convert(Diagnostic diagnostic, string path)
    {
        var (from, to) = (diagnostic.Range.From, diagnostic.Range.To);
        var location = Location.Create(
            path,
            new TextSpan(diagnostic.Range.Start, diagnostic.Range.Length),
            new LinePositionSpan(new(from.Line, from.Column), new(to.Line, to.Column)));
        return RoslynDiagnostic.Create(Descriptors[diagnostic.Id], location, diagnostic.Message);
    }

    private static DiagnosticDescriptor Describe(DiagnosticRule rule) => new(
        rule.Id,
        rule.Title,
        messageFormat: "{0}",
        rule.Category,
        rule.Severity == Severity.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: rule.Explanation,
        helpLinkUri: rule.Page);
}
