using System.Globalization;
using FanIn.Cli.Hosting;
using FanIn.Cli.Running;
using Spectre.Console;

namespace FanIn.Cli.Rendering;

/// <summary>The end of `run`: what failed, and where the figures are.</summary>
internal static class RunSummary
{
    private const int PathsListedOneByOne = 6;

    /// <summary>Prints it.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="context">How paths are shown.</param>
    /// <param name="outcomes">What the experiments gave.</param>
    /// <param name="figures">The figures' absolute paths.</param>
    /// <param name="failuresOnly">Say nothing when all is well.</param>
    public static void Print(
        StyledWriter writer, CommandContext context, IReadOnlyList<Outcome> outcomes, IReadOnlyList<string> figures, bool failuresOnly)
    {
        var failures = outcomes.SelectMany(outcome => outcome.Failures).ToArray();
        int expectations = outcomes.Sum(outcome => outcome.Result.Definition.Expectations.Count);
        if (failures.Length > 0)
        {
            writer.WriteLine($"{Text(failures.Length)} of {Count(expectations, "expectation")} failed:", Look.Bad);
            foreach (var failure in failures)
                writer.WriteLine($"  {failure.Message}");
        }
        else if (!failuresOnly)
        {
            string held = expectations == 0 ? "no expectations" : expectations == 1 ? "its expectation holds" : $"all {Text(expectations)} expectations hold";
            writer.Write($"{Count(outcomes.Count, "experiment")}, ").WriteLine($"{held}.", expectations == 0 ? default(Style?) : Look.Good);
        }

        foreach (string line in FigureLines(context, figures))
            writer.WriteLine(line);
    }

    /// <summary>Each path, or for many of them how many there are in each folder.</summary>
    private static IEnumerable<string> FigureLines(CommandContext context, IReadOnlyList<string> figures)
    {
        var shown = figures.Select(context.Show).Order(StringComparer.Ordinal).ToArray();
        return shown.Length <= PathsListedOneByOne
            ? shown
            : shown.GroupBy(path => path[..(path.LastIndexOf('/') + 1)])
                .Select(folder => $"{folder.Key}  {Count(folder.Count(), "figure")}");
    }

    private static string Count(int number, string noun) => $"{Text(number)} {noun}{(number == 1 ? "" : "s")}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
