using System.Text.Json;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Streams;
using FanIn.Runtime.Tests.Experiments;

namespace FanIn.Experiments.Tests.Reproductions;

/// <summary>The chapter's histograms beside NumPy's.</summary>
internal static class Chapter
{
    public static PublishedNumber Histograms(ulong seed)
    {
        int equal = 0;
        int all = 0;
        foreach (var expected in OracleExperiment.All($"seed_{RandomStream.NumpyLegacy.Name()}_{seed}.json"))
        {
            var entry = ExperimentCatalog.All.Single(entry => entry.Definition.Id == $"chapter/{expected.Name}");
            using var experiment = entry.Create(new ExperimentOptions(seed));
            var result = experiment.Run();
            equal += result.Layers.Zip(expected.Layers)
                .Count(pair => Counts(pair.Second).SequenceEqual(pair.First.Activations!.Histogram.Counts));
            all += result.Layers.Length;
        }

        return new(
            FormattableString.Invariant($"histograms with NumPy's counts, seed {seed}"), "the script, seeded",
            FormattableString.Invariant($"{all}"), FormattableString.Invariant($"{equal}"), equal == all);
    }

    private static IEnumerable<long> Counts(JsonElement layer) =>
        layer.GetProperty("counts").EnumerateArray().Select(count => count.GetInt64());
}
