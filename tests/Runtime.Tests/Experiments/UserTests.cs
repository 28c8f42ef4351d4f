using FanIn.Runtime.Experiments;
using FanIn.Runtime.Streams;
using FanIn.Runtime.Tests.Experiments.Samples;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>What someone who uses a generated class can do with it, and what it says when something cannot be done.</summary>
public sealed class UserTests
{
    [Fact]
    public void Run_gives_typed_layers_and_statistics()
    {
        using var experiment = new ActivationHistograms.TanhXavier(seed: 42, RandomStream.NumpyLegacy);
        var result = experiment.Run();
        Assert.Equal(result["hidden3"].Activations!.Std, experiment.Hidden3.Activation.Std);
        Assert.Equal(result.Layers[2].Activations!.Histogram.Counts.ToArray(), experiment.Hidden3.Activation.Histogram.Counts.ToArray());
        Assert.Equal(result.Layers[0].First[1], experiment.Hidden1.Activations[0, 1]);
        Assert.Equal((1000, 100), (experiment.Hidden1.Activations.Rows, experiment.Hidden1.Activations.Units));
        Assert.Equal(0.496714153011233, experiment.Input[0, 0], 15);      // np.random.seed(42); np.random.randn()
    }

    [Fact]
    public void Own_data_and_weights_go_between_draw_and_forward()
    {
        using var experiment = new SmallFloat();
        experiment.Draw();
        experiment.Input.CopyFrom([.. Enumerable.Range(0, 33 * 7).Select(i => i % 7 == 0 ? i / 7f : 0f)]);
        experiment.Wide.Weights.CopyFrom([.. Enumerable.Range(0, 7 * 13).Select(i => (float)i)]);
        experiment.Forward();
        experiment.Observe();
        for (var row = 0; row < 33; row++)
        {
            for (var unit = 0; unit < 13; unit++)
                Assert.Equal((row * (float)unit) + 0.5f, experiment.Wide.Activations[row, unit]);
        }

        Assert.Equal((32 * 12) + 0.5, experiment.Wide.Activation.Max);
        Assert.Equal(90, experiment.Wide.Weight.Max);
    }

    [Fact]
    public void Initialisers_draw_what_they_say()
    {
        using var experiment = new SmallFloat();
        var result = experiment.Run();
        Assert.InRange(experiment.Wide.Weight.Max, 0.8, Math.Sqrt(6 / 7.0));
        Assert.InRange(experiment.Hidden1.Bias[0, 3], 0.6, 1.4);
        Assert.Equal((1.0, 0.0), (experiment.Hidden2.Weight.Mean, experiment.Hidden2.Weight.Std));
        Assert.Equal(0.5f, experiment.Wide.Bias[0, 12]);
        Assert.Equal(5, result["hidden2"].SigmaW2);                        // fan_in · mean(1²)
        Assert.Equal(experiment.Wide.PreActivation.Max, experiment.Wide.Activation.Max);
        Assert.True(experiment.Wide.PreActivation.Min < 0);
        Assert.Equal(0, experiment.Wide.Activation.Min);
    }

    [Fact]
    public void Two_layers_of_memory_serve_any_depth()
    {
        using var experiment = new KeepLast();
        var result = experiment.Run();
        Assert.Equal(3, result.Layers.Length);
        Assert.All(result.Layers, layer => Assert.True(layer.Activations!.Std > 0));
        Assert.Equal(120 * (30 + 50 + 50), experiment.ActivationElements);     // the input, and twice the widest layer
        Assert.Equal(result["hidden3"].First[0], experiment.Hidden3.Activations[0, 0]);
        var message = Assert.Throws<InvalidOperationException>(() => experiment.Hidden1.Activations[0, 0]).Message;
        Assert.Contains("keep: all", message);
        Assert.Contains("hidden1", message);
    }

    [Fact]
    public void What_is_missing_says_what_to_write_in_the_YAML()
    {
        using var experiment = new ActivationHistograms.TanhXavier();
        Assert.Contains("bias: zeros", Assert.Throws<InvalidOperationException>(() => experiment.Hidden1.Bias).Message);
        Assert.Contains("preactivations", Assert.Throws<InvalidOperationException>(() => experiment.Hidden1.PreActivations).Message);
        Assert.Contains("preactivations", Assert.Throws<InvalidOperationException>(() => experiment.Hidden1.PreActivation).Message);
        Assert.Contains("weights", Assert.Throws<InvalidOperationException>(() => experiment.Hidden1.Weight).Message);
    }

    [Fact]
    public void Reading_before_running_says_what_to_call()
    {
        using var experiment = new ActivationHistograms.TanhXavier();
        Assert.Contains("Run", Assert.Throws<InvalidOperationException>(() => experiment.Hidden1.Activation.Std).Message);
        Assert.Contains("Run", Assert.Throws<InvalidOperationException>(() => experiment.Hidden1.Activation.Histogram).Message);
        Assert.Contains("Run", Assert.Throws<InvalidOperationException>(experiment.ToResult).Message);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(1000, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 100)]
    public void Elements_outside_are_refused(int row, int unit)
    {
        using var experiment = new ActivationHistograms.TanhXavier();
        experiment.Run();
        Assert.Throws<ArgumentOutOfRangeException>(() => experiment.Hidden1.Activations[row, unit]);
        Assert.Throws<ArgumentOutOfRangeException>(() => experiment.Input[row, unit]);
        Assert.Throws<ArgumentOutOfRangeException>(() => experiment.Hidden1.Weights[row < 0 ? row : row / 10, unit]);
    }

    [Theory]
    [InlineData(32 * 7)]
    [InlineData(34 * 7)]
    public void Data_of_another_size_is_refused(int length)
    {
        using var experiment = new SmallFloat();
        Assert.Contains("33 × 7", Assert.Throws<ArgumentException>(() => experiment.Input.CopyFrom(new float[length])).Message);
        Assert.Throws<ArgumentException>(() => experiment.Wide.Weights.CopyFrom(new float[length]));
        Assert.Throws<ArgumentException>(() => experiment.Wide.Activations.CopyTo(new float[(33 * 13) - 1]));
        Assert.Throws<ArgumentException>(() => experiment.Wide.Weights.CopyTo(new float[(7 * 13) - 1]));
    }

    [Fact]
    public void Seeds_and_threads_outside_are_refused_with_a_sentence()
    {
        var tooLarge = () => new ActivationHistograms.TanhXavier(1UL << 32, RandomStream.NumpyLegacy);
        Assert.Contains("numpy-legacy", Assert.Throws<ArgumentOutOfRangeException>(tooLarge).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ActivationHistograms.TanhXavier(threads: 0));
        using var largest = new ActivationHistograms.TanhXavier(uint.MaxValue, RandomStream.NumpyLegacy);
        using var philox = new ActivationHistograms.TanhXavier(ulong.MaxValue);
        Assert.Equal(ulong.MaxValue, philox.Run().Seed);
    }

    [Fact]
    public void After_Dispose_tensors_are_gone_and_results_stay()
    {
        var experiment = new ActivationHistograms.TanhXavier(threads: 2);
        var result = experiment.Run();
        experiment.Dispose();
        experiment.Dispose();
        Assert.Throws<ObjectDisposedException>(() => experiment.Hidden1.Activations[0, 0]);
        Assert.Throws<ObjectDisposedException>(() => experiment.Hidden1.Weights[0, 0]);
        Assert.Throws<ObjectDisposedException>(() => experiment.Run());
        Assert.Equal(100_000, result.Layers[0].Activations!.Count);
        Assert.Equal(result.Layers[0].Activations!.Std, experiment.Hidden1.Activation.Std);
    }

    [Fact]
    public void A_catalog_entry_makes_the_experiment_with_overrides()
    {
        var entry = new ExperimentEntry(
            KeepLast.Definition, static o => new KeepLast(o.Seed ?? 0UL, o.Stream ?? RandomStream.NumpyPcg64, o.Threads));
        using var plain = entry.Create(new());
        using var other = entry.Create(new(Seed: 5, RandomStream.Philox, Threads: 2));
        Assert.Equal((0UL, RandomStream.NumpyPcg64), (plain.Seed, plain.Stream));
        Assert.Equal((5UL, RandomStream.Philox), (other.Run().Seed, other.Run().Stream));
        Assert.Same(KeepLast.Definition, other.Definition);
    }

    [Fact]
    public void An_unknown_layer_is_named_with_those_that_exist()
    {
        using var experiment = new KeepLast();
        var message = Assert.Throws<KeyNotFoundException>(() => experiment.Run()["hiden2"]).Message;
        Assert.Contains("hidden1, hidden2, hidden3", message);
    }
}
