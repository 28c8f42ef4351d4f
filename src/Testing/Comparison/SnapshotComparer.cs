using System.Collections.Immutable;
using FanIn.Testing.Text;

namespace FanIn.Testing.Comparison;

/// <summary>Compares two snapshots place by place.</summary>
public static class SnapshotComparer
{
    /// <summary>
    /// The places that differ, in the order of the received snapshot; those that only the verified one has come last. Empty when equal.
    /// </summary>
    public static ImmutableArray<SnapshotDifference> Compare(SnapshotDocument verified, SnapshotDocument received)
    {
        var differences = Places(verified, received).SelectMany(place => Compare(place.Key, place.Verified, place.Received));
        return [.. differences];
    }

    private sealed record Place(ImmutableArray<SnapshotField> Statistics, SnapshotHistogram? Histogram);

    private static IEnumerable<((string Layer, string Tensor) Key, Place? Verified, Place? Received)> Places(
        SnapshotDocument verified, SnapshotDocument received)
    {
        var old = Index(verified);
        var now = Index(received);
        return now.Keys.Union(old.Keys).Select(key => (key, old.GetValueOrDefault(key), now.GetValueOrDefault(key)));
    }

    private static OrderedDictionary<(string Layer, string Tensor), Place> Index(SnapshotDocument document)
    {
        var places = new OrderedDictionary<(string Layer, string Tensor), Place> { [("", "")] = new(document.Header, null) };
        foreach (var layer in document.Layers)
        {
            places[(layer.Name, "")] = new Place(layer.Statistics, null);
            foreach (var tensor in layer.Tensors)
                places[(layer.Name, tensor.Name)] = new Place(tensor.Statistics, tensor.Histogram);
        }

        return places;
    }

    private static IEnumerable<SnapshotDifference> Compare((string Layer, string Tensor) key, Place? verified, Place? received)
    {
        if (verified is null || received is null)
        {
            var kind = verified is null ? SnapshotDifferenceKind.Added : SnapshotDifferenceKind.Removed;
            return [new SnapshotDifference(key.Layer, key.Tensor, kind, [], [])];
        }

        var statistics = Statistics(Fields(verified), Fields(received)).ToImmutableArray();
        var counts = Counts(verified.Histogram, received.Histogram).ToImmutableArray();
        return statistics.IsEmpty && counts.IsEmpty
            ? []
            : [new SnapshotDifference(key.Layer, key.Tensor, SnapshotDifferenceKind.Changed, statistics, counts)];
    }

    private static IEnumerable<SnapshotField> Fields(Place place) => place.Histogram is not { } histogram
        ? place.Statistics
        :
        [
            .. place.Statistics,
            new("bins", SnapshotNumber.Integer(histogram.Bins.Length)),
            new("range", $"[{histogram.Low}, {histogram.High}]"),
        ];

    private static IEnumerable<StatisticChange> Statistics(IEnumerable<SnapshotField> verified, IEnumerable<SnapshotField> received)
    {
        var old = ByName(verified);
        var now = ByName(received);
        return now.Keys.Union(old.Keys)
            .Select(name => new StatisticChange(name, old.GetValueOrDefault(name), now.GetValueOrDefault(name)))
            .Where(change => change.Verified != change.Received);
    }

    // A file that was edited by hand may repeat a name: the last one counts.
    private static OrderedDictionary<string, string> ByName(IEnumerable<SnapshotField> fields)
    {
        var byName = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in fields)
            byName[name] = value;
        return byName;
    }

    private static IEnumerable<CountChange> Counts(SnapshotHistogram? verified, SnapshotHistogram? received)
    {
        if (verified is null || received is null || verified.Bins.Length != received.Bins.Length)
            return [];

        var bins = received.Bins.Select((now, i) => new CountChange(received.Interval(i), verified.Bins[i].Count, now.Count));
        var outside = received.Outside.Select(now => new CountChange(now.Name, OutsideCount(verified, now.Name), now.Count));
        return bins.Concat(outside).Where(change => change.Verified != change.Received);
    }

    private static long OutsideCount(SnapshotHistogram histogram, string name) =>
        histogram.Outside.FirstOrDefault(outside => outside.Name == name).Count;
}
