using System.Text;
using FanIn.Generator.Diagnostics;
using FanIn.Generator.Emission;
using FanIn.Generator.Pipeline;
using FanIn.Generator.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FanIn.Generator;

/// <summary>
/// Turns the project's experiment files into C#. This class is the pipeline alone: the reader reasons, the emitters print.
/// One parse of a file feeds two outputs, its source and its diagnostics, so that moving a line moves a diagnostic and emits nothing.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ExperimentGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var options = context.AnalyzerConfigOptionsProvider;
        var projectDirectory = options.Select(ProjectOptions.Directory).WithTrackingName(StepNames.ProjectDirectory);
        var project = options
            .Combine(context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName ?? ""))
            .Select(ProjectOptions.Names).WithTrackingName(StepNames.Project);

        var files = context.AdditionalTextsProvider
            .Combine(options).Where(InputFile.IsExperiment).Select(static (input, _) => input.Left)
            .Combine(projectDirectory).Select(InputFile.Read).WithTrackingName(StepNames.Files);
        var parsed = files.Select(ParsedFile.Read).WithTrackingName(StepNames.Parsed);
        var diagnostics = parsed.Select(static (file, _) => file.Diagnostics).WithTrackingName(StepNames.Diagnostics);
        var userTypes = parsed.Where(static file => file.Result.OwnTypes.Count > 0)
            .Select(UserTypes.From).Combine(project).Combine(context.CompilationProvider)
            .Select(UserTypes.Check).WithTrackingName(StepNames.UserTypes);
        var unfit = userTypes.Collect().Select(UnfitTypes.Files).WithTrackingName(StepNames.Unfit);
        var contents = parsed.Combine(unfit).Select(FileContent.From).WithTrackingName(StepNames.Contents);

        var conflicts = parsed.Collect().Select(Conflicts.Find).WithTrackingName(StepNames.Conflicts);
        var losers = conflicts.Select(static (found, _) => found.Losers).WithTrackingName(StepNames.Losers);
        var catalog = contents.Collect().Combine(losers).Select(Catalog.From).WithTrackingName(StepNames.Catalog);
        var sources = contents
            .Where(static content => content.IsKnown)
            .Combine(losers).Where(static file => !file.Right.Contains(file.Left.RelativePath)).Select(static (file, _) => file.Left)
            .Combine(project).Select(static (file, _) => new SourceFile(file.Left, file.Right))
            .WithTrackingName(StepNames.Sources);

        context.RegisterSourceOutput(sources, AddSource);
        context.RegisterSourceOutput(catalog.Combine(project), AddCatalog);
        context.RegisterSourceOutput(diagnostics, DiagnosticReporter.Report);
        context.RegisterSourceOutput(userTypes, static (context, file) => DiagnosticReporter.Report(context, file.Diagnostics));
        context.RegisterSourceOutput(conflicts, Conflicts.Report);
    }

    private static void AddSource(SourceProductionContext context, SourceFile file)
    {
        var (source, failure) = file.Emit(context.CancellationToken);
        if (source is not null)
            context.AddSource(ProjectPath.Hint(file.Content.RelativePath), SourceText.From(source, Encoding.UTF8));
        if (failure is not null)
            DiagnosticReporter.Report(context, new(failure.Path, new([failure])));
    }

    private static void AddCatalog(SourceProductionContext context, (Catalog Catalog, ProjectNames Names) project)
    {
        if (!project.Catalog.HasFiles)
            return;
        string source = CatalogEmitter.Emit(project.Catalog, project.Names.Namespace);
        context.AddSource($"{Names.Catalog}.cs", SourceText.From(source, Encoding.UTF8));
    }
}
