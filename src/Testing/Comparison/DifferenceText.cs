using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace FanIn.Testing.Comparison;

/// <summary>Differences in a few lines: verified value first, then the received one.</summary>
public static class DifferenceText
{
    private const int NameWidth = 18;

    /// <summary>The first places, and of each the first statistics and counts that differ; what is left out is counted.</summary>
    /// <param name="differences">What <see cref="SnapshotComparer"/> found.</param>
    /// <param name="places">At most so many places are shown.</param>
    /// <param name="changes">At most so many statistics, and so many counts, are shown of each.</param>
    /// <returns>Lines that end with <c>\n</c>; empty for no differences.</returns>
    public static string Write(ImmutableArray<SnapshotDifference> differences, int places = 3, int changes = 6)
    {
        var text = new StringBuilder();
        foreach (var difference in differences.Take(places))
            Append(text, difference, changes);

        if (differences.Length > places)
            text.Append(CultureInfo.InvariantCulture, $"... and in {differences.Length - places} more: ")
                .AppendJoin(", ", differences.Skip(places).Take(8).Select(difference => difference.Place))
                .Append(differences.Length > places + 8 ? ", ...\n" : "\n");
        return text.ToString();
    }

    /// <summary>One line: <c>hidden3 activations: 2 statistics and 5 counts differ</c>.</summary>
    public static string Summary(SnapshotDifference difference) => difference.Kind switch
    {
        SnapshotDifferenceKind.Added => $"{difference.Place}: only in the received snapshot",
        SnapshotDifferenceKind.Removed => $"{difference.Place}: only in the verified snapshot",
        _ => $"{difference.Place}: {Totals(difference)}",
    };

    private static string Totals(SnapshotDifference difference)
    {
        int statistics = difference.Statistics.Length;
        int counts = difference.Counts.Length;
        var noun = difference.Layer == "" ? "value" : "statistic";
        var parts = new[] { Plural(statistics, noun), Plural(counts, "count") }.Where(part => part != "");
        return $"{string.Join(" and ", parts)} {(statistics + counts == 1 ? "differs" : "differ")}";
    }

    private static string Plural(int number, string noun)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return number switch { 0 => "", 1 => $"{digits} {noun}", _ => $"{digits} {noun}s" };
    }

    private static void Append(StringBuilder text, SnapshotDifference difference, int changes)
    {
        text.Append(Summary(difference)).Append('\n');
        foreach (var (name, verified, received) in difference.Statistics.Take(changes))
            text.Append("  ").Append(name.PadRight(NameWidth)).Append($" {verified ?? "(none)"} -> {received ?? "(none)"}\n");
        AppendRest(text, difference.Statistics.Length - changes, "statistic");

        foreach (var (name, verified, received) in difference.Counts.Take(changes))
        {
            text.Append("  ").Append(name.PadRight(NameWidth)).Append(
                CultureInfo.InvariantCulture, $" {verified} -> {received} ({received - verified:+0;-0})\n");
        }

        AppendRest(text, difference.Counts.Length - changes, "count");
    }

    private static void AppendRest(StringBuilder text, int rest, string noun)
    {
        if (rest > 0)
            text.Append("  ... and ").Append(Plural(rest, noun)).Append(" more\n");
    }
}
