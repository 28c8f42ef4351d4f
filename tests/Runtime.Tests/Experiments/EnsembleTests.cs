using System.Text.Json;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>Philox's numbers are others than NumPy's, but of the same law: means over seeds agree with those of 50 NumPy runs.</summary>
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

    private static JsonElement.ArrayEnumerator Experiments() => TestData.Json("ensemble.json").GetProperty("experiments").EnumerateArray();

    /// <summary>The mean of 50 runs and that of these both scatter.</summary>
    private static double Band => Math.Sqrt((1.0 / 50) + (1.0 / Seeds));

    /// <summary>For statistics that are the same in every run.</summary>
    private static double Tiny => 1e-12;
}
