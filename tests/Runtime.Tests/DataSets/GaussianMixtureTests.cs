using FanIn.Runtime.Data;

namespace FanIn.Runtime.Tests.DataSets;

/// <summary>What a mixture's parameters promise, measured on its samples.</summary>
public class GaussianMixtureTests
{
    private static readonly GaussianMixture Mixture = new(Classes: 4, Features: 50, Samples: 4000, Separation: 6);

    [Fact]
    public void Classes_take_turns()
    {
        var data = Mixture.Draw(7);
        Assert.Equal((4000, 50, 4), (data.Samples, data.Features, data.Classes));
        Assert.Equal([0, 1, 2, 3, 0], data.Labels[..5].ToArray());
    }

    [Fact]
    public void Noise_has_std_1_around_the_centres()
    {
        var data = Mixture.Draw(7);
        var centres = Centres(data);
        double sum = 0;
        for (var sample = 0; sample < data.Samples; sample++)
            sum += Distance2(data.Sample(sample), centres[data.Labels[sample]]);
        Assert.Equal(1, sum / data.Values.Length, 0.015);
    }

    [Fact]
    public void Centres_are_as_far_apart_as_asked()
    {
        double sum = 0;
        var pairs = 0;
        for (ulong seed = 0; seed < 20; seed++)
        {
            var centres = Centres((Mixture with { Samples = 400 }).Draw(seed));
            for (var i = 0; i < 4; i++)
            {
                for (var j = 0; j < i; j++, pairs++)
                    sum += Distance2(centres[i], centres[j]);
            }
        }

        // The means over 100 samples add 2 · 50 / 100 to each squared distance.
        Assert.Equal(6, Math.Sqrt((sum / pairs) - 1), 0.2);
    }

    [Fact]
    public void A_seed_gives_the_same_samples_again_and_another_gives_others()
    {
        Assert.Equal(Mixture.Draw(3).Values.ToArray(), Mixture.Draw(3).Values.ToArray());
        Assert.NotEqual(Mixture.Draw(3).Values[0], Mixture.Draw(4).Values[0]);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 0, 1)]
    [InlineData(2, 1, 0)]
    public void Too_little_of_anything_is_refused(int classes, int features, int samples) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianMixture(classes, features, samples, 1).Draw(0));

    private static double[][] Centres(LabelledData data)
    {
        var centres = Enumerable.Range(0, data.Classes).Select(_ => new double[data.Features]).ToArray();
        var counts = new int[data.Classes];
        for (var sample = 0; sample < data.Samples; sample++)
        {
            counts[data.Labels[sample]]++;
            for (var i = 0; i < data.Features; i++)
                centres[data.Labels[sample]][i] += data.Sample(sample)[i];
        }

        return [.. centres.Select((centre, label) => Array.ConvertAll(centre, sum => sum / counts[label]))];
    }

    private static double Distance2(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++)
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        return sum;
    }
}
