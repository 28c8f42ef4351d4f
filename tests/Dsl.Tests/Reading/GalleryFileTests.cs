using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Reading;

/// <summary>The chapter's twelve experiments, read from the file that the language page shows.</summary>
public class GalleryFileTests
{
    private static readonly string Text = Repository.ChapterFile;

    private static Experiment Read() => Reads.Good(Text);

    [Fact]
    public void Twelve_variants_come_in_matrix_order_the_first_axis_outermost()
    {
        var experiment = Read();

        Assert.Equal("activation-histograms", experiment.Name);
        Assert.Equal("ActivationHistograms", experiment.ClassName);
        Assert.True(experiment.HasMatrix);
        Assert.Equal("How the spread of the initial weights shapes what the layers see.", experiment.Description);
        string[] inits = ["std1", "std0.01", "xavier", "he"];
        Assert.Equal(
            from activation in new[] { "sigmoid", "relu", "tanh" } from init in inits select $"activation-histograms/{activation}-{init}",
            experiment.Variants.Select(variant => variant.Id));
        Assert.Equal("SigmoidStd0_01", experiment.Variants[1].ClassName);
        Assert.Equal("tanh-he", experiment.Variants[11].Label);
    }

    [Fact]
    public void Layers_are_repeated_numbered_and_chained()
    {
        var layers = Read().Variants[10].DenseLayers;

        Assert.Equal(["hidden1", "hidden2", "hidden3", "hidden4", "hidden5"], layers.Select(layer => layer.Name));
        Assert.Equal("hidden/3", layers[2].Path);
        Assert.Equal("Hidden3", layers[2].PropertyName);
        Assert.All(layers, layer => Assert.Equal((100, 100), (layer.FanIn, layer.FanOut)));
        Assert.All(layers, layer => Assert.Null(layer.Bias));
        Assert.Equal("Tanh", layers[0].Activation.RuntimeType);
        Assert.Equal("normal { std: sqrt(1 / fan_in) }", layers[0].Weights.Written);
        Assert.Equal(InitialiserKind.Normal, layers[0].Weights.Kind);
        Assert.Equal(["mean", "std"], layers[0].Weights.Arguments.Select(argument => argument.Name));
        Assert.Equal("sqrt(1 / 100)", FormulaPrinter.Print(layers[0].Weights.Arguments[1].Value.Tree));
        Assert.Equal(0.1, layers[0].Weights.Arguments[1].Value.Value);
    }

    [Fact]
    public void Expectations_and_figures_reach_the_variants_that_they_select()
    {
        var variants = Read().Variants;

        var expectation = Assert.Single(variants[2].Expectations);
        Assert.Equal(("hidden5", "activations", "std", 0.1, 0.35),
            (expectation.Layer, expectation.Tensor, expectation.Statistic, expectation.Min!.Value, expectation.Max!.Value));
        Assert.All(variants.Where(variant => variant.Label != "sigmoid-xavier"), variant => Assert.Empty(variant.Expectations));
        Assert.All(
            variants, variant => Assert.Equal(variant.Label.StartsWith("relu-", StringComparison.Ordinal), variant.Figure is not null));
        Assert.Equal((0.1, 1.0, 0.0, 7000.0), (variants[4].Figure!.X!.Low.Value,
            variants[4].Figure!.X!.High.Value, variants[4].Figure!.Y!.Low.Value, variants[4].Figure!.Y!.High.Value));
    }

    [Fact]
    public void The_rest_is_as_written()
    {
        var variant = Read().Variants[0];

        Assert.Equal((Seed.Zero, "philox", "float64", true), (variant.Seed, variant.Stream, variant.Dtype, variant.KeepAll));
        Assert.Equal((1000, 100, "normal"), (variant.Input.Batch, variant.Input.Features, variant.Input.Distribution!.Name));
        Assert.Equal(
            (30, 0.0, 1.0), (variant.Activations!.Bins, variant.Activations.Range!.Low.Value, variant.Activations.Range.High.Value));
        Assert.Null(variant.PreActivations);
        Assert.Null(variant.Weights);
    }

    [Fact]
    public void Reading_twice_gives_equal_models() => Assert.Equal(Read(), Read());
}
