using System.Collections.Immutable;
using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Text;
using FanIn.Generator.Diagnostics;

namespace FanIn.Generator.Pipeline;

/// <summary>What is wrong between files: one name for two experiments, or one path for two files.</summary>
/// <param name="Diagnostics">A diagnostic in every file involved.</param>
/// <param name="Losers">The relative paths of the files that are not emitted: C# would only report the conflict a second time.</param>
internal sealed record Conflicts(EquatableArray<FileDiagnostics> Diagnostics, EquatableArray<string> Losers)
{
    /// <summary>Looks at all files of the project.</summary>
    public static Conflicts Find(ImmutableArray<ParsedFile> files, CancellationToken cancellation)
    {
        var byHint = files.GroupBy(file => ProjectPath.Hint(file.RelativePath), StringComparer.OrdinalIgnoreCase).ToList();
        var repeated = byHint.Where(group => group.Skip(1).Any()).SelectMany(group => group.Select((file, i) =>
            (file.Path, Diagnostic: FileDiagnostic.Repeated(file.RelativePath, group.ElementAt(i == 0 ? 1 : 0).RelativePath)))).ToList();

        var unique = byHint.Where(group => !group.Skip(1).Any()).Select(group => group.Single()).ToDictionary(file => file.RelativePath);
        var outlines = unique.Values.Select(file => file.Result.Outline).OfType<Dsl.Model.ExperimentOutline>().ToList();
        var named = DuplicateNames.Find(outlines).Select(diagnostic => (unique[diagnostic.Path].Path, Diagnostic: diagnostic));
        var later = outlines.GroupBy(outline => outline.ClassName, StringComparer.Ordinal)
            .SelectMany(group => group.OrderBy(outline => outline.SourcePath, StringComparer.Ordinal).Skip(1))
            .Select(outline => outline.SourcePath);

        return new(
            repeated.Concat(named).Select(found => new FileDiagnostics(found.Path, new([found.Diagnostic]))).ToEquatableArray(),
            repeated.Select(found => found.Diagnostic.Path).Concat(later).ToEquatableArray());
    }

    /// <summary>Reports each diagnostic in its file.</summary>
    public static void Report(Microsoft.CodeAnalysis.SourceProductionContext context, Conflicts conflicts)
    {
        foreach (var file in conflicts.Diagnostics)
            DiagnosticReporter.Report(context, file);
    }
}
