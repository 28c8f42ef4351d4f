using System.Globalization;
using System.Text;
using FanIn.Benchmarks.Rows;

namespace FanIn.Benchmarks.Reporting;

/// <summary>The table for people: aligned in 100 columns, or as Markdown.</summary>
public static class ReportText
{
    private static readonly string[] Headings = ["", "least", "aim", "measured", "median", ""];

    /// <summary>Aligned.</summary>
    public static string Plain(Report report)
    {
        string[][] rows = [Headings, .. report.Rows.Select(Cells)];
        int[] widths = [.. Headings.Select((_, column) => rows.Max(row => row[column].Length))];
        var text = new StringBuilder();
        foreach (string[] row in rows)
        {
            var cells = row.Select((cell, i) => i is 0 or 5 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]));
            text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        foreach (string line in Notes(report))
            text.Append(line).Append('\n');
        return text.ToString();
    }

    /// <summary>Markdown, machine and versions included.</summary>
    public static string Markdown(Report report)
    {
        var text = new StringBuilder();
        text.Append($"Measured on {report.Date}: {report.Machine.Cpu}, {report.Machine.Processors} processors, vectors of ");
        text.Append($"{report.Machine.Vectors}; {report.Machine.System}; {report.Machine.Runtime}; {string.Join(", ", report.Versions)}. ");
        text.Append($"{report.Rounds} samples of each contender, taken in turns.\n\n");
        text.Append("| what | least | aim | measured | of medians | |\n| --- | ---: | ---: | ---: | ---: | --- |\n");
        foreach (var row in report.Rows)
            text.Append($"| {string.Join(" | ", Cells(row))} |\n");
        text.Append('\n');
        foreach (string line in Notes(report))
            text.Append($"- {line}\n");
        return text.Append('\n').Append(PartsText.Markdown(report)).ToString();
    }

    private static string[] Cells(RowResult row) =>
    [
        row.Name,
        Figure(row.Least, row.Unit),
        Figure(row.Aim, row.Unit),
        Figure(row.Measured, row.Unit),
        row.Under is null ? "" : Figure(row.MedianRatio, row.Unit),
        row.Verdict switch { Verdict.Below => "BELOW", Verdict.Least => "least", _ => "aim" },
    ];

    private static string Figure(double value, RowUnit unit) => unit switch
    {
        RowUnit.Percent => string.Create(CultureInfo.InvariantCulture, $"{100 * value:0.0} %"),
        RowUnit.Bytes => string.Create(CultureInfo.InvariantCulture, $"{value:0.##} B"),
        RowUnit.Milliseconds => string.Create(CultureInfo.InvariantCulture, $"{value:0} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value:0.00} ×"),
    };

    private static IEnumerable<string> Notes(Report report)
    {
        yield return "Measured: quotient of the fastest samples (the process: median of its starts).";
        if (report.Timings.TryGetValue(Names.CacheLine, out var line))
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"A cache line went from one processor to the other in {line.Minimum:0} ns at best, in {line.Median:0} ns mostly.");
        }

        foreach (string missing in report.Missing)
            yield return $"Missing: {missing}.";
        foreach (var (row, contenders) in report.NotMeasured)
            yield return $"Not measured: {row} (no {contenders}).";
        var counts = report.Rows.GroupBy(row => row.Verdict).ToDictionary(group => group.Key, group => group.Count());
        int Count(Verdict verdict) => counts.GetValueOrDefault(verdict);
        yield return $"{report.Rows.Count} rows: {Count(Verdict.Aim)} reach the aim, {Count(Verdict.Least)} the least, "
            + $"{Count(Verdict.Below)} are below it.";
    }
}
