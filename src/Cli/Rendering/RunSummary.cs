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

    /// <summary><c>figures/name.{png,svg}</c>, and for a folder full of them <c>figures/*.{png,svg}  12 figures</c>.</summary>
    private static IEnumerable<string> FigureLines(CommandContext context, IReadOnlyList<string> figures)
    {
        var shown = figures.Select(context.Show).ToArray();
        string endings = string.Join(',', shown.Select(path => Path.GetExtension(path)[1..]).Distinct().Order(StringComparer.Ordinal));
        var stems = shown.Select(path => Path.ChangeExtension(path, null)).Distinct();
        foreach (var folder in stems.GroupBy(stem => stem[..(stem.LastIndexOf('/') + 1)]))
        {
            if (folder.Count() > ListedOneByOne)
                yield return $"{folder.Key}*.{{{endings}}}  {Phrases.Count(folder.Count(), "figure")}";
            else
                foreach (string stem in folder)
                    yield return $"{stem}.{{{endings}}}";
        }
    }
}
