using System.Reflection;
using FanIn.Generator.Tests.Hosting;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

namespace FanIn.Generator.Tests.Running;

/// <summary>Generated code compiled, loaded and run against the runtime.</summary>
public class GeneratedCodeTests
{
    private const string User = """
        #pragma warning disable CS1591
        namespace Demo;

        public static class User
        {
            public static double Typed()
            {
                using var experiment = new Matrix.ReluHe(seed: 42);
                var result = experiment.Run();
                double own = experiment.Hidden2.Activations[7, 3];
                double[] all = new double[8 * 4];
                experiment.Hidden2.Activations.CopyTo(all);
                return own == all[^1] ? result["hidden2"].Activations!.Std : double.NaN;
            }

            public static double Own()
            {
                using var experiment = new Clean();
                experiment.Draw();
                experiment.Input.CopyFrom(new double[8 * 3]);
                experiment.Forward();
                experiment.Observe();
                return experiment.ToResult()["layer"].Activations!.Max;
            }
        }
        """;

    private static readonly Project Sample = Project.Of(
        new TestFile(Project.Directory + "experiments/matrix.yaml", Yaml.Matrix),
        new TestFile(Project.Directory + "experiments/clean.yaml", Yaml.Clean));

    [Fact]
    public void The_catalog_lists_all_in_the_order_of_paths_and_matrices() => Run(Sample, catalog => Assert.Equal(
        ["clean", "matrix/sigmoid-std0.01", "matrix/sigmoid-he", "matrix/relu-std0.01", "matrix/relu-he"],
        catalog.Select(entry => entry.Definition.Id)));

    [Fact]
    public void Every_entry_runs_and_gives_a_result_of_its_shape() => Run(Sample, catalog => Assert.All(catalog, entry =>
    {
        using var experiment = entry.Create(new());
        var result = experiment.Run();
        Assert.Same(entry.Definition, result.Definition);
        Assert.Equal(entry.Definition.Layers.Select(layer => layer.Name), result.Layers.Select(layer => layer.Name));
        Assert.All(result.Layers, layer => Assert.Equal(8 * 4, layer.Activations!.Count));
        Assert.All(result.Layers, layer => Assert.True(double.IsFinite(layer.Activations!.Std)));
    }));

    [Fact]
    public void Options_override_the_file_and_its_absence_leaves_it() => Run(
        Project.WithYaml(Yaml.Clean + "seed: 7\nrng: numpy-legacy\n"),
        catalog =>
        {
            using var own = catalog[0].Create(new());
            using var other = catalog[0].Create(new(Seed: 8, Stream: RandomStream.NumpyPcg64, Threads: 2));
            Assert.Equal((7UL, RandomStream.NumpyLegacy), (own.Seed, own.Stream));
            Assert.Equal((8UL, RandomStream.NumpyPcg64), (other.Seed, other.Stream));
        });

    [Fact]
    public void A_definition_says_what_the_file_says() => Run(
        Project.WithYaml("""
            experiment: said
            description: "Quoted \"words\", <tags> and 😀."
            seed: 18446744073709551615
            dtype: float32
            keep: last
            input: { batch: 5, features: 2, distribution: { uniform: { min: -1, max: 1 } } }
            layers:
              - { dense: 3, name: a, init: he_normal, bias: zeros, activation: relu }
              - { dense: 4, name: a, init: { normal: { std: sqrt(1 / fan_in) } } }
            histogram: { bins: 7, range: [-1e-3, 2 / 3] }
            observe: [activations, { preactivations: { bins: 4, range: auto } }]
            expect: [{ layer: a2, std: { min: 0.25 }, mean: { near: -0.50, within: 10 % } }]
            figure: [{ ylim: [0, 10] }]
            """),
        catalog =>
        {
            var said = catalog[0].Definition;
            Assert.Equal("Quoted \"words\", <tags> and 😀.", said.Description);
            Assert.Equal(((Seed)ulong.MaxValue, "float32", 5, 2, false), (said.Seed, said.Dtype, said.Batch, said.Features, said.KeepAll));
            Assert.Equal(
                [
                    new LayerDefinition(
                        "a1", "a/1", 2, 3, "he_normal", "zeros", "relu") { Initialiser = "he_normal", Formula = "std = sqrt(2 / 2)" },
                    new LayerDefinition("a2", "a/2", 3, 4, "normal { std: sqrt(1 / fan_in) }", null, "identity")
                    {
                        Initialiser = "normal",
                        Formula = "std = sqrt(1 / 3)",
                    },
                ],
                said.Layers);
            Assert.Equal(new HistogramDefinition(7, (-1e-3, 2.0 / 3.0)), said.Activations);
            Assert.Equal(new HistogramDefinition(4, null), said.PreActivations);
            Assert.Null(said.Weights);
            Assert.Equal(
                [
                    new Expectation("a2", "activations", "std", 0.25, double.PositiveInfinity),
                    new Expectation("a2", "activations", "mean", -0.55, -0.45) { Near = -0.5, Printed = "-0.50", Within = "10 %" },
                ],
                said.Expectations);
            Assert.Null(said.FigureX);
            Assert.Equal((0.0, 10.0), said.FigureY);
            Assert.Equal("experiments/demo.yaml", said.SourcePath);
            Assert.Matches("^[0-9a-f]{64}$", said.SourceHash);
        });

    [Fact]
    public void Keep_last_and_keep_all_see_the_same() => Run(
        Project.Of(
            new TestFile(Project.Directory + "all.yaml", Deep("all")),
            new TestFile(Project.Directory + "last.yaml", Deep("last"))),
        catalog => Assert.Equal(Statistics(catalog[0]), Statistics(catalog[1])));

    [Fact]
    public void Layer_by_layer_and_depth_first_see_the_same() => Run(
        Project.Of(
            new TestFile(Project.Directory + "small.yaml", Wide("small", 4)),
            new TestFile(Project.Directory + "wide.yaml", Wide("wide", 1500))),
        catalog => Assert.Equal(Statistics(catalog[0]).First(), Statistics(catalog[1]).First()));

    [Fact]
    public void A_formula_gives_the_number_that_it_says() => Run(
        Project.WithYaml("""
            input:
              batch: 3
              features: 2
              distribution: { constant: { value: "max(1, 2, 3) - min(0.5, 7) * abs(-2)^2 / pow(2, 1) + 0 * (exp(0) + log(1))" } }
            layers:
              - { dense: 2, init: { constant: { value: 2^3^2 / 512 } }, bias: { constant: { value: -2^2 } } }
            """),
        catalog =>
        {
            using var experiment = catalog[0].Create(new());
            var layer = experiment.Run().Layers[0].Activations!;
            Assert.Equal(((2 * 2.0) - 4, (2 * 2.0) - 4), (layer.Min, layer.Max));
        });

    [Fact]
    public void A_run_allocates_nothing_once_it_is_made() => Run(Sample, catalog => Assert.All(catalog, entry =>
    {
        using var experiment = entry.Create(new());
        experiment.Run();
        Assert.Equal(0, Allocations.OfThread(() =>
        {
            experiment.Draw();
            experiment.Forward();
            experiment.Observe();
        }));
    }));

    [Fact]
    public void A_user_reaches_layers_and_tensors_by_name() => Compiler.Run(Sample.WithCode(User).Output, assembly =>
    {
        Assert.True(Invoke(assembly, "Typed") > 0);
        Assert.Equal(0.0, Invoke(assembly, "Own"));
    });

    [Fact]
    public void A_misspelt_layer_does_not_compile() => Assert.Contains(
        Sample.WithCode(User.Replace("Hidden2", "Hiden2")).Output.GetDiagnostics(), d => d.Id == "CS1061");

    [Fact]
    public void A_stub_lets_its_users_compile_and_throws_with_the_files_name()
    {
        var broken = Project.Of(
            new TestFile(Project.Directory + "experiments/matrix.yaml", Yaml.Matrix.Replace("features: 3", "features: 3.5")),
            new TestFile(Project.Directory + "experiments/clean.yaml", Yaml.Clean));
        Assert.NotEmpty(broken.Diagnostics);
        Compiler.Run(broken.WithCode(User).Output, assembly =>
        {
            var thrown = Assert.Throws<TargetInvocationException>(() => Invoke(assembly, "Typed")).InnerException!;
            Assert.IsType<InvalidOperationException>(thrown);
            Assert.Contains("experiments/matrix.yaml", thrown.Message);
            Assert.Equal(["clean"], Catalog(assembly).Select(entry => entry.Definition.Id));
        });
    }

    private const string Kinds = """
        experiment: NAME
        keep: KEEP
        input: { batch: 90, features: 12 }
        layers:
          - residual:
              layers:
                - { layer_norm: {}, name: norm }
                - { dense: 12, init: he_normal, activation: relu, order: pre_activation, name: hidden }
                - residual: { layers: [NORM, { dropout: { keep: 0.5 }, name: drop }], scale: 0.25 }
                  name: inner
              scale: 1 / sqrt(depth)
            name: block
            repeat: 3
          - { activation: tanh, name: squash }
        """;

    private static TestFile OfKinds(string name, string keep, string norm) => new(
        $"{Project.Directory}{name}.yaml", Kinds.Replace("NAME", name).Replace("KEEP", keep).Replace("NORM", norm));

    [Fact]
    public void Layers_of_every_kind_are_the_same_depth_first_and_layer_by_layer_and_reached_by_name()
    {
        var project = Project.Of(
            OfKinds("deep", "all", "rms_norm"), OfKinds("deep-last", "last", "rms_norm"),
            OfKinds("batch", "all", "batch_norm"), OfKinds("batch-last", "last", "batch_norm"));
        Run(project, catalog =>
        {
            Assert.Equal(["batch-last", "batch", "deep-last", "deep"], catalog.Select(entry => entry.Definition.Id));
            Assert.Equal(Statistics(catalog[0]), Statistics(catalog[1]));
            Assert.Equal(Statistics(catalog[2]), Statistics(catalog[3]));
            Assert.NotEqual(Statistics(catalog[0]), Statistics(catalog[2]));
            using var experiment = catalog[3].Create(new());
            Assert.Equal(3 * 7 + 1, experiment.Run().Layers.Length);
        });
        Compiler.Run(project.WithCode("""
            #pragma warning disable CS1591
            namespace Demo;

            public static class User
            {
                public static double Typed()
                {
                    using var experiment = new Deep();
                    experiment.Run();
                    return experiment.Block3.Activations[1, 2] - experiment.Block2.Activations[1, 2]
                        - (experiment.Inner3.Activations[1, 2] * System.Math.Sqrt(1.0 / 3));
                }
            }
            """).Output, assembly => Assert.Equal(0, Invoke(assembly, "Typed"), 1e-14));
    }

    private static string Deep(string keep) => Yaml.Clean
        .Replace("experiment: clean", $"experiment: {keep}\nkeep: {keep}")
        .Replace("dense: 4", "dense: 4\n    name: deep\n    repeat: 5");

    private static string Wide(string name, int width) => Yaml.Clean.Replace("clean", name) + $$"""
          - { dense: {{width}}, name: broad, init: normal }
          - { dense: {{width}}, name: end, init: normal }

        """;

    private static IEnumerable<TensorStatistics> Statistics(ExperimentEntry entry)
    {
        using var experiment = entry.Create(new());
        return [.. experiment.Run().Layers.Select(layer => layer.Activations! with { Histogram = Empty })];
    }

    private static Histogram Empty { get; } = new()
    {
        Low = 0,
        High = 1,
        Counts = [],
        Below = 0,
        Above = 0,
        NaN = 0,
        NegativeInfinity = 0,
        PositiveInfinity = 0,
        Zeros = 0,
    };

    private static void Run(Project project, Action<IReadOnlyList<ExperimentEntry>> test)
    {
        Assert.Empty(project.Faults);
        Compiler.Run(project.Output, assembly => test(Catalog(assembly)));
    }

    private static IReadOnlyList<ExperimentEntry> Catalog(Assembly assembly) =>
        (IReadOnlyList<ExperimentEntry>)assembly.GetType("Demo.ExperimentCatalog")!.GetProperty("All")!.GetValue(null)!;

    private static double Invoke(Assembly assembly, string method) =>
        (double)assembly.GetType("Demo.User")!.GetMethod(method)!.Invoke(null, null)!;
}
