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
