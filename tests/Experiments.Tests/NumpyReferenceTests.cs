using FanIn.Runtime.Experiments;
using FanIn.Runtime.Streams;
using FanIn.Runtime.Tests.Experiments;

namespace FanIn.Experiments.Tests;

/// <summary>
/// The chapter's twelve networks, through YAML and generated code, against what NumPy computed: counts equal, statistics within 1e-10
/// of the scales that <see cref="OracleComparison"/> states.
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
        var compared = 0;
        foreach (var expected in OracleExperiment.All($"seed_{stream.Name()}_{seed}.json"))
        {
            string id = $"activation-histograms/{expected.Name}";
            var entry = ExperimentCatalog.All.Single(candidate => candidate.Definition.Id == id);
            using var experiment = entry.Create(new ExperimentOptions(seed, stream));
            var result = experiment.Run();
            Assert.Equal([], OracleComparison.Differences(expected, result, Tolerance.Float64));
            compared += result.Layers.Length;
        }

        Assert.Equal(60, compared);
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void The_gradients_of_the_twelve_equal_numpy(RandomStream stream, ulong seed)
    {
        var compared = 0;
        foreach (var expected in OracleExperiment.All($"seed_{stream.Name()}_{seed}.json"))
        {
            var entry = ExperimentCatalog.All.Single(candidate => candidate.Definition.Id == $"gradients/{expected.Name}");
            using var experiment = entry.Create(new ExperimentOptions(seed, stream));
            var result = experiment.Run();
            Assert.Equal([], OracleComparison.Differences(expected, result, Tolerance.Float64));
            compared += result.Layers.Count(layer => layer.WeightGradients is not null);
        }

        Assert.Equal(60, compared);
    }

    /// <summary>Other activations than the chapter's, in networks of the gallery that are the reference's.</summary>
    [Theory]
    [InlineData("activation-zoo/leaky_relu", "leaky-relu-0.01")]
    [InlineData("activation-zoo/elu", "elu")]
    [InlineData("activation-zoo/gelu", "gelu")]
    [InlineData("activation-zoo/gelu_tanh", "gelu-tanh")]
    [InlineData("activation-zoo/silu", "silu")]
    [InlineData("self-normalising/lecun", "selu-lecun")]
    public void Other_activations_equal_numpy(string id, string reference)
    {
        var expected = OracleExperiment.Of("extra.json", reference);
        using var experiment = ExperimentCatalog.All.Single(entry => entry.Definition.Id == id).Create(new ExperimentOptions());
        var result = experiment.Run();

        Assert.Equal(expected.Layers.Count, result.Layers.Length);
        Assert.Equal([], OracleComparison.Differences(expected, result, Tolerance.Float64));
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
}
