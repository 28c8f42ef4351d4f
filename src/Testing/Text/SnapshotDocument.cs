using System.Collections.Immutable;

namespace FanIn.Testing.Text;

/// <summary>What a snapshot says, as it is written: every number is the text that stands in the file.</summary>
/// <param name="Header">format, experiment, stream, seed, dtype, batch, widths.</param>
/// <param name="Layers">The layers, the first first.</param>
public sealed record SnapshotDocument(ImmutableArray<SnapshotField> Header, ImmutableArray<SnapshotLayer> Layers)
{
    /// <summary>The first line's value; a text without it is not a FanIn snapshot.</summary>
    public const string Format = "fanin/snapshot/1";

    /// <summary>The id of the experiment: <c>activation-histograms/tanh-xavier</c>; empty when the header has none.</summary>
    public string Experiment => Header.FirstOrDefault(entry => entry.Name == "experiment").Value ?? "";
}

/// <summary>A name and its value.</summary>
/// <param name="Name">The name that the results use: <c>std</c>.</param>
/// <param name="Value">As it is written.</param>
public readonly record struct SnapshotField(string Name, string Value);

/// <summary>One layer.</summary>
/// <param name="Name"><c>hidden3</c>.</param>
/// <param name="Statistics">layer, shape, sigma_w2.</param>
/// <param name="Tensors">What was observed: activations, preactivations, weights.</param>
public sealed record SnapshotLayer(string Name, ImmutableArray<SnapshotField> Statistics, ImmutableArray<SnapshotTensor> Tensors);

/// <summary>One observed tensor of a layer.</summary>
/// <param name="Name"><c>activations</c>, <c>preactivations</c> or <c>weights</c>.</param>
/// <param name="Statistics">count, mean, std …</param>
/// <param name="Histogram">The counts.</param>
public sealed record SnapshotTensor(string Name, ImmutableArray<SnapshotField> Statistics, SnapshotHistogram Histogram);

/// <summary>The counts of a tensor.</summary>
/// <param name="Low">Low end of the first bin.</param>
/// <param name="High">High end of the last bin.</param>
/// <param name="Bins">The bins, the lowest first.</param>
/// <param name="Outside">below, above, nan, neg_inf, pos_inf, zeros.</param>
public sealed record SnapshotHistogram(
    string Low, string High, ImmutableArray<SnapshotBin> Bins, ImmutableArray<SnapshotCount> Outside)
{
    /// <summary>A bin as mathematics writes it: <c>[0.0333, 0.0667)</c>; the last one ends with <c>]</c>.</summary>
    /// <param name="bin">From 0.</param>
    /// <param name="width">Edges are padded to so many characters.</param>
    public string Interval(int bin, int width = 0)
    {
        var (low, high, _) = Bins[bin];
        var end = bin == Bins.Length - 1 ? ']' : ')';
        return $"[{low.PadLeft(width)}, {high.PadLeft(width)}{end}";
    }
}

/// <summary>One bin.</summary>
/// <param name="Low">Low edge, inclusive.</param>
/// <param name="High">High edge, exclusive but for the last bin.</param>
/// <param name="Count">Elements in it.</param>
public readonly record struct SnapshotBin(string Low, string High, long Count);

/// <summary>A counter that is no bin.</summary>
/// <param name="Name"><c>below</c>.</param>
/// <param name="Count">Elements it counts.</param>
public readonly record struct SnapshotCount(string Name, long Count);
