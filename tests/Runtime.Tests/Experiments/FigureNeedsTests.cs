using System.Text.Json;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>What is collected for figures alone: right by NumPy, no trace in the other results, nothing unless asked for.</summary>
public sealed class FigureNeedsTests
{
    private const FigureNeeds All = FigureNeeds.Slopes | FigureNeeds.Sample | FigureNeeds.OwnStd;

    public static TheoryData<string> Nets => [.. Json().Select(net => net.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Nets))]
    public void Slopes_are_counted_as_by_numpy(string name)
    {
        var net = Json().Single(net => net.GetProperty("name").GetString() == name);
        var plan = new Plan
        {
            Activation = net.GetProperty("activation").GetString()!,
            Scale = (_, _) => net.GetProperty("scale").GetDouble(),
        };
        using var experiment = new ReferenceExperiment<double>(plan, seed: 0, RandomStream.NumpyLegacy);
        experiment.CollectFor(FigureNeeds.Slopes);
        var layers = experiment.Run().Layers;

        foreach (var (layer, expected) in layers.Zip(net.GetProperty("layers").EnumerateArray()))
        {
            var slopes = layer.FigureData!.Slopes!;
            Assert.Equal((0, net.GetProperty("steepest").GetDouble()), (slopes.Slopes.Histogram.Low, slopes.Slopes.Histogram.High));
            Assert.Equal(expected.GetProperty("counts").EnumerateArray().Select(count => count.GetInt64()), slopes.Slopes.Histogram.Counts);
            Assert.Equal(expected.GetProperty("mean").GetDouble(), slopes.Slopes.Mean, 1e-12);
            Assert.Equal(expected.GetProperty("std_of_a").GetDouble(), slopes.PreActivations.Std, 1e-9);
            var pre = slopes.PreActivations.Histogram;
            Assert.Equal(100_000, pre.Counts.Sum() + pre.Below + pre.Above);
        }
    }

    [Fact]
    public void The_slopes_of_relu_are_exactly_zero_and_one()
    {
        var slopes = Collected(new Plan { Activation = "relu" })[0].FigureData!.Slopes!.Slopes;

        Assert.Equal(slopes.Count, slopes.Histogram.Zeros + slopes.Histogram.Counts[^1]);
        Assert.Equal(slopes.Histogram.Zeros, slopes.Histogram.Counts[0]);
        Assert.Equal(1 - slopes.ZeroFraction, slopes.Mean, 1e-15);
    }

    [Fact]
    public void The_curve_is_the_activation_around_all_values_and_the_tangents_touch_it()
    {
        var slopes = Collected(new Plan { Activation = "tanh", Scale = (_, _) => 1 })[0].FigureData!.Slopes!;
        var (mean, std) = (slopes.PreActivations.Mean, slopes.PreActivations.Std);

        Assert.Equal(Math.Abs(mean) + (4 * std), slopes.Curve[^1].X, 1e-12);
        Assert.Equal(-slopes.Curve[^1].X, slopes.Curve[0].X);
        Assert.Equal((slopes.Curve[0].X, slopes.Curve[^1].X), (slopes.PreActivations.Histogram.Low, slopes.PreActivations.Histogram.High));
        Assert.All(slopes.Curve.Concat(slopes.Tangents), point =>
        {
            Assert.Equal(Math.Tanh(point.X), point.Value, 1e-15);
            Assert.Equal(1 - (Math.Tanh(point.X) * Math.Tanh(point.X)), point.Slope, 1e-15);
        });
        Assert.Equal([-2, -1, 0, 1, 2], slopes.Tangents.Select(point => (int)Math.Round((point.X - mean) / std)));
    }

    [Theory]
    [InlineData(1000, 100, 100, 100)]
    [InlineData(30, 7, 30, 7)]
    public void The_sample_is_the_first_inputs_and_units(int batch, int units, int rows, int columns)
    {
        using var experiment = new ReferenceExperiment<double>(new Plan { Batch = batch, Widths = [20, units] });
        experiment.CollectFor(FigureNeeds.Sample);
        var sample = experiment.Run().Layers[0].FigureData!.Sample!;

        Assert.Equal((rows, columns), (sample.Rows, sample.Units));
        for (var row = 0; row < rows; row++)
        {
            for (var unit = 0; unit < columns; unit++)
                Assert.Equal(experiment.Layers[0].Activations()[row, unit], sample[row, unit]);
        }
    }

    [Fact]
    public void A_layer_that_is_a_stick_has_a_shape_in_its_own_units()
    {
        var layer = Collected(new Plan { Activation = "sigmoid", Scale = (_, _) => 0.01 })[0];
        var (own, z) = (layer.FigureData!.OwnStd!, layer.Activations!);

        Assert.Equal((z.Mean - (4 * z.Std), z.Mean + (4 * z.Std)), (own.Low, own.High));
        Assert.Equal(z.Count, own.Counts.Sum() + own.Below + own.Above);
        Assert.True(own.Counts.Count(count => count > 0) > 30, "A normal distribution has no more than its ends empty.");
    }

    [Theory]
    [InlineData("relu")]
    [InlineData("gelu")]
    public void Kept_or_not_and_with_or_without_stored_pre_activations_the_same_is_collected(string activation)
    {
        var plan = new Plan { Activation = activation, Batch = 130, Widths = [20, 30, 10, 30] };
        var expected = Collected(plan).Select(layer => layer.FigureData!);

        Assert.Equal(expected, Collected(plan with { KeepAll = false }).Select(layer => layer.FigureData!));
        Assert.Equal(expected, Collected(plan with { PreActivations = new(30, null) }).Select(layer => layer.FigureData!));
        Assert.Equal(expected, Collected(plan, threads: 3).Select(layer => layer.FigureData!));
    }

    [Fact]
    public void Nothing_else_of_the_results_changes()
    {
        var plan = new Plan { Activation = "sigmoid", Batch = 130, Widths = [20, 30, 10] };
        using var plain = new ReferenceExperiment<float>(plan);
        using var collecting = new ReferenceExperiment<float>(plan);
        collecting.CollectFor(All);
        var (expected, actual) = (plain.Run(), collecting.Run());

        Assert.All(expected.Layers, layer => Assert.Null(layer.FigureData));
        Assert.All(actual.Layers, layer => Assert.NotNull(layer.FigureData!.Slopes));
        Assert.Equal(expected, actual with { Layers = [.. actual.Layers.Select(layer => layer with { FigureData = null })] });
        Assert.Equal(Text(expected), Text(actual));
    }

    [Fact]
    public void An_activation_of_its_own_has_slopes_and_other_kinds_have_none()
    {
        var chain = new Chain(50, 10, Link.Dense(12), Link.Norm("layer_norm"), Link.Act("relu"));
        using var experiment = new ChainExperiment<double>(chain);
        experiment.CollectFor(All);
        var layers = experiment.Run().Layers;

        Assert.Null(layers[1].FigureData!.Slopes);
        Assert.Equal(layers[2].Activations!.ZeroFraction, layers[2].FigureData!.Slopes!.Slopes.ZeroFraction);
        Assert.Equal(1, layers[0].FigureData!.Slopes!.Slopes.Min);
    }

    [Fact]
    public void Values_that_are_no_numbers_are_no_error()
    {
        var plan = new Plan { Activation = "relu", Batch = 40, Widths = [10, 10], Scale = (_, _) => 1e308 };
        using var experiment = new ReferenceExperiment<double>(plan);
        experiment.CollectFor(All);
        var data = experiment.Run().Layers[0].FigureData!;

        Assert.Null(data.OwnStd);
        Assert.Equal(400, data.Slopes!.Slopes.Count);
        Assert.Contains(data.Sample!.Values, double.IsInfinity);
    }

    [Fact]
    public void Observe_still_allocates_nothing()
    {
        using var experiment = new ReferenceExperiment<double>(new Plan { Batch = 100, Widths = [20, 20, 20], Activation = "sigmoid" });
        experiment.CollectFor(All);
        experiment.Run();
        Assert.Equal(0, Allocations.OfThread(() =>
        {
            experiment.Draw();
            experiment.Forward();
            foreach (var layer in experiment.Layers)
                layer.Layer.Observe();
        }));
    }

    [Fact]
    public void What_the_file_shows_is_collected_without_being_asked_for()
    {
        Assert.Equal(FigureNeeds.Slopes | FigureNeeds.Sample, new[] { FigureKind.HeatMap, FigureKind.Depth, FigureKind.Slopes }.Needs());
        using var experiment = new ReferenceExperiment<double>(new Plan { Show = [FigureKind.HeatMap] });

        Assert.NotNull(experiment.Run().Layers[0].FigureData!.Sample);
        experiment.CollectFor(FigureNeeds.OwnStd);
        Assert.All(experiment.Run().Layers, layer => Assert.True(layer.FigureData is { Sample: not null, OwnStd: not null, Slopes: null }));
    }

    [Fact]
    public void Options_reach_the_experiment()
    {
        var options = new ExperimentOptions { FigureNeeds = FigureNeeds.Sample };
        using var experiment = options.Apply(new ReferenceExperiment<double>(new Plan { Batch = 10 }));

        Assert.NotNull(experiment.Run().Layers[^1].FigureData!.Sample);
    }

    private static IReadOnlyList<LayerResult> Collected(Plan plan, int threads = 1)
    {
        using var experiment = new ReferenceExperiment<double>(plan, threads: threads);
        experiment.CollectFor(All);
        return experiment.Run().Layers;
    }

    private static string Text(ExperimentResult result)
    {
        using var stream = new MemoryStream();
        ResultsJson.Write(stream, [result]);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IEnumerable<JsonElement> Json() => TestData.Json("slopes.json").GetProperty("nets").EnumerateArray();
}
