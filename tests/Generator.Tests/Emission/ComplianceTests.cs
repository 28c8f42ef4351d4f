using FanIn.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FanIn.Generator.Tests.Emission;

/// <summary>Generated code compiles without a warning, whatever the project around it is like.</summary>
public class ComplianceTests
{
    private static readonly TestFile[] Files =
    [
        new(Project.Directory + "matrix.yaml", Yaml.Matrix),
        new(Project.Directory + "clean.yaml", Yaml.Clean),
        new(Project.Directory + "broken.yaml", Yaml.Broken),
    ];

    [Theory]
    [InlineData(true, NullableContextOptions.Enable)]
    [InlineData(true, NullableContextOptions.Disable)]
    [InlineData(false, NullableContextOptions.Warnings)]
    [InlineData(false, NullableContextOptions.Annotations)]
    public void In_checked_and_unchecked_and_any_nullable_context(bool isChecked, NullableContextOptions nullable) =>
        AssertClean(options => options.WithOverflowChecks(isChecked).WithNullableContextOptions(nullable));

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.Preview)]
    public void In_any_language_version_that_a_project_may_ask_for(LanguageVersion version) =>
        Compiler.AssertClean(Project.Of(TestOptions.For(Project.Directory), version, Files).Output);

    [Theory]
    [InlineData(OptimizationLevel.Debug)]
    [InlineData(OptimizationLevel.Release)]
    public void In_both_configurations(OptimizationLevel level) => AssertClean(options => options.WithOptimizationLevel(level));

    [Theory]
    [InlineData("Demo", "namespace Demo; class Formula; class DenseLayer; class Experiment; class Tanh;")]
    [InlineData("Demo", "class Runtime; class Layers; enum RandomStream;")]
    [InlineData("Demo.System", "namespace Demo.System { class Func; } namespace Demo.FanIn { class Runtime; }")]
    [InlineData("runtime", "")]
    [InlineData("Clean", "")]
    [InlineData("Demo.Clean", "")]
    [InlineData("Demo.Matrix", "namespace Demo { class Clean; }")]
    [InlineData("my-app.class", "")]
    [InlineData("experiments", "class Own;")]
    public void Beside_whatever_names_the_project_has(string rootNamespace, string code)
    {
        var project = Project.Of(TestOptions.For(Project.Directory, rootNamespace), Files);
        Compiler.AssertClean(project.WithCode("#pragma warning disable\n" + code).Output);
    }

    public static TheoryData<string> LongFormulas => new()
    {
        string.Concat(Enumerable.Repeat("1 + ", 240)) + "1",
        string.Concat(Enumerable.Repeat("1 - ", 240)) + "1",
        $"min({string.Join(", ", Enumerable.Range(100, 200))})",
        string.Concat(Enumerable.Repeat("1^", 60)) + "1",
        string.Concat(Enumerable.Repeat("abs(", 60)) + "1" + new string(')', 60),
    };

    [Theory]
    [MemberData(nameof(LongFormulas))]
    public void With_formulas_as_long_and_as_deep_as_they_may_be(string formula)
    {
        var project = Project.WithYaml(Yaml.Clean + $"histogram: {{ range: [-1000, \"{formula}\"] }}\n");
        Assert.Empty(project.Faults);
        Compiler.AssertClean(project.Output);
    }

    [Theory]
    [InlineData("formula")]
    [InlineData("runtime")]
    [InlineData("experiment")]
    [InlineData("dense-layer")]
    [InlineData("random-stream")]
    [InlineData("double")]
    [InlineData("definitions")]
    [InlineData("3d")]
    [InlineData("class")]
    [InlineData("object")]
    public void With_experiments_layers_and_labels_of_any_name(string name) => Compiler.AssertClean(Project.WithYaml($$"""
        experiment: {{name}}
        input: { batch: 8, features: 3 }
        layers:
          - { dense: 4, name: own-{{name}}, init: $init }
          - { dense: 4, name: weights, init: $init }
        matrix:
          init: { {{name}}-label: normal, parameter: uniform }
        """).Output);

    [Fact]
    public void Namespaces_come_from_FanInNamespace_then_RootNamespace_then_the_assembly()
    {
        Assert.Contains("namespace Own.Place;", Namespace(("FanInNamespace", "Own.Place"), ("RootNamespace", "Root")));
        Assert.Contains("namespace Root;", Namespace(("FanInNamespace", " "), ("RootNamespace", "Root")));
        Assert.Contains("namespace Demo;", Namespace());
    }

    [Fact]
    public void A_project_without_experiments_gets_nothing()
    {
        Assert.Empty(Project.Of().Sources);
        Assert.Empty(Project.Of(new TestFile(Project.Directory + "a.yaml", Yaml.Clean, isExperiment: false)).Sources);
    }

    [Fact]
    public void A_project_whose_only_file_is_unreadable_has_an_empty_catalog()
    {
        var project = Project.WithYaml("");
        Assert.Equal(["ExperimentCatalog.cs"], project.Sources.Keys);
        Compiler.AssertClean(project.Output);
    }

    private static void AssertClean(Func<CSharpCompilationOptions, CSharpCompilationOptions> edit) =>
        Compiler.AssertClean(Project.Of(Files).WithCompilation(compilation => compilation.WithOptions(edit(compilation.Options))).Output);

    private static string Namespace(params (string, string)[] properties) =>
        Project.Of(new TestOptions([("ProjectDir", Project.Directory), .. properties]), Files).Source("clean.yaml");
}
