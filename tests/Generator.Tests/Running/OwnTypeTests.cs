using FanIn.Generator.Tests.Hosting;
using FanIn.Runtime.Experiments;
using Microsoft.CodeAnalysis;

namespace FanIn.Generator.Tests.Running;

/// <summary>Activations and initialisers of the user's own: they run, and what the compiler has against them it says in the YAML.</summary>
public class OwnTypeTests
{
    private const string File = """
        experiment: own
        input: { batch: 4, features: 3, distribution: MyLab.Ring }
        layers:
          - dense: 5
            init: { MyLab.Orthonormal: { gain: 6 } }
            bias: { global::Offset: { value: 0.5 } }
            activation: { MyLab.Snake: { frequency: 2 } }

        """;

    /// <summary>The same with a layer that C# would see five times.</summary>
    private const string Repeated = File + "    repeat: 5\n";

    private const string Reader = """
        #pragma warning disable CS1591
        namespace Demo;

        public static class User
        {
            public static double[] Read()
            {
                using var own = new Own();
                own.Run();
                var (w, input) = (own.Layer.Weights, own.Input);
                double sum = (input[1, 0] * w[0, 3]) + (input[1, 1] * w[1, 3]) + (input[1, 2] * w[2, 3]) + own.Layer.Bias[0, 3];
                return [input[1, 2], own.Layer.Bias[0, 3], sum, own.Layer.Activations[1, 3]];
            }
        }
        """;

    [Theory]
    [InlineData("float64", 1e-13)]
    [InlineData("float32", 1e-5)]
    public void They_are_drawn_and_applied(string dtype, double tolerance) => Compiler.Run(
        Project.WithYaml($"dtype: {dtype}\n{File}").WithCode(Yaml.OwnTypes).WithCode(Reader).Output,
        assembly =>
        {
            double[] read = (double[])assembly.GetType("Demo.User")!.GetMethod("Read")!.Invoke(null, null)!;
            Assert.Equal((-1, 0.5), (read[0], read[1]));        // Ring: 1 - 4 / 2
            Assert.Equal(read[2] + (Math.Pow(Math.Sin(2 * read[2]), 2) / 2), read[3], tolerance * Math.Abs(read[2]));
            Assert.Equal("MyLab.Snake { frequency: 2 }", Catalog(assembly)[0].Definition.Layers[0].Activation);
        });

    /// <summary>Named nowhere else in the file.</summary>
    [Fact]
    public void One_draws_the_gradient_from_above() => Compiler.Run(
        Project.WithYaml(
            "experiment: own\ninput: { batch: 4, features: 3 }\nlayers:\n "
            + " - { dense: 3, init: he_normal }\nbackward: { upstream: MyLab.Ring }\n")
            .WithCode(Yaml.OwnTypes).Output,
        assembly =>
        {
            using var experiment = (Experiment<double>)Catalog(assembly)[0].Create(new());
            experiment.Run();
            Assert.Equal(-1, experiment.Upstream[1, 2]);        // Ring: 1 - 4 / 2
        });

    [Fact]
    public void Their_random_numbers_are_those_of_the_tensor() => Compiler.Run(
        Project.Of(
            new TestFile(Project.Directory + "own.yaml",
                "experiment: own\ninput: { batch: 4, features: 3 }\nlayers:\n  - { dense: 5, init: { MyLab.Orthonormal: { gain: 6 } } }\n"),
            new TestFile(Project.Directory + "plain.yaml",
                "experiment: plain\ninput: { batch: 4, features: 3 }\nlayers:\n  - { dense: 5, init: { normal: { std: 2 } } }\n"))
            .WithCode(Yaml.OwnTypes).Output,
        assembly => Assert.Equal(Std(Catalog(assembly)[1]), Std(Catalog(assembly)[0])));

    [Theory]
    [InlineData("MyLab.Snake:", "MyLab.Snaky:", "CS0234", 7, 19)]
    [InlineData("MyLab.Snake:", "NoLab.Snake:", "CS0246", 7, 19)]
    [InlineData("MyLab.Ring", "MyLab.class", "CS0234", 2, 47)]
    public void Of_a_type_that_is_missing_the_compiler_speaks_once_and_in_the_yaml(string old, string now, string id, int line, int column)
    {
        var project = Project.WithYaml(Repeated.Replace(old, now)).WithCode(Yaml.OwnTypes);
        var error = Assert.Single(project.Output.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
        var span = error.Location.GetMappedLineSpan();
        Assert.Equal(id, error.Id);
        Assert.Equal(
            ("experiments/demo.yaml", line, column), (span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1));
        Assert.Equal(span.StartLinePosition.Line, span.EndLinePosition.Line);
        Assert.Empty(project.Faults);
    }

    [Theory]
    [InlineData("obj/Debug/net10.0/", "", "../../../../../../experiments/demo.yaml")]
    [InlineData("obj\\Debug\\", "obj/Debug/generated", "../../../../../../experiments/demo.yaml")]
    [InlineData("/repo/artifacts/obj/demo/", "", "../../../../../../demo/experiments/demo.yaml")]
    public void The_path_leads_from_the_outputs_to_the_file(string intermediate, string generated, string path)
    {
        var options = new TestOptions(
            ("ProjectDir", Project.Directory), ("IntermediateOutputPath", intermediate), ("CompilerGeneratedFilesOutputPath", generated));
        var project = Project.Of(options, new TestFile(Project.Directory + "experiments/demo.yaml", File));
        Assert.Contains($"65000 \"{path}\"", project.Source("experiments/demo.yaml"), StringComparison.Ordinal);
    }

    private static double Std(ExperimentEntry entry)
    {
        using var experiment = entry.Create(new());
        return experiment.Run().Layers[0].Activations!.Std;
    }

    private static IReadOnlyList<ExperimentEntry> Catalog(System.Reflection.Assembly assembly) =>
        (IReadOnlyList<ExperimentEntry>)assembly.GetTypes().Single(
            type => type.Name == "ExperimentCatalog").GetProperty("All")!.GetValue(null)!;
}
