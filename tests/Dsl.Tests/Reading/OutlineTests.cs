using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;
using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Reading;

/// <summary>The names that can still be read from a broken file.</summary>
public class OutlineTests
{
    private static string Describe(ExperimentOutline? outline) => outline is null
        ? "none"
        : $"{outline.Name} {outline.ClassName} {(outline.HasMatrix ? "matrix" : "plain")} | "
            + string.Join(" | ", outline.Variants.Select(Describe));

    private static string Describe(VariantOutline variant)
    {
        var layers = variant.Layers.Select(layer => $"{layer.PropertyName}:{layer.ActivationType}");
        return $"{variant.ClassName} {variant.Dtype}: {string.Join(" ", layers)}";
    }

    [Theory]
    [InlineData(
        "input: { batch: 0 }\nlayers: [{ dense: x, name: a, repeat: 2, activation: relu }, { dens: 3, name: b, activation: rlu }]\n",
        "test Test plain | Test float64: A1:Relu A2:Relu B:Identity")]
    [InlineData("experiment: mine\ndtype: float32\nlayers: 3\n", "mine Mine plain | Mine float32: ")]
    [InlineData(
        "experiment: mine\nmatrix: { act: [tanh, relu] }\nlayers: [{ dense: 1, init: nothing, activation: $act }]\n",
        "mine Mine matrix | Tanh float64: Layer:Tanh | Relu float64: Layer:Relu")]
    [InlineData("experiment: mine\nmatrix: { act: [tanh, [x]] }\nlayers: [{ dense: 1, activation: $act }]\n", "mine Mine matrix | ")]
    [InlineData(
        "experiment: mine\nlayers:\n  - { dense: 3, name: a, activation: tanh }\n  - { dense: 3, name: b, activation: [relu\nrng: philox\n",
        "mine Mine plain | Mine float64: A:Tanh")]
    [InlineData(
        "experiment: mine\nlayers:\n  - { dense: 3, name: run }\n  - { dense: 3, name: x }\n",
        "mine Mine plain | Mine float64: X:Identity")]
    [InlineData("experiment: mine\nlayers:\n\t- { dense: 3, name: x }\n", "mine Mine plain | Mine float64: X:Identity")]
    [InlineData("experiment: a b\n", "none")]
    [InlineData("experiment: [\n", "none")]
    [InlineData("experiment: *a\n", "none")]
    [InlineData("- a\n", "none")]
    [InlineData("", "none")]
    public void A_broken_file_still_gives_its_names(string yaml, string expected)
    {
        var result = Reads.Read(yaml);

        Assert.Null(result.Experiment);
        Assert.NotEmpty(result.Diagnostics);
        Assert.Equal(expected, Describe(result.Outline));
    }

    [Fact]
    public void A_good_file_has_the_outline_of_its_model()
    {
        var result = Reads.Read(Repository.ChapterFile, "experiments/x.yaml");
        var (experiment, outline) = (result.Experiment!, result.Outline!);

        Assert.Equal((experiment.Name, experiment.ClassName, experiment.SourcePath, true),
            (outline.Name, outline.ClassName, outline.SourcePath, outline.HasMatrix));
        Assert.Equal(experiment.Variants.Select(variant => variant.ClassName), outline.Variants.Select(variant => variant.ClassName));
        Assert.Equal(experiment.Variants[3].Layers
            .Select(layer => layer.PropertyName), outline.Variants[3].Layers.Select(layer => layer.PropertyName));
        Assert.Equal((0, 12), (outline.NameRange.From.Line, outline.NameRange.From.Column));
    }

    [Fact]
    public void Two_files_with_one_name_are_an_error_in_both()
    {
        ExperimentOutline Outline(string path, string text) => Reads.Read(text, path).Outline!;
        var diagnostics = DuplicateNames.Find(
        [
            Outline("a/one.yaml", Reads.Body),
            Outline("b/one.yaml", "seed: x\n"),
            Outline("c/two.yaml", "experiment: one\n"),
            Outline("d/three.yaml", Reads.Body),
            Outline("e/x-y.yaml", Reads.Body),
            Outline("e/x_y.yaml", Reads.Body),
        ]);

        Assert.Equal(
            [
                "a/one.yaml(1,1): error FAN0032: The experiment 'one' is also in b/one.yaml. Give one of them another name.",
                "b/one.yaml(1,1): error FAN0032: The experiment 'one' is also in a/one.yaml. Give one of them another name.",
                "c/two.yaml(1,13): error FAN0032: The experiment 'one' is also in a/one.yaml. Give one of them another name.",
                "e/x-y.yaml(1,1): error FAN0031: The experiments 'x-y' and "
                + "'x_y' (e/x_y.yaml) both become the class XY. Give one of them another name.",
                "e/x_y.yaml(1,1): error FAN0031: The experiments 'x_y' and "
                + "'x-y' (e/x-y.yaml) both become the class XY. Give one of them another name.",
            ],
            diagnostics.Select(diagnostic => diagnostic.ToString()));
    }
}
