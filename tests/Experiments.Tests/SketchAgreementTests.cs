using System.Runtime.CompilerServices;
using FanIn.Dsl;
using FanIn.Theory.Activations;
using FanIn.Theory.Networks;

namespace FanIn.Experiments.Tests;

/// <summary>
/// What the compiler warns of and what a result says must be about the same network: the file's and the run's sketch agree.
/// </summary>
public class SketchAgreementTests
{
    /// <summary>All of them; what theory says of a network holds before its training.</summary>
    public static TheoryData<string> Ids => new(ExperimentCatalog.All.Select(entry => entry.Definition.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_file_says_what_the_run_drew(string id)
    {
        var entry = ExperimentCatalog.All.Single(entry => entry.Definition.Id == id);
        var result = GalleryRuns.Of(id).Result;
        var drawn = (result.Untrained ?? result).Sketch!;
        var path = Path.Combine(Gallery(), entry.Definition.SourcePath);
        var file = ExperimentReader.Read(new(path, File.ReadAllText(path))).Experiment!;
        var written = Dsl.Advice.NetworkSketches.Of(file.Variants.Single(variant => variant.Id == id));

        Assert.Equal(written.Batch, drawn.Batch);
        Assert.Equal(written.Input.Width, drawn.Input.Width);
        Same(written.Input, drawn.Input);
        Same(written.Layers, drawn.Layers);
    }

    /// <summary>Of data the file knows what is expected, the run what was drawn.</summary>
    private static void Same(InputSketch written, InputSketch drawn)
    {
        if (written.Data is not { } expected)
        {
            Assert.Null(drawn.Data);
            Same(written.Mean, drawn.Mean);
            Same(written.Variance, drawn.Variance);
            return;
        }

        double Second(InputSketch input) => (input.Mean * input.Mean) + input.Variance;
        Assert.Equal(Second(written), Second(drawn), 4 * Math.Sqrt(expected.SecondNoise));
        Assert.Equal(expected.Cosine, drawn.Data!.Cosine, 0.03);
        Assert.Equal(expected.Spread, drawn.Data.Spread, 0.03);
        Assert.Equal(expected.Directions, drawn.Data.Directions, 0.02);
        Assert.Equal(expected.SizeSpread, drawn.Data.SizeSpread, 0.01);
        Assert.Equal(0, drawn.Data.SecondNoise);
    }

    private static void Same(IReadOnlyList<LayerSketch> written, IReadOnlyList<LayerSketch> drawn)
    {
        Assert.Equal(written.Select(layer => layer.Name), drawn.Select(layer => layer.Name));
        foreach (var (first, second) in written.Zip(drawn))
            Same(first, second);
    }

    private static void Same(LayerSketch written, LayerSketch drawn)
    {
        switch (written, drawn)
        {
            case (OpaqueSketch { Reason: "its activation is a type of your own, which is known to the run alone" }, DenseSketch):
                break;
            case (DenseSketch first, DenseSketch second):
                Assert.Equal((first.FanIn, first.FanOut), (second.FanIn, second.FanOut));
                Same(first.Weights, second.Weights);
                if (first.Weights.Obstacle is null)
                {
                    Same(first.Bias ?? WeightSketch.Constant(0), second.Bias ?? WeightSketch.Constant(0));
                    Same(first.Activation, second.Activation);
                }

                break;
            case (ActivationSketch first, ActivationSketch second):
                Same(first.Activation, second.Activation);
                break;
            case (ResidualSketch first, ResidualSketch second):
                Same(first.Scale, second.Scale);
                Same(first.Branch, second.Branch);
                break;
            default:
                Assert.Equal(written, drawn);
                break;
        }
    }

    private static void Same(WeightSketch written, WeightSketch drawn)
    {
        Assert.Equal((written.Obstacle, written.IsConstant), (drawn.Obstacle, drawn.IsConstant));
        Same(written.Variance, drawn.Variance);
    }

    private static void Same(IScalarActivation? written, IScalarActivation? drawn)
    {
        Assert.Equal(written is null, drawn is null);
        foreach (var x in written is null ? [] : new[] { -3.7, -0.2, 0.4, 2.9 })
        {
            Assert.Equal(written!.Value(x), drawn!.Value(x), 1e-13);
            Assert.Equal(written.Derivative(x), drawn.Derivative(x), 1e-13);
        }
    }

    private static void Same(double written, double drawn) => Assert.Equal(written, drawn, 1e-12 * Math.Abs(written));

    private static string Gallery([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "experiments");
}
