using FanIn.Runtime.Results;
using FanIn.Runtime.Tests.Experiments;
using FanIn.Runtime.Tests.Experiments.Samples;

namespace FanIn.Runtime.Tests.Results;

/// <summary>Results compare by what they hold, not by where it lies.</summary>
public sealed class EqualityTests
{
    [Fact]
    public void Two_runs_of_one_experiment_are_equal()
    {
        var first = Run(seed: 42);
        var second = Run(seed: 42);
        Assert.NotSame(first, second);
        Assert.True(first == second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.Equal(first.Layers.AsEnumerable(), second.Layers);
    }

    [Fact]
    public void Another_seed_is_another_result() => Assert.True(Run(seed: 42) != Run(seed: 43));

    [Fact]
    public void A_seed_that_is_only_said_is_another_result_with_equal_layers()
    {
        var result = Run(seed: 42);
        Assert.NotEqual(result, result with { Seed = 43 });
        Assert.Equal(result, result with { Layers = [.. result.Layers.Select(layer => layer with { Units = layer.Units })] });
    }

    [Fact]
    public void Definitions_of_equal_content_are_equal_too()
    {
        using var first = new ReferenceExperiment<double>(new Plan { Batch = 20, Widths = [5, 4, 3] });
        using var second = new ReferenceExperiment<double>(new Plan { Batch = 20, Widths = [5, 4, 3] });
        using var wider = new ReferenceExperiment<double>(new Plan { Batch = 20, Widths = [5, 4, 4] });
        var result = first.Run();
        Assert.Equal(result, second.Run());
        Assert.NotEqual(result.Definition, wider.Run().Definition);
        Assert.NotEqual(result.Definition, result.Definition with { Expectations = [new("hidden1", "activations", "std", 0, 1)] });
    }

    [Fact]
    public void What_was_set_makes_another_result()
    {
        var set = Sample.Result with { Settings = [new("sigma", 1)] };
        Assert.NotEqual(Sample.Result, set);
        Assert.Equal(set, Sample.Result with { Settings = [new("sigma", 1)] });
        Assert.Equal(Sample.Result, set with { Settings = [] });
        var definition = Sample.Result.Definition;
        Assert.NotEqual(definition, definition with { Settings = [new("", "sigma", "1")] });
    }

    [Fact]
    public void NaN_is_equal_to_NaN()
    {
        Assert.Contains(Sample.Layer.First, double.IsNaN);
        Assert.Equal(Sample.Layer, Sample.Layer with { First = [.. Sample.Layer.First] });
    }

    [Fact]
    public void One_number_of_an_array_makes_a_difference()
    {
        Assert.NotEqual(Sample.Histogram, Sample.Histogram with { Counts = [1, 1, 3] });
        Assert.NotEqual(Sample.Histogram, Sample.Histogram with { Counts = [1, 0, 4, 0] });
        Assert.NotEqual(Sample.Statistics, Sample.Statistics with { Histogram = Sample.Histogram with { Counts = [1, 0, 5] } });
        Assert.NotEqual(Sample.Layer, Sample.Layer with { UnitMeans = [Math.BitIncrement(0.1)] });
        Assert.NotEqual(Sample.Layer, Sample.Layer with { First = [0.1, double.NaN, 0.5] });
        Assert.NotEqual(Sample.Result, Sample.Result with { Layers = [.. Sample.Result.Layers.Reverse()] });
    }

    [Fact]
    public void An_array_that_was_never_set_is_equal_to_an_empty_one()
    {
        var none = Sample.Histogram with { Counts = default };
        Assert.Equal(none, Sample.Histogram with { Counts = [] });
        Assert.Equal(none.GetHashCode(), (Sample.Histogram with { Counts = [] }).GetHashCode());
        Assert.NotEqual(none, Sample.Histogram);
    }

    private static ExperimentResult Run(ulong seed)
    {
        using var experiment = new SmallFloat(seed);
        return experiment.Run();
    }
}
