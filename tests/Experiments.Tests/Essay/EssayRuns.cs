using FanIn.Figures;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Results;

namespace FanIn.Experiments.Tests.Essay;

/// <summary>The results that the essay shows, each run once.</summary>
internal static class EssayRuns
{
    private static readonly Dictionary<(string, FigureKind?), ExperimentResult> Results = [];

    /// <summary>The result of one experiment.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="kind">The figure that it is drawn as; null for the standard one.</param>
    public static ExperimentResult Of(string id, FigureKind? kind = null)
    {
        lock (Results)
        {
            if (!Results.TryGetValue((id, kind), out var result))
                Results[(id, kind)] = result = Run(ExperimentCatalog.All.Single(entry => entry.Definition.Id == id), kind);
            return result;
        }
    }

    /// <summary>The results of all variants of an experiment.</summary>
    public static IReadOnlyList<ExperimentResult> All(string name, FigureKind? kind = null) =>
        [.. ExperimentCatalog.All.Where(entry => entry.Definition.Name == name).Select(entry => Of(entry.Definition.Id, kind))];

    private static ExperimentResult Run(ExperimentEntry entry, FigureKind? kind)
    {
        using var experiment = entry.Create(new ExperimentOptions());
        if (kind is { } shown)
            experiment.CollectFor(shown.Needs());
        return experiment.Run();
    }
}
