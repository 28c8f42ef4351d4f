using FanIn.Runtime.Data;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Training;

namespace FanIn.Runtime.Tests.Training;

/// <summary>What the loop records, and what it must not depend on.</summary>
public sealed class TrainerTests
{
    private static readonly Adam Adam = new(0.01, 0.9, 0.999, 1e-8);

    /// <summary>Batches whose last block is full, nearly full, of one vector, of one sample; and one sample alone.</summary>
    public static TheoryData<int, int, int> Ways()
    {
        var ways = new TheoryData<int, int, int>();
        foreach (var width in Enum.GetValues<VectorWidth>().Where(width => width <= VectorWidths.Preferred))
        {
            foreach (var threads in new[] { 1, 3 })
            {
                foreach (var batch in new[] { 1, 15, 41, 48, 50, 80 })
                    ways.Add((int)width, threads, batch);
            }
        }

        return ways;
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void No_width_and_no_thread_changes_a_bit(int width, int threads, int batch)
    {
        var recipe = new Recipe { Batch = batch };
        using var one = new TrainedNet<double, Adam>(recipe, Adam);
        using var other = new TrainedNet<double, Adam>(recipe, Adam, threads, (VectorWidth)width);
        using var single = new TrainedNet<float, Momentum>(recipe, new(0.1, 0.9));
        using var otherSingle = new TrainedNet<float, Momentum>(recipe, new(0.1, 0.9), threads, (VectorWidth)width);
        Assert.Equal(one.Run(), other.Run());
        Assert.Equal(single.Run(), otherSingle.Run());
        Assert.Equal(Bits(one), Bits(other));
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        using var net = new TrainedNet<double, Adam>(new() { Steps = 400 }, Adam);
        net.Draw();
        Assert.Equal(0, Allocations.OfThread(() =>
        {
            for (var step = 0; step < 40; step++)
                net.Trainer.MakeStep();
        }));
    }

    [Fact]
    public void It_learns_clouds_that_are_far_apart()
    {
        using var net = new TrainedNet<double, Sgd>(new() { Steps = 300, ObservedSteps = [0, 300] }, new(0.5));
        var training = net.Run().Training!;
        Assert.Equal((162, 40), (training.Samples, training.HeldOut));
        Assert.Equal(300, training.Losses.Length);
        Assert.True(training.Loss < 0.1 * training.Checkpoints[0].Loss);
        Assert.True(training.Accuracy > 0.9);
    }

    [Fact]
    public void Each_checkpoint_observes_the_same_batch_the_first_before_any_step_and_the_last_as_the_result_is()
    {
        using var net = new TrainedNet<double, Sgd>(new(), new(0.1));
        net.Draw();
        net.Forward();
        net.Backward();
        net.Observe();
        var before = net.ToResult();
        var result = net.Run();
        Assert.Null(before.Training);
        Assert.Equal([0, 20], result.Training!.Checkpoints.Select(checkpoint => checkpoint.Step));
        Assert.Equal(before.Layers.AsEnumerable(), result.Training.Checkpoints[0].Layers);
        Assert.Equal(result.Layers.AsEnumerable(), result.Training.Checkpoints[1].Layers);
        Assert.NotEqual(before.Layers.AsEnumerable(), result.Layers);
        Assert.Equal(result, net.Run());
    }

    /// <summary>Observing on the way changes nothing: neither the weights nor the order of the batches.</summary>
    [Fact]
    public void Checkpoints_do_not_disturb()
    {
        using var often = new TrainedNet<double, Adam>(new() { ObservedSteps = [0, 1, 2, 7, 20] }, Adam);
        using var once = new TrainedNet<double, Adam>(new() { ObservedSteps = [20] }, Adam);
        Assert.Equal(often.Run().Training!.Losses.AsEnumerable(), once.Run().Training!.Losses);
        Assert.Equal(Bits(often), Bits(once));
    }

    [Fact]
    public void A_cancelled_loop_goes_on_where_it_was()
    {
        using var whole = new TrainedNet<double, Adam>(new(), Adam);
        using var broken = new TrainedNet<double, Adam>(new(), Adam);
        broken.Draw();
        for (var step = 0; step < 5; step++)
            broken.Trainer.MakeStep();
        Assert.Throws<OperationCanceledException>(() => broken.Train(new CancellationToken(canceled: true)));
        Assert.Equal(5, broken.Trainer.Step);
        broken.Train();
        whole.Run();
        Assert.Equal(Bits(whole), Bits(broken));
    }

    [Fact]
    public void A_loop_that_has_come_to_its_end_stays_there()
    {
        using var net = new TrainedNet<double, Adam>(new(), Adam);
        var result = net.Run();
        net.Train();
        Assert.Equal(result, net.ToResult());
    }

    [Fact]
    public void Expectations_of_a_training_are_checked_and_named()
    {
        var recipe = new Recipe
        {
            Expectations =
                [new("", Expectation.Training, "accuracy", 0, 1), new("", Expectation.Training, "loss", 5, double.PositiveInfinity)],
        };
        using var net = new TrainedNet<double, Sgd>(recipe, new(0.1));
        var failure = Assert.Single(net.CheckExpectations());
        Assert.Matches("^trained training loss = 0\\.[0-9]+, expected at least 5$", failure.Message);
    }

    [Theory]
    [InlineData(6, 3, 202, "gaussian_mixture has 6 features a sample; trained says 7.")]
    [InlineData(7, 4, 202, "gaussian_mixture has 4 classes; the last layer of trained has 3 units.")]
    [InlineData(7, 3, 4, "gaussian_mixture has 4 samples, and none of them is held out by held_out: 0.2.")]
    [InlineData(7, 3, 61, "gaussian_mixture has 49 samples to train on, 12 being held out; trained wants a batch of 50.")]
    public void Data_that_do_not_fit_are_refused(int features, int classes, int samples, string message)
    {
        var recipe = new Recipe { Data = seed => new GaussianMixture(classes, features, samples, 4).Draw(seed) };
        var refused = Assert.Throws<DataException>(() => new TrainedNet<double, Sgd>(recipe, new(0.1)));
        Assert.Equal(message, refused.Message);
    }

    private static List<long> Bits(TrainedNet<double, Adam> net)
    {
        var weights = new double[net.Hidden.Weights.Rows * net.Hidden.Weights.Columns];
        net.Hidden.Weights.CopyTo(weights);
        return [.. weights.Select(BitConverter.DoubleToInt64Bits)];
    }
}
