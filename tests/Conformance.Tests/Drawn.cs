using FanIn.Runtime.Experiments;
using FanIn.Runtime.Results;

namespace FanIn.Conformance.Tests;

/// <summary>What the experiments of this project gave; each runs once.</summary>
internal static class Drawn
{
    private static readonly Dictionary<string, Lazy<ExperimentResult>> Results = ExperimentCatalog.All.ToDictionary(
        entry => entry.Definition.Id,
        entry => new Lazy<ExperimentResult>(() =>
        {
            using var experiment = entry.Create(new ExperimentOptions());
            return experiment.Run();
        }));

    /// <summary>The labels of an experiment's variants.</summary>
    public static IEnumerable<string> Variants(string experiment) =>
        ExperimentCatalog.All.Where(entry => entry.Definition.Name == experiment).Select(entry => entry.Definition.Label);

    /// <summary>The layers of a variant.</summary>
    public static IReadOnlyList<LayerResult> Layers(string experiment, string variant) => Results[$"{experiment}/{variant}"].Value.Layers;

    /// <summary>The only layer of million.yaml.</summary>
    public static LayerResult Million(string variant) => Layers("million", variant)[0];
}
