using FanIn.Runtime.Definitions;

namespace FanIn.Runtime.Experiments;

/// <summary>One experiment of an assembly: what it is, and how to make it. <c>ExperimentCatalog.All</c> lists them.</summary>
/// <param name="Definition">What the file says of it.</param>
/// <param name="Create">Makes it; the caller disposes it.</param>
public sealed record ExperimentEntry(ExperimentDefinition Definition, Func<ExperimentOptions, IExperiment> Create);
