using Spectre.Console;

namespace FanIn.Cli.Rendering;

/// <summary>A table with one line per layer for one of the observed tensors.</summary>
internal static class LayerTable
{
    /// <summary>Prints it.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="rows">The layers' lines, all of them.</param>
    /// <param name="range">The range that all the histograms share; null when each has its own.</param>
    /// <param name="allLayers">Deep networks are shown whole.</param>
    public static void Print(StyledWriter writer, IReadOnlyList<LayerRow> rows, (double Low, double High)? range, bool allLayers) =>
        new ColumnTable<LayerRow>(rows, row => row.Name, Columns(rows, range)).Print(writer, allLayers);

    private static List<TableColumn<LayerRow>> Columns(IReadOnlyList<LayerRow> rows, (double Low, double High)? range)
    {
        List<TableColumn<LayerRow>> columns =
        [
            new(RangeHeader(range), row => row.Shape, rows, _ => Look.Shape),
            new("std", row => row.Std, rows, least: 9),
        ];
        if (rows.Any(row => row.InputDriven.Length > 0))
        {
            Style? Striking(LayerRow row) => row.IsInputBlind ? Look.Striking : default(Style?);
            columns.Add(new TableColumn<LayerRow>("input-driven", row => row.InputDriven, rows, Striking));
        }

        columns.Add(new TableColumn<LayerRow>("zeros", row => row.Zeros, rows, least: 6));

        // With `range: auto` only infinities lie outside: no column for what hardly ever is.
        if (range is not null || rows.Any(row => row.Below != "0 %" || row.Above != "0 %"))
        {
            columns.Add(new TableColumn<LayerRow>(OutsideHeader("<", range?.Low, "below"), row => row.Below, rows, least: 7));
            columns.Add(new TableColumn<LayerRow>(OutsideHeader(">", range?.High, "above"), row => row.Above, rows, least: 7));
        }

        if (rows.Any(row => row.NaN.Length > 0))
            columns.Add(new TableColumn<LayerRow>("NaN", row => row.NaN, rows));
        return columns;
    }

    private static string RangeHeader((double Low, double High)? range)
    {
        string low = range is { } r ? ShortNumber.Bound(r.Low) : "min", high = range is { } s ? ShortNumber.Bound(s.High) : "max";
        int blanks = LayerRow.ShapeWidth - low.Length - high.Length;
        return blanks > 0 ? low + new string(' ', blanks) + high : "low        high";
    }

    private static string OutsideHeader(string sign, double? bound, string word) =>
        bound is { } value && ShortNumber.Bound(value) is { Length: <= 5 } text ? $"{sign} {text}" : word;
}
