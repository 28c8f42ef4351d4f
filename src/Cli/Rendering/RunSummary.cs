using System.Globalization;
using FanIn.Cli.Hosting;
using Spectre.Console;

namespace FanIn.Cli.Rendering;

/// <summary>The end of `run`: what failed, and where the figures are.</summary>
internal static class RunSummary
{
    private const int ListedOneByOne = 8;

    /// <summary>Says which expectations failed, or that none did.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="runs">With what the experiments ran, as the end of a phrase.</param>
    /// <param name="failures">A line for each expectation that does not hold.</param>
    /// <param name="expectations">All expectations.</param>
    /// <param name="experiments">Experiments that ran.</param>
    /// <param name="failuresOnly">Say nothing when all is well.</param>
    public static void PrintExpectations(
        StyledWriter writer, string runs, IReadOnlyList<string> failures, int expectations, int experiments, bool failuresOnly)
    {
        if (failures.Count > 0)
        {
            string failed = failures.Count.ToString(CultureInfo.InvariantCulture);
            writer.WriteLine($"{failed} of {Phrases.Count(expectations, "expectation")} failed:", Look.Bad);
            foreach (string failure in failures)
                writer.WriteLine($"  {failure}");
        }
        else if (!failuresOnly)
        {
            string held = expectations switch
            {
                0 => "no expectations",
                1 => experiments == 1 ? "its expectation holds" : "their expectation holds",
                _ => $"all {Phrases.Count(expectations, "expectation")} hold",
            };
            Style? style = expectations == 0 ? default(Style?) : Look.Good;
            string which = expectations == 0 ? "" : runs;
            writer.Write($"{Phrases.Count(experiments, "experiment")}, ").WriteLine($"{held}{which}.", style);
        }
    }

    /// <summary>Says where the figures are.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="context">How paths are shown.</param>
    /// <param name="figures">The figures' absolute paths.</param>
    public static void PrintFigures(StyledWriter writer, CommandContext context, IReadOnlyList<string> figures)
    {
        foreach (string line in FigureLines(context, figures))
            writer.WriteLine(line);
    }

    /// <summary>
    /// <c>figures/name.{png,svg}</c>; when there are many, the variants' folders are one line each,
    /// <c>figures/name/*.{png,svg}  12 figures</c>, below the sheet that shows them all.
    /// </summary>
    private static IEnumerable<string> FigureLines(CommandContext context, IReadOnlyList<string> figures)
    {
        string endings = string.Join(',', figures.Select(path => Path.GetExtension(path)[1..]).Distinct().Order(StringComparer.Ordinal));
        var shown = figures.Select(path => Path.ChangeExtension(context.Show(path), null));
        string[] stems = [.. shown.Distinct().Order(StringComparer.Ordinal)];
        var folders = stems.ToLookup(stem => stem[..(stem.LastIndexOf('/') + 1)]);
        foreach (string stem in stems)
        {
            var siblings = folders[stem[..(stem.LastIndexOf('/') + 1)]];
            bool isVariant = stems.Contains(stem[..Math.Max(0, stem.LastIndexOf('/'))]);
            if (stems.Length <= ListedOneByOne || !isVariant)
                yield return $"{stem}.{{{endings}}}";
            else if (stem == siblings.First())
                yield return $"{stem[..stem.LastIndexOf('/')]}/*.{{{endings}}}  {Phrases.Count(siblings.Count(), "figure")}";
        }
    }
}
