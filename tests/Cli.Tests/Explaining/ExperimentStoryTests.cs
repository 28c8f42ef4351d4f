using FanIn.Cli.Explaining;
using FanIn.Cli.Tests.Fakes;
using FanIn.Runtime.Results;
using FanIn.Theory.Networks;

namespace FanIn.Cli.Tests.Explaining;

/// <summary>An experiment in five sentences.</summary>
public sealed class ExperimentStoryTests
{
    [Fact]
    public void A_story_with_theory_and_measurement_side_by_side()
    {
        double[] stds = [0.21, 0.117, 0.112, 0.118, 0.1276];
        var story = ExperimentStory.Of(Sketched.Result(
            "sigmoid", 1, change: layer =>
                Sketched.WithGradient(Sketched.WithStd(layer, stds[layer.Layer - 1]), Math.Pow(4, layer.Layer))));

        Assert.Equal(
            [
                "1000 samples of normal input go through 5 layers (100 → 5 × 100) with sigmoid, its weights drawn as "
                    + "normal { std: sqrt(1 / fan_in) }.",
                "By hidden5 theory expects values with a standard deviation "
                + "of 0.1212 ± 0.0081, and this run measured 0.1276, 0.8 deviations "
                    + "above it; at hidden1 it was 0.2100.",
                "0.00300 % of the variance at hidden5 depends on the input (in theory 0.00281 %); by theory next to nothing of its "
                    + "pre-activations saturate and 98.3 % of what depends on the input is linear.",
                "On the way back from hidden5 to hidden1 the gradient becomes 0.00277 times as large in theory and became 0.00391 times as "
                    + "large in this run.",
                "The verdict is input-blind: from hidden4 on all inputs look alike (1 − cosine = 5.02e-4) and the gradient at hidden1 is "
                    + "0.00277 times that at hidden5; no spread of the weights saves sigmoid, so try tanh or relu.",
            ],
            story);
    }

    /// <summary>Theory knows a network before its training, and so that is what signal and gradient are told of.</summary>
    [Fact]
    public void A_training_is_told_from_its_start()
    {
        var start = Sketched.Result(
            "relu", 0.01, layers: 3, change: layer => Sketched.WithGradient(Sketched.WithStd(layer, 0.058), Math.Pow(14, layer.Layer)));
        var story = ExperimentStory.Of(Sketched.Trained(start));

        Assert.EndsWith("and 7 steps of sgd have changed them.", story[0]);
        Assert.StartsWith("Before the first step, by hidden3 theory expects values with a standard deviation of (2.92 ± ", story[1]);
        Assert.Contains("this run measured 0.05800", story[1]);
        Assert.Contains("in theory", story[3]);
        Assert.StartsWith("The verdict before training is vanishing, as the signal at hidden3 is 0.00500 times that at hidden1", story[4]);
        Assert.EndsWith(
            "; the training took the loss from 2.000 to 1.000 and puts 90.0 % of the samples held out into their class.", story[4]);
    }

    [Fact]
    public void A_healthy_one_without_a_backward_pass()
    {
        var story = ExperimentStory.Of(Sketched.Result("relu", 2, change: layer => Sketched.WithStd(layer, 0.8, mean: 0.5)));

        Assert.EndsWith("this run measured 0.8000, 0.2 deviations below it; at hidden1 it was 0.8000.", story[1]);
        Assert.Contains("by theory 50.0 % of its pre-activations meet a slope of zero", story[2]);
        Assert.Equal(
            "On the way back from hidden5 to hidden1 the gradient becomes "
            + "1.00 times as large in theory, and the experiment has no backward "
            + "pass to measure it.",
            story[3]);
        Assert.Equal("The verdict is healthy: signal and gradient arrive, and there is nothing to change.", story[4]);
    }

    [Fact]
    public void What_vanishes_or_saturates_gets_the_critical_spread()
    {
        Assert.EndsWith("; try weights of variance 2 / fan_in (he_normal), the critical spread of relu.", Verdict("relu", 0.01));
        Assert.EndsWith("; try weights of variance 1 / fan_in (lecun_normal), the critical spread of tanh.", Verdict("tanh", 100));
        Assert.EndsWith(
            "; the weights have the critical spread of relu already, so try fewer layers, residual connections or a norm.",
            Verdict("relu", 2, layers: 90));
    }

    [Fact]
    public void A_single_layer_has_no_way_back()
    {
        var story = ExperimentStory.Of(Sketched.Result("tanh", 1, layers: 1, change: layer => Sketched.WithStd(layer, 0.6279)));

        Assert.StartsWith("1000 samples of normal input go through 1 layer (100 → 100) with tanh", story[0]);
        Assert.StartsWith("In hidden1, its only layer, theory expects", story[1]);
        Assert.Contains("this run measured 0.6279, just that.", story[1]);
        Assert.Equal("With a single layer the gradient has no way to go back.", story[3]);
    }

    [Fact]
    public void Without_theory_the_run_tells_what_it_can()
    {
        var story = ExperimentStory.Of(Sketched.Result("tanh", 1, weights: WeightSketch.Beyond("its weights depend on the data")));

        Assert.Equal(
            "Theory ends at hidden1, since its weights depend on the "
            + "data; this run measured a standard deviation of 0.2500 at hidden5 after "
            + "0.2500 at hidden1.",
            story[1]);
        Assert.Equal("0.00300 % of the variance at hidden5 depends on the input.", story[2]);
        Assert.Equal("Of the gradient theory says nothing, and the experiment has no backward pass to measure it.", story[3]);
        Assert.Equal("There is no verdict, as theory does not reach the last layer and nothing measured is out of bounds.", story[4]);
    }

    [Fact]
    public void Where_nothing_varies_no_share_is_named()
    {
        string Share(LayerResult layer) => ExperimentStory.Of(Sketched.Result("exponential", 1, change: _ => layer))[2];
        var layer = Sketched.Result("exponential", 1).Layers[^1];
        var split = layer.Split! with { InputDriven = double.NaN };

        Assert.StartsWith(
            "Nothing varies at hidden5, and so nothing depends on the input", Share(Sketched.WithStd(layer, 0) with { Split = split }));
        Assert.StartsWith(
            "There is no variance at hidden5 of which the inputs could have a share",
            Share(Sketched.WithStd(layer, double.NaN) with { Split = split }));
    }

    [Fact]
    public void Equal_weights_are_to_be_drawn()
    {
        var story = ExperimentStory.Of(Sketched.Result("tanh", 1, weights: WeightSketch.Constant(0.5)));

        Assert.Equal(
            "The verdict is input-blind: all units of hidden1 are one "
            + "and the same; draw the weights at random, with he_normal for relu and "
            + "its kin and xavier_normal for tanh.",
            story[4]);
    }

    [Fact]
    public void Measurement_has_a_say_where_theory_has_none()
    {
        var result = Sketched.Result(
            "tanh", 1, change: layer =>
                Sketched.WithStd(layer, Math.Pow(10, layer.Layer)), weights: WeightSketch.Beyond("its weights were copied in"));

        Assert.Equal(
            "By measurement the verdict is exploding: the signal at hidden3 is 100 times that at hidden1.", ExperimentStory.Of(result)[4]);
    }

    [Fact]
    public void Every_story_has_five_sentences_without_a_hole()
    {
        foreach (string activation in new[] { "relu", "tanh", "sigmoid", "hard_shrink", "exponential", "softplus", "identity" })
        {
            foreach (double sigmaW2 in new[] { 1e-3, 1, 2, 1e4 })
            {
                foreach (int layers in new[] { 1, 2, 12 })
                {
                    foreach (var change in new Func<LayerResult, LayerResult>[]
                    {
                        layer => layer,
                        layer => Sketched.WithStd(layer, double.NaN, double.NaN),
                        layer => layer with { Activations = null, Split = null },
                        layer => Sketched.WithGradient(layer, 0),
                    })
                    {
                        var story = ExperimentStory.Of(Sketched.Result(activation, sigmaW2, layers, change));
                        Assert.Equal(5, story.Count);
                        Assert.All(story, sentence =>
                        {
                            Assert.Matches(@"^[A-Z0-9−].*[^.]\.$", sentence);
                            Assert.DoesNotContain("  ", sentence);
                            Assert.DoesNotContain("NaN", sentence);
                        });
                    }
                }
            }
        }
    }

    private static string Verdict(string activation, double sigmaW2, int layers = 5) =>
        ExperimentStory.Of(Sketched.Result(activation, sigmaW2, layers))[4];
}
