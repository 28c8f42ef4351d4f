using Spectre.Console;

namespace FanIn.Cli.Rendering;

/// <summary>A table with one line per layer for one of the observed tensors, at most 80 columns wide.</summary>
internal sealed class LayerTable
{
    private readonly RowTable<LayerRow> _table;

    /// <param name="rows">The layers' lines, all of them.</param>
    /// <param name="range">The range that all the histograms share; null when each has its own.</param>
    public LayerTable(IReadOnlyList<LayerRow> rows, (double Low, double High)? range) =>
        _table = new(rows, row => row.Name, Columns(rows, range));

    /// <inheritdoc cref="RowTable{TRow}.Print"/>
    public void Print(StyledWriter writer, bool allLayers) => _table.Print(writer, allLayers);

    private static List<RowColumn<LayerRow>> Columns(IReadOnlyList<LayerRow> rows, (double Low, double High)? range)
    {
        List<RowColumn<LayerRow>> columns =
        [
            new(RangeHeader(range), row => row.Shape, rows, _ => Look.Shape),
            new("std", row => row.Std, rows, least: 9),
        ];
        if (rows.Any(row => row.InputDriven.Length > 0))
        {
            Style? Striking(LayerRow row) => row.IsInputBlind ? Look.Striking : default(Style?);
            columns.Add(new RowColumn<LayerRow>("input-driven", row => row.InputDriven, rows, Striking));
        }

        columns.Add(new RowColumn<LayerRow>("zeros", row => row.Zeros, rows, least: 6));

        // With `range: auto` only infinities lie outside: no column for what hardly ever is.
        if (range is not null || rows.Any(row => row.Below != "0 %" || row.Above != "0 %"))
        {
            columns.Add(new RowColumn<LayerRow>(OutsideHeader("<", range?.Low, "below"), row => row.Below, rows, least: 7));
            columns.Add(new RowColumn<LayerRow>(OutsideHeader(">", range?.High, "above"), row => row.Above, rows, least: 7));
        }

        if (rows.Any(row => row.NaN.Length > 0))
            columns.Add(new RowColumn<LayerRow>("NaN", row => row.NaN, rows));
        return columns;
    }

    /// <summary>The ends of the range that all histograms share, over their sparklines.</summary>
    public static string RangeHeader((double Low, double High)? range)
    {
        string low = range is { } r ? ShortNumber.Bound(r.Low) : "min", high = range is { } s ? ShortNumber.Bound(s.High) : "max";
        int blanks = LayerRow.ShapeWidth - low.Length - high.Length;
        return blanks > 0 ? low + new string(' ', blanks) + high : "low        high";
    }

    /// <summary><c>&lt; 0</c>, or a word where the bound is long or differs.</summary>
    public static string OutsideHeader(string sign, double? bound, string word) =>
        bound is { } value && ShortNumber.Bound(value) is { Length: <= 5 } text ? $"{sign} {text}" : word;
}
