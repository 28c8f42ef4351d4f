using System.Collections;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Streams;

namespace FanIn.Cli.Running;

/// <summary>One run of one experiment.</summary>
/// <param name="Entry">What runs.</param>
/// <param name="Seed">With which seed; null for what else says.</param>
internal readonly record struct ExperimentRun(ExperimentEntry Entry, Seed? Seed)
{
    /// <summary>What is said of it while it runs.</summary>
    public string Title => Entry.Definition.Id + (Seed is null ? "" : $", seed {Seed}");
}

/// <summary>
/// All runs in order: experiment by experiment, and of each seed by seed. Nothing of them is made before it is asked for.
/// </summary>
/// <param name="entries">What runs.</param>
/// <param name="seeds">The seeds of each; null for one run with what else says.</param>
internal sealed class RunPlan(IReadOnlyList<ExperimentEntry> entries, IReadOnlyList<ulong>? seeds) : IReadOnlyList<ExperimentRun>
{
    private readonly int _runs = seeds?.Count ?? 1;

    /// <inheritdoc/>
    public int Count => entries.Count * _runs;

    /// <inheritdoc/>
    public ExperimentRun this[int index] => new(entries[index / _runs], seeds is null ? null : (Seed)seeds[index % _runs]);

    /// <inheritdoc/>
    public IEnumerator<ExperimentRun> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
