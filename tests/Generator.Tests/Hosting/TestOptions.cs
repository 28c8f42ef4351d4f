using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FanIn.Generator.Tests.Hosting;

/// <summary>What MSBuild tells the compiler of a project.</summary>
internal sealed class TestOptions(params (string Name, string Value)[] properties) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Options(properties.ToImmutableDictionary(p => "build_property." + p.Name, p => p.Value, StringComparer.OrdinalIgnoreCase));

    public static TestOptions For(string projectDirectory, string rootNamespace = "Demo") =>
        new(("ProjectDir", projectDirectory), ("RootNamespace", rootNamespace));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(
        textFile is IExperimentFile { IsExperiment: true }
            ? ImmutableDictionary<string, string>.Empty.Add("build_metadata.AdditionalFiles.FanInExperiment", "true")
            : []);

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
