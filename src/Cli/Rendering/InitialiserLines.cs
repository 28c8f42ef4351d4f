using System.Globalization;
using FanIn.Runtime.Results;

namespace FanIn.Cli.Rendering;

/// <summary>
/// How the weights were initialised: a line for each run of layers that share a formula, with what was asked for and achieved.
/// </summary>
internal static class InitialiserLines
{
    private const int ShownRuns = 3;

    /// <summary>The lines, none where nothing is known; at most three unless all are wanted.</summary>
    public static IEnumerable<string> Of(ExperimentResult result, bool all)
    {
        var runs = Runs(result.Layers.Where(layer => layer.Initialiser is not null)).ToList();
        int shown = all || runs.Count <= ShownRuns ? runs.Count : ShownRuns - 1;
        foreach (var run in runs.Take(shown))
            yield return (runs.Count == 1 ? "" : $"{Layers(run)}: ")
                + Text([.. run.Select(layer => layer.Initialiser!)], isSet: !result.Settings.IsEmpty);
        if (shown < runs.Count)
            yield return $"{runs.Count - shown} more formulas of weights (--all-layers shows them)";
    }

    private static IEnumerable<List<LayerResult>> Runs(IEnumerable<LayerResult> layers)
    {
        List<LayerResult> run = [];
        foreach (var layer in layers)
        {
            if (run.Count > 0 && Key(run[0]) != Key(layer))
            {
                yield return run;
                run = [];
            }

            run.Add(layer);
        }

        if (run.Count > 0)
            yield return run;
    }

    private static InitialiserReport Key(LayerResult layer) => layer.Initialiser! with { AchievedStd = 0 };

    private static string Layers(List<LayerResult> run) => run.Count == 1 ? run[0].Name : $"{run[0].Name} to {run[^1].Name}";

    /// <summary><c>std = sqrt(2 / 100) = 0.1414, achieved 0.1406 to 0.1423</c>.</summary>
    private static string Text(IReadOnlyList<InitialiserReport> reports, bool isSet)
    {
        var first = reports[0];
        List<string> parts = [first.Formula.Length == 0 ? first.Name : Equation(first, isSet)];
        if (double.IsFinite(first.AskedStd) && ShortNumber.Of(first.AskedStd) != ShortNumber.Of(first.Value))
            parts.Add($"std {ShortNumber.Of(first.AskedStd)}");
        var (low, high) = (reports.Min(report => report.AchievedStd), reports.Max(report => report.AchievedStd));
        (string from, string to) = (ShortNumber.Of(low), ShortNumber.Of(high));
        parts.Add("achieved " + (from == to ? from : $"{from} to {to}"));
        return string.Join(", ", parts);
    }

    /// <summary>A formula that is a number needs no result, and where numbers were set the file's formula says nothing of it.</summary>
    private static string Equation(InitialiserReport report, bool isSet)
    {
        int sign = report.Formula.IndexOf('=');
        bool isNumber = double.TryParse(report.Formula[(sign + 1)..], CultureInfo.InvariantCulture, out _);
        if (!double.IsFinite(report.Value) || (isNumber && !isSet))
            return report.Formula;
        return isSet
            ? $"{report.Formula[..(sign + 1)]} {ShortNumber.Of(report.Value)}"
            : $"{report.Formula} = {ShortNumber.Of(report.Value)}";
    }
}
