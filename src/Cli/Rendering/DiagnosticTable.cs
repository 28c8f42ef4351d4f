using FanIn.Runtime.Results;

namespace FanIn.Cli.Rendering;

/// <summary>The diagnostics of each layer; what does not fit beside each other in 80 columns goes on below.</summary>
internal static class DiagnosticTable
{
    /// <summary>Prints those of one run.</summary>
    public static void Print(StyledWriter writer, ExperimentResult result, bool allLayers) => Print(
        writer,
        result.Layers,
        layer => layer.Name,
        DiagnosticColumns.Of(
            result.Definition.Diagnostics, name => result.Layers.Any(layer => IsShown(StatisticNames.Read(layer, name), name))),
        DiagnosticColumns.Text,
        allLayers);

    /// <summary>Prints those of an ensemble: mean ± standard deviation over the seeds, shares in percent.</summary>
    public static void Print(StyledWriter writer, EnsembleResult ensemble, bool allLayers) => Print(
        writer,
        ensemble.Layers,
        layer => layer.Name,
        DiagnosticColumns.Of(ensemble.Definition.Diagnostics, name => ensemble.Layers.Any(layer => IsShown(layer.Find(name)?.Max, name))),
        DiagnosticColumns.Text,
        allLayers);

    private static bool IsShown(double? value, string statistic) => statistic == "zero_rows" ? value > 0 : value is not null;

    /// <summary>Groups stay together.</summary>
    private static void Print<TRow>(
        StyledWriter writer, IReadOnlyList<TRow> rows, Func<TRow, string> name, IEnumerable<DiagnosticColumns.Column> chosen,
        Func<DiagnosticColumns.Column, TRow, string> text, bool allLayers)
    {
        var groups = chosen
            .GroupBy(column => column.Group, column => new RowColumn<TRow>(column.Header, row => text(column, row), rows, least: 7))
            .ToArray();
        if (groups.Length > 0)
            writer.WriteLine("  diagnostics");
        int longest = Math.Max("layer".Length, rows.Max(row => name(row).Length));
        List<RowColumn<TRow>> columns = [];
        for (int i = 0; i < groups.Length; i++)
        {
            columns.AddRange(groups[i]);
            if (i + 1 < groups.Length && RowTable<TRow>.HaveRoom(longest, columns.Concat(groups[i + 1])))
                continue;
            new RowTable<TRow>(rows, name, columns).Print(writer, allLayers);
            columns = [];
        }
    }
}
