using FanIn.Runtime.Streams;
using FanIn.Runtime.Training;

namespace FanIn.Runtime.Tests.Training;

public sealed class BatchOrderTests
{
    [Fact]
    public void An_epoch_takes_each_sample_at_most_once_and_the_next_takes_another_order()
    {
        var order = new BatchOrder(3, samples: 10, batch: 3);
        var epochs = Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, 3).SelectMany(_ => order.Next().ToArray()).ToList()).ToList();

        Assert.All(epochs, epoch => Assert.Equal(9, epoch.Distinct().Count()));
        Assert.All(epochs, epoch => Assert.All(epoch, sample => Assert.InRange(sample, 0, 9)));
        Assert.Equal(4, epochs.Select(epoch => string.Join(' ', epoch)).Distinct().Count());
    }

    /// <summary>docs/numerics.md's definition, step by step.</summary>
    [Fact]
    public void It_is_the_documented_shuffle_of_the_documented_draws()
    {
        const int Samples = 7;
        var order = new BatchOrder(42, Samples, batch: Samples);
        for (var epoch = 0; epoch < 3; epoch++)
        {
            var uniforms = new double[Samples];
            DrawSource.Create(RandomStream.Philox, 42).Uniforms(TensorKey.Of("train/order"), epoch * Samples, uniforms);
            var expected = Enumerable.Range(0, Samples).ToArray();
            for (var i = Samples - 1; i > 0; i--)
            {
                var other = (int)Math.Floor(uniforms[i] * (i + 1));
                (expected[i], expected[other]) = (expected[other], expected[i]);
            }

            Assert.Equal(expected, order.Next().ToArray());
        }
    }

    [Fact]
    public void It_begins_anew_when_it_is_restarted()
    {
        var order = new BatchOrder(1, 20, 4);
        var first = order.Next().ToArray();
        order.Next();
        order.Restart();
        Assert.Equal(first, order.Next().ToArray());
    }
}
