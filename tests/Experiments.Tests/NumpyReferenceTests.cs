using System.Text.Json;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;
using Xunit;

namespace FanIn.Experiments.Tests;

/// <summary>
/// The chapter's twelve networks, through YAML and generated code, against what NumPy computed: counts equal, statistics within 1e-10
/// of the layer's scale.
/// </summary>
public class NumpyReferenceTests
{
    public static TheoryData<RandomStream, ulong> Runs => new()
    {
        { RandomStream.NumpyLegacy, 0 },
        { RandomStream.NumpyLegacy, 42 },
        { RandomStream.NumpyPcg64, 0 },
        { RandomStream.NumpyPcg64, 42 },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public void The_twelve_equal_numpy(RandomStream stream, ulong seed)
    {
        using var reference = Reference(stream, seed);
        var compared = 0;
        foreach (var expected in reference.RootElement.GetProperty("experiments").EnumerateArray())
        {
            string id = $"activation-histograms/{expected.GetProperty("experiment").GetString()}";
            var entry = ExperimentCatalog.All.Single(candidate => candidate.Definition.Id == id);
            using var experiment = entry.Create(new ExperimentOptions(seed, stream));
            var result = experiment.Run();
            foreach (var (layer, measured) in expected.GetProperty("layers").EnumerateArray().Zip(result.Layers))
            {
                Compare(layer, measured, $"{id}, {stream.Name()}, seed {seed}, {measured.Name}");
                compared++;
            }
        }

        Assert.Equal(60, compared);
    }

    [Fact]
    public void The_chapter_is_the_twelve_with_numpys_numbers()
    {
        foreach (var entry in ExperimentCatalog.All.Where(entry => entry.Definition.Name == "chapter"))
        {
            var twin = ExperimentCatalog.All.Single(other => other.Definition.Id == $"activation-histograms/{entry.Definition.Label}");
            using var chapter = entry.Create(new ExperimentOptions());
            using var other = twin.Create(new ExperimentOptions(0, RandomStream.NumpyLegacy));
            foreach (var (left, right) in chapter.Run().Layers.Zip(other.Run().Layers))
                Assert.Equal(left.Activations!.Histogram.Counts.AsEnumerable(), right.Activations!.Histogram.Counts);
        }
    }

    private static JsonDocument Reference(RandomStream stream, ulong seed)
    {
        using var data = typeof(NumpyReferenceTests).Assembly.GetManifestResourceStream($"seed_{stream.Name()}_{seed}")!;
        return JsonDocument.Parse(data);
    }

    private static void Compare(JsonElement expected, LayerResult measured, string where)
    {
        var (z, histogram) = (measured.Activations!, measured.Activations!.Histogram);
        Assert.Equal(expected.GetProperty("counts").EnumerateArray().Select(count => count.GetInt64()), histogram.Counts);
        Assert.Equal((Count("below"), Count("above"), Count("nan")), (histogram.Below, histogram.Above, histogram.NaN));
        double std = Number("std");
        Near("mean", z.Mean, Math.Max(Math.Abs(Number("mean")), std));
        Near("std", z.Std, std);
        Near("min", z.Min, Math.Max(Math.Abs(Number("min")), std));
        Near("max", z.Max, Math.Max(Math.Abs(Number("max")), std));
        Near("skew", z.Skewness, Math.Max(1, Math.Abs(Number("skew"))) * 10);
        Near("kurtosis", z.ExcessKurtosis, Math.Max(1, Math.Abs(Number("kurtosis"))) * 10);
        Near("zero_fraction", z.ZeroFraction, 1);
        Near("unit_share", measured.Split!.UnitShare, 1);
        Near("input_share", measured.Split.InputShare, 1);
        Near("residual_share", measured.Split.ResidualShare, 1);
        Near("input_driven", measured.Split.InputDriven, Math.Sqrt(Number("input_driven")));
        Near("unit_mean_std", measured.Split.UnitMeanStd, Math.Max(Number("unit_mean_std"), std));
        Near("unit_std_mean", measured.Split.UnitStdMean, Math.Max(Number("unit_std_mean"), std));
        Near("sigma_w2", measured.SigmaW2, Number("sigma_w2"));

        long Count(string name) => expected.GetProperty(name).GetInt64();
        double Number(string name) => expected.GetProperty(name).GetDouble();
        void Near(string name, double actual, double scale) => Assert.True(
            Math.Abs(actual - Number(name)) <= 1e-10 * scale, $"{where}: {name} is {actual:R}, NumPy has {Number(name):R}");
    }
}
