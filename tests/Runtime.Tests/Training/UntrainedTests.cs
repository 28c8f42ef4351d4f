using System.Text;
using System.Text.Json;
using FanIn.Runtime.Data;
using FanIn.Runtime.Results;
using FanIn.Runtime.Training;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Tests.Training;

/// <summary>A network before its first step is one that theory knows; after it, its weights are trained.</summary>
public class UntrainedTests
{
    [Fact]
    public void The_sketch_has_the_weights_that_were_drawn_and_the_moments_of_the_batch()
    {
        using var net = new TrainedNet<double, Sgd>(new Recipe(), new(0.1));
        net.Draw();
        var rows = new double[50 * 7];
        net.Input.CopyTo(rows);
        net.Train();
        net.Observe();
        var result = net.ToResult();
        var sketch = result.Training!.Checkpoints[0].Sketch!;

        Assert.Equal(SampleMoments.Of(rows, 7), sketch.Input);
        var upstream = result.Training.Checkpoints[0].Layers[^1].Gradients!.Rms;
        Assert.Equal(upstream * upstream, sketch.Upstream.Variance, 1e-15);
        Assert.InRange(sketch.Loss!.Likeness, 0.2, 1);
        var hidden = Assert.IsType<DenseSketch>(sketch.Layers[0]);
        Assert.Equal((0.25, 0.1 * 0.1), (hidden.Weights.Variance, hidden.Bias!.Variance));
        Assert.Equal("output", sketch.Layers[1].Name);
    }

    [Fact]
    public void Later_states_have_none_and_the_result_says_why()
    {
        using var net = new TrainedNet<double, Sgd>(new Recipe { ObservedSteps = [0, 3, 20] }, new(0.1));
        var result = net.Run();
        Assert.All(result.Training!.Checkpoints.Skip(1), checkpoint => Assert.Null(checkpoint.Sketch));
        Assert.Equal("hidden: its weights are trained", result.Prediction!.Obstacle);
        Assert.Empty(result.Prediction.Layers);
    }

    [Fact]
    public void Before_its_training_a_network_is_a_result_of_its_own()
    {
        using var net = new TrainedNet<double, Sgd>(new Recipe(), new(0.1));
        var result = net.Run();
        var untrained = result.Untrained!;
        Assert.Equal(result.Training!.Checkpoints[0].Layers, untrained.Layers);
        Assert.Null(untrained.Training);
        Assert.Null(untrained.InputGradients);
        Assert.Equal(["hidden", "output"], untrained.Prediction!.Layers.Select(layer => layer.Name));
        Assert.Null(untrained.Prediction.Obstacle);
        Assert.NotEqual(result.Layers, untrained.Layers);
        Assert.Null(untrained.Untrained);
    }

    [Fact]
    public void Without_an_observation_before_the_first_step_there_is_none()
    {
        using var net = new TrainedNet<double, Sgd>(new Recipe { ObservedSteps = [3, 20] }, new(0.1));
        Assert.Null(net.Run().Untrained);
    }

    [Fact]
    public void Weights_of_the_users_own_have_no_prediction()
    {
        using var net = new TrainedNet<double, Sgd>(new Recipe(), new(0.1));
        net.Draw();
        net.Hidden.Weights.CopyFrom(new double[7 * 23]);
        net.Train();
        net.Observe();
        Assert.Equal("hidden: its weights were copied in", net.ToResult().Untrained!.Prediction!.Obstacle);
    }

    [Fact]
    public void Samples_of_zeros_are_no_signal()
    {
        LabelledData Zeros(ulong seed) => new("zeros", 7, 3, new double[7 * 90], [.. Enumerable.Range(0, 90).Select(i => i % 3)]);
        using var net = new DeepNet<FanIn.Runtime.Activations.Tanh>(1, 2, 1, 0, Zeros(0), batch: 20);
        Assert.Equal("hidden1: its pre-activations are all zero", net.Run().Untrained!.Prediction!.Obstacle);
    }

    /// <summary>Predictions are in the JSON where they hold: before the first step, with the verdict; and nowhere else.</summary>
    [Fact]
    public void The_json_has_predictions_for_the_state_before_the_first_step_alone()
    {
        using var net = new TrainedNet<double, Sgd>(
            new Recipe { ObservedSteps = [0, 3, 20], Data = seed => new GaussianMixture(3, 7, 202, 1).Draw(seed) }, new(0.1));
        using var stream = new MemoryStream();
        ResultsJson.Write(stream, [net.Run()]);
        var experiment = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).RootElement.GetProperty("experiments")[0];
        var (start, later) = (experiment.GetProperty("earlier")[0], experiment.GetProperty("earlier")[1]);

        Assert.Equal("healthy", start.GetProperty("verdict").GetString());
        var prediction = start.GetProperty("layers")[0].GetProperty("prediction");
        Assert.InRange(Math.Abs(prediction.GetProperty("std_distance").GetDouble()), 0, 4);
        Assert.InRange(prediction.GetProperty("grad").GetProperty("dz").GetProperty("rms").GetDouble(), 1e-3, 1);
        Assert.False(prediction.GetProperty("grad").TryGetProperty("dW", out _));
        Assert.False(
            start.GetProperty("layers")[1].GetProperty("prediction").GetProperty("grad").GetProperty("da").TryGetProperty("rms_sd", out _));
        Assert.False(later.TryGetProperty("verdict", out _));
        Assert.All(later.GetProperty("layers").EnumerateArray(), layer => Assert.False(layer.TryGetProperty("prediction", out _)));
        Assert.All(experiment.GetProperty("layers").EnumerateArray(), layer => Assert.False(layer.TryGetProperty("prediction", out _)));
        Assert.Equal("hidden: its weights are trained", experiment.GetProperty("theory").GetString());
    }

    /// <summary>Theory has no say in what a checkpoint is.</summary>
    [Fact]
    public void A_sketch_is_no_part_of_equality()
    {
        using var net = new TrainedNet<double, Sgd>(new Recipe(), new(0.1));
        var checkpoint = net.Run().Training!.Checkpoints[0];
        Assert.Equal(checkpoint, checkpoint with { Sketch = null });
        Assert.Equal(checkpoint.GetHashCode(), (checkpoint with { Sketch = null }).GetHashCode());
    }
}
