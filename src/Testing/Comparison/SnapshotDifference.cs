using System.Collections.Immutable;

namespace FanIn.Testing.Comparison;

/// <summary>What differs in one place of two snapshots: the header, a layer or one of its tensors.</summary>
/// <param name="Layer">The layer's name; empty for the header.</param>
/// <param name="Tensor"><c>activations</c>, <c>preactivations</c>, <c>weights</c>; empty for the header and a whole layer.</param>
/// <param name="Kind">Whether both have the place.</param>
/// <param name="Statistics">Values that differ; the bins' number and range are among them. Empty unless both have the place.</param>
/// <param name="Counts">Bins and other counters that differ. Empty unless both have the place and as many bins.</param>
public sealed record SnapshotDifference(
    string Layer,
    string Tensor,
    SnapshotDifferenceKind Kind,
    ImmutableArray<StatisticChange> Statistics,
    ImmutableArray<CountChange> Counts)
{
    /// <summary><c>hidden3 activations</c>, <c>hidden3</c> or <c>header</c>.</summary>
    public string Place => (Layer, Tensor) switch
    {
        ("", _) => "header",
        (_, "") => Layer,
        _ => $"{Layer} {Tensor}",
    };
}

/// <summary>Which of two snapshots has a place.</summary>
public enum SnapshotDifferenceKind
{
    /// <summary>Both have it, with different contents.</summary>
    Changed,

    /// <summary>Only the received one has it.</summary>
    Added,

    /// <summary>Only the verified one has it.</summary>
    Removed,
}

/// <summary>A value that differs.</summary>
/// <param name="Name"><c>std</c>.</param>
/// <param name="Verified">As the verified snapshot writes it; null when it has none.</param>
/// <param name="Received">As the received snapshot writes it; null when it has none.</param>
public readonly record struct StatisticChange(string Name, string? Verified, string? Received);

/// <summary>A count that differs.</summary>
/// <param name="Name">The bin, <c>[0.0333, 0.0667)</c>, or the counter, <c>below</c>.</param>
/// <param name="Verified">The approved count.</param>
/// <param name="Received">The count now.</param>
public readonly record struct CountChange(string Name, long Verified, long Received);
