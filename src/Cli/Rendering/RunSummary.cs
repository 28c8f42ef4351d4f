using System.Globalization;
using FanIn.Cli.Hosting;
using FanIn.Cli.Running;
using Spectre.Console;

namespace FanIn.Cli.Rendering;

/// <summary>The end of `run`: what failed, and where the figures are.</summary>
internal static class RunSummary
{
    private const int ListedOneByOne = 8;

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
            string failed = failures.Length.ToString(CultureInfo.InvariantCulture);
            writer.WriteLine($"{failed} of {Phrases.Count(expectations, "expectation")} failed:", Look.Bad);
            foreach (var failure in failures)
                writer.WriteLine($"  {failure.Message}");
        }
        else if (!failuresOnly)
        {
            string held = expectations switch
            {
                0 => "no expectations",
                1 => "its expectation holds",
                _ => $"all {Phrases.Count(expectations, "expectation")} hold",
            };
            Style? style = expectations == 0 ? default(Style?) : Look.Good;
            writer.Write($"{Phrases.Count(outcomes.Count, "experiment")}, ").WriteLine($"{held}.", style);
        }

        foreach (string line in failuresOnly ? [] : FigureLines(context, figures))
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
