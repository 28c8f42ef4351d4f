using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>Other batches, widths, depths, initialisers, biases and bins than the chapter's, against NumPy.</summary>
public sealed class OtherShapesTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var file in (string[])["shapes.json", "extra.json"])
        {
            foreach (var experiment in OracleExperiment.All(file).Where(IsKnown))
                cases.Add(file, experiment.Name);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_layer_is_that_of_NumPy(string file, string name)
    {
        var oracle = OracleExperiment.Of(file, name);
        Assert.True(RandomStreamNames.TryParse(oracle.Stream, out var stream));
        using var experiment = new ReferenceExperiment<double>(Plan.Of(oracle), oracle.Seed, stream, threads: 2);

        var result = experiment.Run();

        Assert.Empty(OracleComparison.Differences(oracle, result, Tolerance.Float64));
        Assert.Equal(oracle.InputHash, OracleComparison.Hash(experiment.InputCopy()));
        foreach (var (weights, layer) in oracle.Weights.Zip(experiment.Layers))
        {
            Assert.Equal(weights.GetProperty("sha256").GetString(), OracleComparison.Hash(layer.WeightsCopy()));
            if (weights.TryGetProperty("bias_sha256", out var bias))
                Assert.Equal(bias.GetString(), OracleComparison.Hash(layer.BiasCopy()));
        }
    }

    [Fact]
    public void The_reference_covers_what_it_should() => Assert.True(Cases().Count() >= 20);

    private static bool IsKnown(OracleExperiment oracle) => RandomStreamNames.TryParse(oracle.Stream, out _);
}
