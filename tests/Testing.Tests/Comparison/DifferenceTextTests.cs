using FanIn.Testing.Comparison;
using FanIn.Testing.Tests.Support;

namespace FanIn.Testing.Tests.Comparison;

public sealed class DifferenceTextTests
{
    [Fact]
    public void No_difference_is_no_text() => Assert.Equal("", DifferenceText.Write([]));

    [Fact]
    public void A_place_has_its_statistics_and_then_its_counts()
    {
        var text = DifferenceText.Write([Changed("hidden3", statistics: 1, counts: 2)]);

        Assert.Equal(
            """
            hidden3 activations: 1 statistic and 2 counts differ
              statistic1         0.5 -> (none)
              [1, 2)             10 -> 12 (+2)
              [2, 3)             20 -> 18 (-2)

            """,
            text);
    }

    [Fact]
    public void Long_lists_are_cut_and_what_is_left_out_is_counted()
    {
        var text = DifferenceText.Write([Changed("hidden3", statistics: 4, counts: 3)], changes: 2);

        Assert.Equal(
            """
            hidden3 activations: 4 statistics and 3 counts differ
              statistic1         0.5 -> (none)
              statistic2         0.5 -> (none)
              ... and 2 statistics more
              [1, 2)             10 -> 12 (+2)
              [2, 3)             20 -> 18 (-2)
              ... and 1 count more

            """,
            text);
    }

    [Fact]
    public void Places_beyond_the_first_are_named()
    {
        var text = DifferenceText.Write([.. Enumerable.Range(1, 5).Select(layer => Changed($"hidden{layer}", 1, 0))], places: 2);

        Assert.Equal(
            """
            hidden1 activations: 1 statistic differs
              statistic1         0.5 -> (none)
            hidden2 activations: 1 statistic differs
              statistic1         0.5 -> (none)
            ... and in 3 more: hidden3 activations, hidden4 activations, hidden5 activations

            """,
            text);
    }

    [Fact]
    public void Very_many_places_are_counted()
    {
        var text = DifferenceText.Write([.. Enumerable.Range(1, 100).Select(layer => Changed($"h{layer}", 1, 0))], places: 1);

        Assert.Contains("\n... and in 99 more: h2 activations, ", text);
        Assert.EndsWith(", h9 activations, ...\n", text);
    }

    [Theory]
    [InlineData("", "", SnapshotDifferenceKind.Changed, "header: 1 value and 1 count differ")]
    [InlineData("hidden1", "", SnapshotDifferenceKind.Changed, "hidden1: 1 statistic and 1 count differ")]
    [InlineData("hidden1", "weights", SnapshotDifferenceKind.Added, "hidden1 weights: only in the received snapshot")]
    [InlineData("hidden1", "weights", SnapshotDifferenceKind.Removed, "hidden1 weights: only in the verified snapshot")]
    public void A_summary_is_one_line(string layer, string tensor, SnapshotDifferenceKind kind, string expected) =>
        Assert.Equal(expected, DifferenceText.Summary(Changed(layer, 1, 1) with { Tensor = tensor, Kind = kind }));

    [Fact]
    public void Numbers_are_the_same_in_every_culture() =>
        Assert.Contains("20 -> 18 (-2)", Cultures.Run("fi-FI", () => DifferenceText.Write([Changed("hidden1", 0, 2)])));

    [Theory]
    [InlineData("a\nb\nc", "a\nB\nc", "Line 2 is the first that differs.\n  verified: b\n  received: B\n")]
    [InlineData("a", "a\n", "Line 2 is the first that differs.\n  verified: (the text has ended)\n  received: \n")]
    [InlineData("a\nb", "a", "Line 2 is the first that differs.\n  verified: b\n  received: (the text has ended)\n")]
    [InlineData("a", "a", "")]
    public void Other_texts_differ_by_their_first_line(string verified, string received, string expected) =>
        Assert.Equal(expected, TextDifference.Describe(verified, received));

    private static SnapshotDifference Changed(string layer, int statistics, int counts) => new(
        layer,
        layer == "" ? "" : "activations",
        SnapshotDifferenceKind.Changed,
        [.. Enumerable.Range(1, statistics).Select(i => new StatisticChange($"statistic{i}", "0.5", null))],
        [.. Enumerable.Range(1, counts).Select(i => new CountChange($"[{i}, {i + 1})", i * 10, (i * 10) + (i % 2 == 0 ? -2 : 2)))]);
}
