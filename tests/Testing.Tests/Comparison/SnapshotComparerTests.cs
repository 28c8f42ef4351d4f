using System.Collections.Immutable;
using FanIn.Runtime.Results;
using FanIn.Testing.Comparison;
using FanIn.Testing.Tests.Support;
using FanIn.Testing.Text;

namespace FanIn.Testing.Tests.Comparison;

public sealed class SnapshotComparerTests
{
    [Fact]
    public void Equal_snapshots_have_no_difference() => Assert.Empty(Compare(Samples.Variant, Samples.Variant));

    [Fact]
    public void Bins_that_differ_have_both_counts()
    {
        var difference = Assert.Single(Compare(Samples.Variant, Samples.Moved));

        Assert.Equal(("hidden2", "activations", SnapshotDifferenceKind.Changed), (difference.Layer, difference.Tensor, difference.Kind));
        Assert.Empty(difference.Statistics);
        Assert.Equal([new CountChange("[0.500, 0.750)", 2, 1), new CountChange("[0.750, 1.000]", 9, 10)], difference.Counts.ToArray());
    }

    [Fact]
    public void Statistics_that_differ_have_both_values()
    {
        var activations = Samples.Variant.Layers[0].Activations! with { Mean = double.NaN, Std = 1e-7 };
        var changed = Samples.WithActivations(Samples.Variant, 0, activations);

        var difference = Assert.Single(Compare(Samples.Variant, changed));

        Assert.Equal("hidden1 activations", difference.Place);
        Assert.Equal([new("mean", "0.123456789", "NaN"), new StatisticChange("std", "0.75", "1e-07")], difference.Statistics.ToArray());
        Assert.Empty(difference.Counts);
    }

    [Fact]
    public void What_lies_outside_of_the_bins_counts()
    {
        var histogram = Samples.Variant.Layers[0].Activations!.Histogram with { Below = 5, NaN = 1, Zeros = 2 };
        var changed = Samples.WithActivations(Samples.Variant, 0, Samples.Variant.Layers[0].Activations! with { Histogram = histogram });

        var difference = Assert.Single(Compare(Samples.Variant, changed));

        Assert.Equal([new("below", 0, 5), new("nan", 0, 1), new CountChange("zeros", 0, 2)], difference.Counts.ToArray());
    }

    [Fact]
    public void A_header_that_differs_comes_first()
    {
        var differences = Compare(Samples.Variant, Samples.Moved with { Seed = 43 });

        Assert.Equal(["header", "hidden2 activations"], differences.Select(difference => difference.Place));
        Assert.Equal([new StatisticChange("seed", "42", "43")], differences[0].Statistics.ToArray());
    }

    [Fact]
    public void Layers_and_tensors_that_only_one_has_are_named()
    {
        var shorter = Samples.Variant with { Layers = [Samples.Variant.Layers[0]] };

        var removed = Compare(Samples.Variant, shorter);
        var added = Compare(shorter, Samples.Variant);

        string[] places = ["hidden2", "hidden2 activations", "hidden2 preactivations", "hidden2 weights"];
        Assert.Equal(places, removed.Select(difference => difference.Place));
        Assert.Equal(places, added.Select(difference => difference.Place));
        Assert.All(removed, difference => Assert.Equal(SnapshotDifferenceKind.Removed, difference.Kind));
        Assert.All(added, difference => Assert.Equal(SnapshotDifferenceKind.Added, difference.Kind));
    }

    [Fact]
    public void Bins_of_another_number_are_not_compared_one_by_one()
    {
        var changed = Samples.WithActivations(Samples.Variant, 0, Samples.Statistics(Samples.Bins(0, 1, 4, 8), 0.123456789012345));

        var difference = Assert.Single(Compare(Samples.Variant, changed));

        Assert.Equal([new StatisticChange("bins", "4", "2")], difference.Statistics.ToArray());
        Assert.Empty(difference.Counts);
    }

    [Fact]
    public void Bins_over_another_range_are_compared_by_their_place()
    {
        var changed = Samples.WithActivations(Samples.Variant, 0, Samples.Statistics(Samples.Bins(0, 2, 3, 1, 7, 1), 0.123456789012345));

        var difference = Assert.Single(Compare(Samples.Variant, changed));

        Assert.Equal([new StatisticChange("range", "[0, 1]", "[0, 2]")], difference.Statistics.ToArray());
        Assert.Equal([new("[0.500, 1.000)", 0, 1), new CountChange("[1.000, 1.500)", 8, 7)], difference.Counts.ToArray());
    }

    [Fact]
    public void A_statistic_that_one_does_not_have_is_null_there()
    {
        var changed = Samples.Variant with { Layers = Samples.Variant.Layers.SetItem(0, Samples.Variant.Layers[0] with { Split = null }) };

        var difference = Assert.Single(Compare(Samples.Variant, changed));

        Assert.Equal(6, difference.Statistics.Length);
        Assert.Contains(new StatisticChange("unit_share", "0.25", null), difference.Statistics);
    }

    private static ImmutableArray<SnapshotDifference> Compare(ExperimentResult verified, ExperimentResult received) =>
        SnapshotComparer.Compare(Read(verified), Read(received));

    private static SnapshotDocument Read(ExperimentResult result) =>
        SnapshotText.TryParse(SnapshotText.Write(result), out var document) ? document : throw new InvalidOperationException();
}
