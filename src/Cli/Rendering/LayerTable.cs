using FanIn.Runtime.Results;
using Spectre.Console;

namespace FanIn.Cli.Rendering;

/// <summary>A table with one line per layer for one of the observed tensors, at most 80 columns wide.</summary>
internal sealed class LayerTable
{
    private const int Indent = 2;
    private const string Title = "layer";

    private readonly IReadOnlyList<LayerRow> _rows;
    private readonly IReadOnlyList<Column> _columns;
    private readonly int _nameWidth;
    private readonly string _gap = "  ";

    /// <param name="rows">The layers' lines, all of them.</param>
    /// <param name="range">The range that all the histograms share; null when each has its own.</param>
    public LayerTable(IReadOnlyList<LayerRow> rows, (double Low, double High)? range)
    {
        _rows = rows;
        _columns = Columns(rows, range);
        int longest = Math.Max(Title.Length, rows.Max(row => row.Name.Length));
        int left = TextLayout.ReportWidth - Indent - _columns.Sum(column => _gap.Length + column.Width);
        if (left < Title.Length)
        {
            _gap = " ";
            left += _columns.Count;
        }

        _nameWidth = Math.Min(longest, left);
    }

    /// <summary>Prints the header and the lines, and says where some are left out.</summary>
    public void Print(StyledWriter writer, bool allLayers)
    {
        writer.Write(new string(' ', Indent)).Write(Title.PadRight(_nameWidth), Look.Aside);
        foreach (var column in _columns)
            writer.Write(_gap).Write(column.Align(column.Header), Look.Aside);
        writer.WriteLine();

        int next = 0;
        foreach (var range in LayerSelection.Of(_rows.Count, allLayers))
        {
            if (range.Start.Value > next)
                PrintGap(writer, range.Start.Value - next, isFirst: next <= LayerSelection.ShownWhole / 2);
            for (next = range.Start.Value; next < range.End.Value; next++)
                PrintRow(writer, _rows[next]);
        }
    }

    private void PrintRow(StyledWriter writer, LayerRow row)
    {
        writer.Write(new string(' ', Indent)).Write(TextLayout.Shorten(row.Name, _nameWidth).PadRight(_nameWidth));
        foreach (var column in _columns)
            writer.Write(_gap).Write(column.Align(column.Cell(row)), column.Style(row));
        writer.WriteLine();
    }

    private static void PrintGap(StyledWriter writer, int layers, bool isFirst) =>
        writer.WriteLine($"  ⋮  {layers} more{(isFirst ? " (--all-layers shows them)" : "")}", Look.Aside);

    private static List<Column> Columns(IReadOnlyList<LayerRow> rows, (double Low, double High)? range)
    {
        List<Column> columns =
        [
            new(RangeHeader(range), row => row.Shape, rows, _ => Look.Shape),
            new("std", row => row.Std, rows, least: 9),
        ];
        if (rows.Any(row => row.InputDriven.Length > 0))
        {
            Style? Striking(LayerRow row) => row.IsInputBlind ? Look.Striking : default(Style?);
            columns.Add(new Column("input-driven", row => row.InputDriven, rows, Striking));
        }

        columns.Add(new Column("zeros", row => row.Zeros, rows, least: 6));

        // With `range: auto` only infinities lie outside: no column for what hardly ever is.
        if (range is not null || rows.Any(row => row.Below != "0 %" || row.Above != "0 %"))
        {
            columns.Add(new Column(OutsideHeader("<", range?.Low, "below"), row => row.Below, rows, least: 7));
            columns.Add(new Column(OutsideHeader(">", range?.High, "above"), row => row.Above, rows, least: 7));
        }

        if (rows.Any(row => row.NaN.Length > 0))
            columns.Add(new Column("NaN", row => row.NaN, rows));
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

    /// <summary>A column of right-aligned cells. Its least width makes the tables of one run stand column below column.</summary>
    private sealed class Column(
        string header, Func<LayerRow, string> cell, IReadOnlyList<LayerRow> rows, Func<LayerRow, Style?>? style = null, int least = 0)
    {
        public string Header { get; } = header;

        public Func<LayerRow, string> Cell { get; } = cell;

        public Func<LayerRow, Style?> Style { get; } = style ?? (_ => null);

        public int Width { get; } = Math.Max(Math.Max(least, header.Length), rows.Max(row => cell(row).Length));

        public string Align(string text) => text.PadLeft(Width);
    }
}
