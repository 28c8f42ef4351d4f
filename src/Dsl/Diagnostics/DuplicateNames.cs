using FanIn.Dsl.Model;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Diagnostics;

/// <summary>The one check that needs all files of a project.</summary>
public static class DuplicateNames
{
    /// <summary>A diagnostic, in the order of the files, in each whose experiment has the name or the C# name of another's.</summary>
    /// <param name="outlines">The outlines of all files whose name could be read, broken ones included.</param>
    public static EquatableArray<Diagnostic> Find(IEnumerable<ExperimentOutline> outlines)
    {
        var all = outlines.ToList();
        var byClass = all.ToLookup(outline => outline.ClassName, StringComparer.Ordinal);
        return all.Where(outline => byClass[outline.ClassName].Skip(1).Any())
            .Select(outline => Describe(outline, byClass[outline.ClassName].First(other => !ReferenceEquals(other, outline))))
            .ToEquatableArray();
    }

    private static Diagnostic Describe(ExperimentOutline outline, ExperimentOutline other)
    {
        bool sameName = outline.Name == other.Name;
        var rule = sameName ? DiagnosticCatalog.DuplicateExperiment : DiagnosticCatalog.CSharpClash;
        string message = sameName
            ? $"The experiment '{outline.Name}' is also in {other.SourcePath}. Give one of them another name."
            : $"The experiments '{outline.Name}' and '{other.Name}' ({other.SourcePath}) both become the class "
                + $"{outline.ClassName}. Give one of them another name.";
        return new Diagnostic(rule.Id, rule.Severity, outline.SourcePath, outline.NameRange, message);
    }
}
