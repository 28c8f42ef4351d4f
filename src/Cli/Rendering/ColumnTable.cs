namespace FanIn.Cli.Rendering;

/// <summary>A table with one line for each layer, at most 80 columns wide.</summary>
/// <typeparam name="TRow">What a line is made of.</typeparam>
internal sealed class ColumnTable<TRow>
{
    private const int Indent = 2;
    private const string Title = "layer";

    private readonly IReadOnlyList<TRow> _rows;
    private readonly Func<TRow, string> _name;
    private readonly IReadOnlyList<TableColumn<TRow>> _columns;
    private readonly int _nameWidth;
    private readonly string _gap = "  ";

    /// <param name="rows">The layers' lines, all of them.</param>
    /// <param name="name">A layer's name.</param>
    /// <param name="columns">What stands beside the name.</param>
    public ColumnTable(IReadOnlyList<TRow> rows, Func<TRow, string> name, IReadOnlyList<TableColumn<TRow>> columns)
    {
        (_rows, _name, _columns) = (rows, name, columns);
        int longest = Math.Max(Title.Length, rows.Max(row => name(row).Length));
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

    private void PrintRow(StyledWriter writer, TRow row)
    {
        writer.Write(new string(' ', Indent)).Write(TextLayout.Shorten(_name(row), _nameWidth).PadRight(_nameWidth));
        foreach (var column in _columns)
            writer.Write(_gap).Write(column.Align(column.Cell(row)), column.Style(row));
        writer.WriteLine();
    }

    private static void PrintGap(StyledWriter writer, int layers, bool isFirst) =>
        writer.WriteLine($"  ⋮  {layers} more{(isFirst ? " (--all-layers shows them)" : "")}", Look.Aside);
}
