using Microsoft.CodeAnalysis;

namespace FanIn.Generator.Tests.Incremental;

/// <summary>
/// Why each step of a run has its values, one word per file and <c>/</c> between: <c>Cached/Modified</c>.
/// The steps of the whole project have one word.
/// </summary>
internal sealed record StepReasons(
    string Files,
    string Parsed,
    string Diagnostics,
    string Contents,
    string Sources,
    string Catalog,
    string Conflicts)
{
    /// <summary>Nothing was computed.</summary>
    public static StepReasons AllCached { get; } =
        new("Cached/Cached", "Cached/Cached", "Cached/Cached", "Cached/Cached", "Cached/Cached", "Cached", "Cached");

    public static StepReasons Of(GeneratorRunResult run) => new(
        Read(run, StepNames.Files),
        Read(run, StepNames.Parsed),
        Read(run, StepNames.Diagnostics),
        Read(run, StepNames.Contents),
        Read(run, StepNames.Sources),
        Read(run, StepNames.Catalog),
        Read(run, StepNames.Conflicts));

    /// <summary>The reasons of one step; empty where it had nothing to do.</summary>
    public static string Read(GeneratorRunResult run, string step) => run.TrackedSteps.TryGetValue(step, out var steps)
        ? string.Join("/", steps.SelectMany(s => s.Outputs).Select(output => output.Reason))
        : "";
}
