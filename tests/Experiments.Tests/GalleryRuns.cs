using System.Collections.Concurrent;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Results;

namespace FanIn.Experiments.Tests;

/// <summary>The gallery's experiments as their files have them, each run once for all tests: trainings take their time.</summary>
internal static class GalleryRuns
{
    private static readonly ConcurrentDictionary<(string Id, FigureKind? Kind), Lazy<GalleryRun>> Runs = new();

    /// <summary>The run of one experiment.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="kind">The figure that it is to be drawn as; null for the standard one.</param>
    public static GalleryRun Of(string id, FigureKind? kind = null) =>
        Runs.GetOrAdd((id, kind), key => new(() => Run(key.Id, key.Kind))).Value;

    /// <summary>The results of all variants of an experiment, in the catalog's order.</summary>
    public static IReadOnlyList<ExperimentResult> All(string name, FigureKind? kind = null) =>
        [.. ExperimentCatalog.All.Where(entry => entry.Definition.Name == name).Select(entry => Of(entry.Definition.Id, kind).Result)];

    private static GalleryRun Run(string id, FigureKind? kind)
    {
        var entry = ExperimentCatalog.All.Single(entry => entry.Definition.Id == id);
        var needs = FigureNeeds.OwnStd | (kind?.Needs() ?? FigureNeeds.None); // as `run` asks for
        using var experiment = entry.Create(new ExperimentOptions { FigureNeeds = needs });
        return new(experiment.Run(), [.. experiment.CheckExpectations().Select(failure => failure.Message)]);
    }
}

/// <summary>What a run gave, and the expectations that do not hold.</summary>
internal sealed record GalleryRun(ExperimentResult Result, IReadOnlyList<string> Failures);
