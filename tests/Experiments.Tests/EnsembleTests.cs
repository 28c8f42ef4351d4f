using FanIn.Runtime.Experiments;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

namespace FanIn.Experiments.Tests;

/// <summary>How far a single seed misleads.</summary>
public class EnsembleTests
{
    /// <summary>
    /// Fifty seeds of np.random.seed, 1000 … 1049; NumPy 1.24.2 gives the same digits. Theory (infinitely wide) says 0.8256.
    /// </summary>
    [Fact]
    public void ReLU_with_He_scatters_from_seed_to_seed()
    {
        var entry = ExperimentCatalog.All.Single(entry => entry.Definition.Id == "activation-histograms/relu-he");
        var builder = new EnsembleBuilder();
        for (ulong seed = 1000; seed < 1050; seed++)
        {
            using var experiment = entry.Create(new ExperimentOptions(seed, RandomStream.NumpyLegacy));
            builder.Add(experiment.Run());
        }

        string[] expected = ["0.8253 ± 0.0058", "0.835 ± 0.043", "0.830 ± 0.064", "0.827 ± 0.084", "0.83 ± 0.11"];
        Assert.Equal(expected, builder.ToResult().Layers.Select(layer => layer.Activations!.Find("std")!.Value)
            .Select(std => PlusMinus.Of(std.Mean, std.Sd)));
    }
}
