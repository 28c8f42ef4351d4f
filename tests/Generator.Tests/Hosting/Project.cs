using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using FanIn.Runtime.Experiments;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FanIn.Generator.Tests.Hosting;

/// <summary>A project as the compiler sees it, with the generator in its driver. Immutable: each edit is a new project.</summary>
internal sealed record Project
{
    public const string Directory = "/repo/demo/";

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    public static ImmutableArray<MetadataReference> References { get; } =
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(IExperiment).Assembly.Location)];

    public required GeneratorDriver Driver { get; init; }

    public CSharpCompilation Compilation { get; init; } = CSharpCompilation.Create(
        "Demo",
        references: References,
        options: new(OutputKind.DynamicallyLinkedLibrary, warningLevel: 9999, nullableContextOptions: NullableContextOptions.Enable));

    public GeneratorRunResult Result => Driver.GetRunResult().Results.Single();

    /// <summary>The generated text of a YAML file.</summary>
    public string Source(string relativePath) => Sources[relativePath + ".g.cs"];

    public IReadOnlyDictionary<string, string> Sources =>
        Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>The generator's diagnostics as <c>dotnet build</c> prints them, in the order of file and place.</summary>
    public IReadOnlyList<string> Diagnostics => Shown(_ => true);

    /// <summary>Those that say that a file is wrong, and not what theory expects of a sound one.</summary>
    public IReadOnlyList<string> Faults => Shown(diagnostic => diagnostic.Descriptor.Category == "FanIn");

    private IReadOnlyList<string> Shown(Func<Diagnostic, bool> isShown) => [.. Result.Diagnostics.Where(isShown)
        .OrderBy(d => d.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start)
        .Select(d => d.ToString())];

    public static Project Of(params AdditionalText[] files) => Of(TestOptions.For(Directory), files);

    public static Project Of(AnalyzerConfigOptionsProvider options, params AdditionalText[] files) =>
        Of(options, LanguageVersion.CSharp14, files);

    public static Project Of(AnalyzerConfigOptionsProvider options, LanguageVersion language, params AdditionalText[] files)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new ExperimentGenerator().AsSourceGenerator()],
            files,
            ParseOptions.WithLanguageVersion(language),
            options,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new Project { Driver = driver }.Run();
    }

    /// <summary>A project whose one file, experiments/demo.yaml, has this text.</summary>
    public static Project WithYaml(string yaml) => Of(new TestFile(Directory + "experiments/demo.yaml", yaml));

    public Project Run() => this with { Driver = Driver.RunGenerators(Compilation) };

    public Project Edit(Func<GeneratorDriver, GeneratorDriver> edit) => (this with { Driver = edit(Driver) }).Run();

    public Project WithCode(string code) =>
        (this with { Compilation = Compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, ParseOptions)) }).Run();

    public Project WithCompilation(Func<CSharpCompilation, CSharpCompilation> edit) =>
        (this with { Compilation = edit(Compilation) }).Run();

    /// <summary>The compilation with the generated sources in it.</summary>
    public Compilation Output => Compilation.AddSyntaxTrees(Result.GeneratedSources.Select(source => source.SyntaxTree));
}
