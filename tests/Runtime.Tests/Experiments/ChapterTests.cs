using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>
/// The chapter's twelve experiments with NumPy's own numbers: every count equal, every statistic to 1e-10, every drawn tensor to the
/// bit.
/// </summary>
public sealed class ChapterTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var file in (string[])["legacy_0", "legacy_42", "pcg64_0", "pcg64_42"])
        {
            foreach (var experiment in OracleExperiment.All($"seed_numpy-{file}.json"))
                cases.Add($"seed_numpy-{file}.json", experiment.Name);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_layer_is_that_of_the_script(string file, string name)
    {
        var oracle = OracleExperiment.Of(file, name);
        Assert.True(RandomStreamNames.TryParse(oracle.Stream, out var stream));
        using var experiment = new ReferenceExperiment<double>(Plan.Of(oracle), oracle.Seed, stream);

        var result = experiment.Run();

        Assert.Empty(OracleComparison.Differences(oracle, result, Tolerance.Float64));
        Assert.Equal(oracle.InputHash, OracleComparison.Hash(experiment.InputCopy()));
        for (var i = 0; i < oracle.Weights.Count; i++)
            Assert.Equal(oracle.Weights[i].GetProperty("sha256").GetString(), OracleComparison.Hash(experiment.Layers[i].WeightsCopy()));
    }
}
