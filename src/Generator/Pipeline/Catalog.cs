using System.Collections.Immutable;
using FanIn.Dsl.Text;

namespace FanIn.Generator.Pipeline;

/// <summary>The experiments of a project.</summary>
/// <param name="HasFiles">Whether the project has experiment files at all; without any it gets no catalog.</param>
/// <param name="Classes">The classes in the order of their files' paths and matrices, nested ones with their enclosing class.</param>
internal sealed record Catalog(bool HasFiles, EquatableArray<string> Classes)
{
    /// <summary>The classes of all sound files, those left out that lost a conflict.</summary>
    public static Catalog From((ImmutableArray<FileContent> Files, EquatableArray<string> Losers) project, CancellationToken cancellation)
    {
        var classes =
            from file in project.Files.OrderBy(file => file.RelativePath, StringComparer.Ordinal)
            where !project.Losers.Contains(file.RelativePath)
            let experiment = file.Experiment
            where experiment is not null
            from variant in experiment.Variants
            select experiment.HasMatrix ? $"{experiment.ClassName}.{variant.ClassName}" : variant.ClassName;
        return new(project.Files.Length > 0, classes.ToEquatableArray());
    }
}
