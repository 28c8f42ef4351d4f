namespace FanIn.Experiments.Tests.Reproductions;

/// <summary>A publication, and what of it is reproduced here.</summary>
/// <param name="Title">Authors and year.</param>
/// <param name="Shown">What is reproduced, in a few words.</param>
public sealed record Publication(string Title, string Shown)
{
    /// <summary>Source and claim; empty where the experiment's description says it.</summary>
    public string Text { get; init; } = "";

    /// <summary>An experiment of the gallery whose expectations are the publication's; empty for none.</summary>
    public string Experiment { get; init; } = "";

    /// <summary>Whether the experiment's expectations are those of the publication.</summary>
    public bool HasExpectations { get; init; } = true;

    /// <summary>What is computed without an experiment.</summary>
    public Func<IReadOnlyList<PublishedNumber>> Numbers { get; init; } = () => [];

    /// <summary>Figures: a variant's id, or an experiment's name for all of its variants on one sheet; then, after a #, the kind.</summary>
    public IReadOnlyList<string> Figures { get; init; } = [];
}
