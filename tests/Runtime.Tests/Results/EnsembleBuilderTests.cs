using System.Text.Json;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;
using FanIn.Runtime.Tests.Experiments;
using FanIn.Runtime.Tests.Experiments.Samples;

namespace FanIn.Runtime.Tests.Results;

/// <summary>Sums over seeds against the definitions, computed from all results at once.</summary>
public class EnsembleBuilderTests
{
    private const int Seeds = 7;

    [Fact]
    public void Every_statistic_is_the_mean_and_the_sample_spread_of_the_seeds()
    {
        var results = Runs();
        var ensemble = Build(results);
        Assert.Equal(Enumerable.Range(0, Seeds).Select(seed => (Seed)(ulong)seed), ensemble.Seeds);
        foreach (var layer in ensemble.Layers)
        {
            foreach (var (name, value) in layer.Activations!.Statistics)
                AssertStatistic([.. results.Select(result => result[layer.Name].Statistic("activations", name))], value);
            AssertStatistic([.. results.Select(result => result[layer.Name].SigmaW2!.Value)], layer.SigmaW2!.Value);
            Assert.Equal(StatisticNames.OfTensor.Concat(StatisticNames.OfSplit), layer.Activations.Statistics.Select(s => s.Name));
        }
    }

    [Fact]
    public void So_is_what_is_the_layers_own_as_far_as_it_was_measured()
    {
        var results = Runs().Select((result, i) => result with
        {
            Layers = [.. result.Layers.Select(layer => layer with { Diagnostics = new() { Cosine = i, Dead = 0.5 }, Chi = 1.0 / (i + 1) })],
        }).ToArray();
        foreach (var layer in Build(results).Layers)
        {
            Assert.Equal(["chi", "n_eff", "dead", "cosine"], layer.Statistics.Select(statistic => statistic.Name));
            foreach (var (name, value) in layer.Statistics)
                AssertStatistic([.. results.Select(result => result[layer.Name].Statistic("activations", name))], value);
            Assert.Null(layer.Find("linear_share"));
        }
    }

    [Fact]
    public void So_is_every_bin()
    {
        var results = Runs();
        foreach (var layer in Build(results).Layers)
        {
            var histogram = layer.Activations!.Histogram;
            Assert.True(histogram.SharesBins);
            Assert.Equal((0.0, 1.0), (histogram.Low, histogram.High));
            for (var bin = 0; bin < histogram.Counts.Length; bin++)
            {
                double[] counts = [.. results.Select(result => (double)result[layer.Name].Activations!.Histogram.Counts[bin])];
                Assert.Equal(counts.Average(), histogram.Counts[bin], 1e-9);
                Assert.Equal(Sd(counts), histogram.CountSds[bin], 1e-9);
            }
        }
    }

    [Fact]
    public void Gradients_are_collected_as_every_other_tensor_and_stand_in_the_json()
    {
        var chain = new Chain(30, 5, Link.Dense(6, "tanh", bias: true), Link.Norm("layer_norm"), Link.Dense(4)) { Backward = true };
        ExperimentResult[] results = [.. Enumerable.Range(0, Seeds).Select(seed =>
        {
            using var experiment = new ChainExperiment<double>(chain, (ulong)seed);
            return experiment.Run();
        })];
        var ensemble = Build(results);
        var tensors =
            new[] { LayerTensor.Gradients, LayerTensor.PreActivationGradients, LayerTensor.WeightGradients, LayerTensor.BiasGradients };
        foreach (var (tensor, layers) in tensors.Zip(
            (string[][])[["dense1", "layer_norm1", "dense2"], ["dense1", "dense2"], ["dense1", "dense2"], ["dense1"]]))
        {
            Assert.Equal(layers, ensemble.Layers.Where(layer => layer.Tensor(tensor.Name) is not null).Select(layer => layer.Name));
            foreach (var name in layers)
                AssertStatistic(
                    [.. results.Select(result => tensor.Of(result[name])!.Std)], ensemble[name].Tensor(tensor.Name)!.Find("std")!.Value);
        }

        Assert.Throws<ArgumentException>(() => ensemble.Layers[0].Tensor("gradient"));
        using var stream = new MemoryStream();
        ResultsJson.Write(stream, [ensemble]);
        var grad = JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty(
            "experiments")[0].GetProperty("ensemble").GetProperty("layers")[0].GetProperty("grad");
        Assert.Equal(["dz", "da", "dW", "db", "gradient_to_weight", "chi"], grad.EnumerateObject().Select(property => property.Name));
        Assert.Equal(ensemble.Layers[0].WeightGradients!.Find("std")!.Value.Sd,
            grad.GetProperty("dW").GetProperty("std").GetProperty("sd").GetDouble());
    }

    [Fact]
    public void Bins_over_each_seeds_own_range_are_told_apart_and_have_the_mean_range()
    {
        var (one, two) = (WithTensor(t => t), WithTensor(t => t with { Histogram = t.Histogram with { Low = 2, High = 5 } }));
        var histogram = Build([one, two]).Layers[0].Activations!.Histogram;
        Assert.False(histogram.SharesBins);
        Assert.Equal((1.0, 3.0), (histogram.Low, histogram.High));
    }

    [Fact]
    public void Equal_runs_have_no_spread_at_all()
    {
        var result = Runs()[0];
        var std = Build([result, result, result]).Layers[0].Activations!.Find("std")!.Value;
        var expected = result.Layers[0].Activations!.Std;
        Assert.Equal(new SeedStatistic(expected, 0, expected, expected), std);
    }

    [Fact]
    public void A_single_seed_has_no_spread_to_speak_of() =>
        Assert.Equal(double.NaN, Build([Runs()[0]]).Layers[0].Activations!.Find("std")!.Value.Sd);

    [Theory]
    [InlineData(double.NaN, double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity)]
    public void What_is_not_finite_for_one_seed_is_not_for_all(double value, double mean, double max)
    {
        var skew = Build(
            [WithTensor(t => t), WithTensor(t => t with { Mean = value }), WithTensor(t => t)]).Layers[0].Activations!.Find("mean")!.Value;
        Assert.Equal((mean, double.NaN, max), (skew.Mean, skew.Sd, skew.Max));
    }

    [Fact]
    public void Expectations_count_the_seeds_that_met_them()
    {
        var definition = Runs()[0].Definition with
        {
            Expectations =
                [new("hidden1", "activations", "std", 0.5, 0.6), new("hidden1", "activations", "mean", double.NegativeInfinity, 9)],
        };
        double[] stds = [0.4, 0.5, 0.55, 0.6, 0.61, double.NaN];
        var ensemble = Build([.. stds.Select(std => WithTensor(t => t with { Std = std }) with { Definition = definition })]);
        Assert.Equal([(3, 6, false), (6, 6, true)], ensemble.Expectations.Select(e => (e.Met, e.Seeds, e.Holds)));
        Assert.Equal("hidden1 activations std, expected 0.5 … 0.6: met by 3 of 6 seeds", ensemble.Expectations[0].Message);
        Assert.Contains("mean, expected at most 9: met by 6", ensemble.Expectations[1].Message);
    }

    [Fact]
    public void Another_experiment_or_stream_has_no_place_in_it()
    {
        var result = Runs()[0];
        var builder = new EnsembleBuilder();
        Assert.Throws<InvalidOperationException>(builder.ToResult);
        builder.Add(result);
        Assert.Throws<ArgumentException>(() => builder.Add(result with { Stream = RandomStream.NumpyLegacy }));
        Assert.Throws<ArgumentException>(() => builder.Add(result with { Definition = result.Definition with { Id = "other" } }));
        Assert.Throws<ArgumentException>(() => builder.Add(result with { Settings = [new("input.std", 2)] }));
        Assert.Single(builder.ToResult().Seeds);
    }

    [Fact]
    public void Ensembles_of_the_same_results_are_equal()
    {
        Assert.Equal(Build(Runs()), Build(Runs()));
        Assert.Equal(Build(Runs()).GetHashCode(), Build(Runs()).GetHashCode());
        Assert.NotEqual(Build(Runs()), Build(Runs()[1..]));
        Assert.Throws<KeyNotFoundException>(() => Build(Runs())["hidden9"]);
    }

    [Theory]
    [InlineData("0 … 49", 0, 49)]
    [InlineData("7, 8", 7, 8)]
    public void Seeds_that_follow_each_other_are_a_range(string text, int first, int last) =>
        Assert.Equal(text, WithSeeds([.. Enumerable.Range(first, last - first + 1).Select(seed => (Seed)(ulong)seed)]).SeedList);

    [Fact]
    public void Others_are_listed_as_far_as_there_is_room()
    {
        Assert.Equal("3, 1, 5 … 8, [1, 2]", WithSeeds([3, 1, 5, 6, 7, 8, Seed.Words(1, 2)]).SeedList);
        Assert.Equal("0, 2, …, 18", WithSeeds([.. Enumerable.Range(0, 10).Select(i => (Seed)(ulong)(2 * i))]).SeedList);
    }

    private static EnsembleResult WithSeeds(Seed[] seeds) => Build(Runs()) with { Seeds = [.. seeds] };

    private static EnsembleResult Build(IEnumerable<ExperimentResult> results)
    {
        var builder = new EnsembleBuilder();
        foreach (var result in results)
            builder.Add(result);
        return builder.ToResult();
    }

    private static ExperimentResult[] Runs() => [.. Enumerable.Range(0, Seeds).Select(seed =>
    {
        using var experiment = new ActivationHistograms.TanhXavier((ulong)seed);
        return experiment.Run();
    })];

    private static readonly ExperimentResult First = Runs()[0];

    private static ExperimentResult WithTensor(Func<TensorStatistics, TensorStatistics> change) =>
        First with
        {
            Definition = First.Definition with { Expectations = [] },
            Layers = [First.Layers[0] with { Activations = change(First.Layers[0].Activations!) }],
        };

    private static void AssertStatistic(double[] values, SeedStatistic actual)
    {
        Assert.Equal(values.Average(), actual.Mean, 1e-12 * (1 + Math.Abs(values.Average())));
        Assert.Equal(Sd(values), actual.Sd, 1e-9 * (1 + Sd(values)));
        Assert.Equal((values.Min(), values.Max()), (actual.Min, actual.Max));
    }

    private static double Sd(double[] values) =>
        Math.Sqrt(values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1));
}
