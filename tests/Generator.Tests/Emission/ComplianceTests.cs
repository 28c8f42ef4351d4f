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
    public void In_checked_and_unchecked_and_any_nullable_context(bool isChecked, NullableContextOptions nullable) => Compiler.AssertClean(
        Project.Of(Files).WithCompilation(c => c.WithOptions(c.Options.WithOverflowChecks(isChecked).WithNullableContextOptions(nullable))).Output);

    [Theory]
    [InlineData(OptimizationLevel.Debug)]
    [InlineData(OptimizationLevel.Release)]
    public void In_both_configurations(OptimizationLevel level) => Compiler.AssertClean(
        Project.Of(Files).WithCompilation(c => c.WithOptions(c.Options.WithOptimizationLevel(level))).Output);

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
        var output = project.WithCompilation(c => c.AddSyntaxTrees(CSharpSyntaxTree.ParseText("#pragma warning disable\n" + code, new(LanguageVersion.CSharp14)))).Output;
        Compiler.AssertClean(output);
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

    private static string Namespace(params (string, string)[] properties) =>
        Project.Of(new TestOptions([("ProjectDir", Project.Directory), .. properties]), Files).Source("clean.yaml");
}
