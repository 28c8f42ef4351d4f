using System.Text.Json;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>
/// Fifty NumPy runs, reproduced from their seeds. Philox's numbers are others than NumPy's, but of the same law: means over seeds agree.
/// </summary>
public sealed class EnsembleTests
{
    private const int Seeds = 20;

    private static readonly string[] Compared = ["mean", "std", "below", "above", "zero_fraction"];

    public static TheoryData<string> Cases() =>
        new(Experiments().Select(e => e.GetProperty("experiment").GetString()!));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Means_over_seeds_agree(string name)
    {
        var reference = Experiments().Single(e => e.GetProperty("experiment").GetString() == name).GetProperty("layers");
        var plan = Plan.Of(OracleExperiment.Of("seed_numpy-legacy_0.json", name)) with { PreActivations = null };
        var sums = new double[reference.GetArrayLength(), Compared.Length];
        for (var seed = 0UL; seed < Seeds; seed++)
        {
            using var experiment = new ReferenceExperiment<double>(plan, seed, RandomStream.Philox);
            foreach (var layer in experiment.Run().Layers)
            {
                for (var s = 0; s < Compared.Length; s++)
                    sums[layer.Layer - 1, s] += layer.Statistic("activations", Compared[s]);
            }
        }

        for (var l = 0; l < reference.GetArrayLength(); l++)
        {
            for (var s = 0; s < Compared.Length; s++)
            {
                var expected = reference[l].GetProperty(Compared[s]);
                var (mean, sd) = (expected.GetProperty("mean").GetDouble(), expected.GetProperty("sd").GetDouble());
                Assert.InRange(sums[l, s] / Seeds, mean - (4 * sd * Band) - Tiny, mean + (4 * sd * Band) + Tiny);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void NumPys_seeds_give_NumPys_ensemble(string name)
    {
        var reference = Experiments().Single(e => e.GetProperty("experiment").GetString() == name).GetProperty("layers");
        var seeds = TestData.Json("ensemble.json").GetProperty("seeds");
        var plan = Plan.Of(OracleExperiment.Of("seed_numpy-legacy_0.json", name)) with { PreActivations = null };
        var builder = new EnsembleBuilder();
        for (var seed = seeds[0].GetUInt64(); seed < seeds[1].GetUInt64(); seed++)
        {
            using var experiment = new ReferenceExperiment<double>(plan, seed, RandomStream.NumpyLegacy);
            builder.Add(experiment.Run());
        }

        foreach (var layer in builder.ToResult().Layers)
        {
            var expected = reference[layer.Layer - 1];
            var scale = expected.GetProperty("std").GetProperty("mean").GetDouble();
            foreach (var statistic in Compared)
            {
                var actual = layer.Activations!.Find(statistic)!.Value;
                var tolerance = 1e-10 * (statistic is "mean" or "std" ? scale : 1);
                foreach (var (part, value) in new[]
                    { ("mean", actual.Mean), ("sd", actual.Sd), ("min", actual.Min), ("max", actual.Max) })
                    Assert.Equal(expected.GetProperty(statistic).GetProperty(part).GetDouble(), value, tolerance);
            }
        }
    }

    private static JsonElement.ArrayEnumerator Experiments() => TestData.Json("ensemble.json").GetProperty("experiments").EnumerateArray();

    /// <summary>The mean of 50 runs and that of these both scatter.</summary>
    private static double Band => Math.Sqrt((1.0 / 50) + (1.0 / Seeds));

    /// <summary>For statistics that are the same in every run.</summary>
    private static double Tiny => 1e-12;
}
