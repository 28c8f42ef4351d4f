using FanIn.Generator.Tests.Hosting;

namespace FanIn.Generator.Tests.Emission;

/// <summary>The largest experiments that the language allows.</summary>
public class ScaleTests
{
    [Theory]
    [InlineData(256, 64)]
    [InlineData(1, 4096)]
    public void As_many_variants_and_layers_as_there_may_be(int variants, int layers)
    {
        var project = Project.WithYaml($$"""
            experiment: large
            input: { batch: 1, features: 1 }
            layers:
              - { dense: 1, repeat: {{layers}}, init: { constant: { value: value } } }
            matrix:
              value: [{{string.Join(", ", Enumerable.Range(0, variants))}}]
            """);
        Assert.Empty(project.Faults);

        string source = project.Source("experiments/demo.yaml");
        Assert.Equal(variants, Count(source, "public sealed class "));
        Assert.Equal(variants * layers, Count(source, "public runtime::Layers.DenseLayer<"));
        Assert.Equal(variants * layers, Count(source, ".Forward(block);"));
        Assert.Equal(variants, Count(project.Sources["ExperimentCatalog.cs"], " Entry(global::"));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
