using System.Globalization;
using System.Text;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;
using static System.FormattableString;

namespace FanIn.Experiments.Tests.Reproductions;

/// <summary>The expectations of an experiment beside what was measured: a table for each variant and tensor, a row a layer.</summary>
internal static class ExpectationTables
{
    public static void Append(StringBuilder page, IReadOnlyList<ExperimentResult> variants)
    {
        foreach (var result in variants)
        {
            foreach (var tensor in result.Definition.Expectations.GroupBy(Of))
            {
                string title = variants.Count > 1
                    ? $"`{result.Definition.Label}`, {tensor.Key}"
                    : char.ToUpperInvariant(tensor.Key[0]) + tensor.Key[1..];
                page.Append($"{title}:\n\n");
                Append(page, result, [.. tensor]);
            }
        }
    }

    /// <summary>The tensor; <c>layers</c> for what belongs to none.</summary>
    private static string Of(Expectation expectation) =>
        expectation.Tensor == Expectation.Training ? Expectation.Training
            : StatisticNames.OfTensor.Concat(StatisticNames.OfSplit).Contains(expectation.Statistic)
                ? LayerTensor.All.Single(known => known.Name == expectation.Tensor).Title
                : "layers";

    /// <summary>The number of expectations that hold, and of all.</summary>
    public static (int Held, int All) Count(IEnumerable<ExperimentResult> variants)
    {
        var met = variants.SelectMany(result => result.Definition.Expectations.Select(expectation => Holds(result, expectation))).ToList();
        return (met.Count(holds => holds), met.Count);
    }

    private static void Append(StringBuilder page, ExperimentResult result, IReadOnlyList<Expectation> expectations)
    {
        string[] statistics = [.. expectations.Select(expectation => expectation.Statistic).Distinct()];
        string said = expectations.Any(expectation => expectation.Near is not null) ? "published" : "expected";
        page.Append($"| layer | {string.Join(" | ", statistics.Select(name => $"`{name}` {said} | ours"))} |\n");
        page.Append($"| --- |{string.Concat(Enumerable.Repeat(" --- | --- |", statistics.Length))}\n");
        foreach (var layer in expectations.GroupBy(expectation => expectation.Layer))
        {
            page.Append($"| {(layer.Key.Length > 0 ? layer.Key : "the whole network")} |");
            foreach (string name in statistics)
            {
                var cells = layer.Where(expectation => expectation.Statistic == name).ToList();
                page.Append($" {string.Join(", ", cells.Select(Said))} | {(cells.Count > 0 ? Measured(result, cells[0]) : "")} |");
            }

            page.Append('\n');
        }

        page.Append('\n');
    }

    private static string Said(Expectation expectation) => expectation switch
    {
        { Near: not null } when IsNumber(expectation.Printed) => $"{expectation.Printed} ± {expectation.Within}",
        { Near: { } near } => $"`{expectation.Printed}` = {Invariant($"{near:F3}")} ± {expectation.Within}",
        { Min: double.NegativeInfinity } => $"at most {PublishedNumber.Number(expectation.Max)}",
        { Max: double.PositiveInfinity } => $"at least {PublishedNumber.Number(expectation.Min)}",
        _ => $"{Invariant($"{expectation.Min:G4}")} … {Invariant($"{expectation.Max:G4}")}",
    };

    /// <summary>One digit more than was printed.</summary>
    private static string Measured(ExperimentResult result, Expectation expectation)
    {
        double value = Value(result, expectation);
        int point = expectation.Printed.IndexOf('.', StringComparison.Ordinal);
        if (point < 0 || !IsNumber(expectation.Printed))
            return value.ToString("G4", CultureInfo.InvariantCulture);
        string text = value.ToString($"F{expectation.Printed.Length - point}", CultureInfo.InvariantCulture);
        return text.All(letter => letter is '-' or '0' or '.') ? text.TrimStart('-') : text;
    }

    private static bool Holds(ExperimentResult result, Expectation expectation) =>
        Value(result, expectation) >= expectation.Min && Value(result, expectation) <= expectation.Max;

    private static double Value(ExperimentResult result, Expectation expectation) =>
        expectation.Tensor == Expectation.Training
            ? result.Training!.Statistic(expectation.Statistic)
            : result[expectation.Layer].Statistic(expectation.Tensor, expectation.Statistic);

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
