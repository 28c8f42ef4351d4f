using FanIn.Cli.Rendering;
using FanIn.Cli.Tests.Fakes;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Results;

namespace FanIn.Cli.Tests.Rendering;

public sealed class ExperimentReportTests
{
    private static readonly long[] Flat = [1, 1, 1];

    [Fact]
    public void The_heading_says_what_was_run()
    {
        var definition = FakeCatalog.Definition("activation-histograms", "tanh-xavier");

        Assert.StartsWith(
            """
            activation-histograms/tanh-xavier
              100 → 5 × 100 · tanh · weights normal { std: sqrt(1 / fan_in) }
              1000 samples of normal input · philox, seed 0 · float64
              layer
            """,
            Print(definition));
    }

    [Fact]
    public void What_was_set_stands_below_it()
    {
        var settings = Enumerable.Range(1, 5).Select(i => new Setting($"hidden{i}.init.std", i / 2.0));

        string text = Print(FakeCatalog.Definition("knobs"), settings: settings);

        Assert.Contains(
            """
              1000 samples of normal input · philox, seed 0 · float64
              set hidden1.init.std = 0.5 · hidden2.init.std = 1 · hidden3.init.std = 1.5
                  hidden4.init.std = 2 · hidden5.init.std = 2.5
              layer
            """,
            text);
    }

    [Fact]
    public void Uneven_widths_biases_and_mixed_layers_are_named()
    {
        var definition = FakeCatalog.Definition("uneven") with
        {
            Features = 784,
            Layers =
            [
                new("wide", "wide/1", 784, 512, "he_normal", "zeros", "relu"),
                new("narrow1", "narrow/1", 512, 64, "he_normal", "zeros", "relu"),
                new("narrow2", "narrow/2", 64, 64, "he_normal", null, "relu"),
                new("out", "out/1", 64, 10, "xavier_uniform", null, "identity"),
            ],
        };

        Assert.Contains("784 → 512 → 2 × 64 → 10 · relu, identity · weights he_normal, xavier_uniform", Print(definition));
        Assert.Contains("bias zeros, none", Print(definition));
    }

    [Fact]
    public void Layers_of_other_kinds_are_named_with_their_numbers_if_there_is_room()
    {
        var definition = FakeCatalog.Definition("kinds", layers: 1);
        LayerDefinition norm = new("norm", "norm/1", 100, "layer_norm", "layer_norm { epsilon: 1e-6 }");
        LayerDefinition block = new("block", "block/1", 100, "residual", "residual { scale: 1 / sqrt(depth) }") { Skip = 0 };

        Assert.Contains("  layer_norm { epsilon: 1e-6 }\n", Print(definition with { Layers = [.. definition.Layers, norm] }));
        Assert.Contains("layer_norm, residual\n", Print(definition with { Layers = [.. definition.Layers, norm, block] }));
        Assert.Contains("  100 → 100 · layer_norm { epsilon: 1e-6 }\n", Print(definition with { Layers = [norm] }));
    }

    [Fact]
    public void A_long_chain_of_widths_keeps_its_ends_and_its_line_short()
    {
        var layers = Enumerable.Range(1, 40).Select(i =>
            new LayerDefinition($"l{i}", $"l/{i}", i, i + 1, $"constant {{ value: {i} }}", null, "tanh"));

        string text = Print(FakeCatalog.Definition("long") with { Layers = [.. layers] });

        Assert.Contains("→ … →", text);
        Assert.Contains("weights 40 initialisers", text);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Every_observed_tensor_has_a_table_of_its_own_name()
    {
        var definition = FakeCatalog.Definition("observed", layers: 1) with { PreActivations = new(15, null), Weights = new(15, (-1, 1)) };

        string[] lines = Print(definition, layer => layer with
        {
            PreActivations = FakeCatalog.Statistics(Flat, 2),
            Weights = FakeCatalog.Statistics(Flat, 3, -1, 1),
        }).Split('\n');

        var titles = lines.Zip(lines.Skip(1))
            .Where(pair => pair.Second.StartsWith("  layer ", StringComparison.Ordinal))
            .Select(pair => pair.First);
        Assert.Equal(["  activations", "  pre-activations", "  weights"], titles);
    }

    [Fact]
    public void Weights_alone_can_be_observed()
    {
        var definition = FakeCatalog.Definition("weights-only", layers: 1) with { Activations = null, Weights = new(15, (-1, 1)) };

        var weights = FakeCatalog.Statistics(Flat, 3, -1, 1);
        string text = Print(definition, layer => layer with { Activations = null, Split = null, Weights = weights });

        Assert.Contains("-1            1", text);
        Assert.Contains("3.000", text);
    }

    [Fact]
    public void A_description_is_wrapped_and_comes_first()
    {
        var definition = FakeCatalog.Definition("described") with { Description = string.Join(' ', Enumerable.Repeat("word", 60)) };

        string[] lines = Print(definition).Split('\n');

        Assert.StartsWith("word word", lines[0]);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
    }

    private static string Print(
        ExperimentDefinition definition, Func<LayerResult, LayerResult>? change = null, IEnumerable<Setting>? settings = null)
    {
        var catalog = new FakeCatalog();
        using var experiment = new FakeExperiment(definition, new ExperimentOptions(), catalog);
        var result = experiment.ToResult() with { Settings = [.. settings ?? []] };
        if (change is not null)
            result = result with { Layers = [.. result.Layers.Select(change)] };
        using var text = new StringWriter();
        ExperimentReport.Print(new StyledWriter(text, styled: false), result, withDescription: true, allLayers: false);
        return text.ToString();
    }
}
