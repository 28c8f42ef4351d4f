using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>float32: the float64 draws rounded, then its own arithmetic; close to the reference as far as float32 can be.</summary>
public sealed class Float32Tests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var file in (string[])["seed_numpy-legacy_0.json", "seed_numpy-pcg64_42.json"])
        {
            foreach (var experiment in OracleExperiment.All(file))
                cases.Add(file, experiment.Name);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_layer_is_near_the_script(string file, string name)
    {
        var oracle = OracleExperiment.Of(file, name);
        Assert.True(RandomStreamNames.TryParse(oracle.Stream, out var stream));
        using var experiment = new ReferenceExperiment<float>(Plan.Of(oracle), oracle.Seed, stream);
        Assert.Empty(OracleComparison.Differences(oracle, experiment.Run(), Tolerance.Float32));
    }

    [Theory]
    [InlineData(RandomStream.Philox)]
    [InlineData(RandomStream.NumpyLegacy)]
    [InlineData(RandomStream.NumpyPcg64)]
    public void Draws_are_those_of_float64_rounded_once(RandomStream stream)
    {
        var plan = new Plan { Batch = 53, Widths = [7, 9, 3], BiasStd = 0.3 };
        using var narrow = new ReferenceExperiment<float>(plan, seed: 11, stream);
        using var wide = new ReferenceExperiment<double>(plan, seed: 11, stream);
        narrow.Draw();
        wide.Draw();
        Assert.Equal(wide.InputCopy().Select(x => (float)x), narrow.InputCopy());
        foreach (var (expected, actual) in wide.Layers.Zip(narrow.Layers))
        {
            Assert.Equal(expected.WeightsCopy().Select(x => (float)x), actual.WeightsCopy());
            Assert.Equal(expected.BiasCopy().Select(x => (float)x), actual.BiasCopy());
        }
    }
}
