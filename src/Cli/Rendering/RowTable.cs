using Spectre.Console;

namespace FanIn.Cli.Rendering;

/// <summary>A table with one line for each layer: its name, then columns of right-aligned cells; at most 80 columns wide.</summary>
internal sealed class RowTable<TRow>
{
    private const int Indent = 2;
    private const string Title = "layer";

    /// <summary>Columns stand closer before a name loses more than what is beyond so many characters.</summary>
    private const int ShownName = 10;

    private readonly IReadOnlyList<TRow> _rows;
    private readonly Func<TRow, string> _name;
    private readonly IReadOnlyList<RowColumn<TRow>> _columns;
    private readonly int _nameWidth;
    private readonly string _gap = "  ";

    /// <param name="rows">The layers, all of them.</param>
    /// <param name="name">A layer's name; it is shortened where the columns leave too little room.</param>
    /// <param name="columns">The columns, the first next to the name.</param>
    public RowTable(IReadOnlyList<TRow> rows, Func<TRow, string> name, IReadOnlyList<RowColumn<TRow>> columns)
    {
        (_rows, _name, _columns) = (rows, name, columns);
        int longest = Math.Max(Title.Length, rows.Max(row => name(row).Length));
        int left = TextLayout.ReportWidth - Indent - columns.Sum(column => _gap.Length + column.Width);
        if (left < Math.Min(longest, ShownName))
        {
            _gap = " ";
            left += columns.Count;
        }

        _nameWidth = Math.Min(longest, Math.Max(left, Title.Length));
    }

    /// <summary>Whether so many columns leave room for the names' title, or for names of a length.</summary>
    public static bool Fits(IEnumerable<RowColumn<TRow>> columns, int name = 0) =>
        Indent + Math.Max(Title.Length, Math.Min(name, ShownName)) + columns.Sum(column => 1 + column.Width) <= TextLayout.ReportWidth;

    /// <summary>Whether so many columns stand beside names of a length without being pressed.</summary>
    public static bool HaveRoom(int name, IEnumerable<RowColumn<TRow>> columns) =>
        Indent + name + columns.Sum(column => 2 + column.Width) <= TextLayout.ReportWidth;

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

/// <summary>A column of right-aligned cells. Its least width makes the tables of one run stand column below column.</summary>
internal sealed class RowColumn<TRow>(
    string header, Func<TRow, string> cell, IReadOnlyList<TRow> rows, Func<TRow, Style?>? style = null, int least = 0)
{
    public string Header { get; } = header;

    public Func<TRow, string> Cell { get; } = cell;

    public Func<TRow, Style?> Style { get; } = style ?? (_ => null);

    public int Width { get; } = Math.Max(Math.Max(least, header.Length), rows.Max(row => cell(row).Length));

    /// <summary>For marks, which belong to what stands before them.</summary>
    public bool IsLeftAligned { get; init; }

    public string Align(string text) => IsLeftAligned ? text.PadRight(Width) : text.PadLeft(Width);
}
