namespace FanIn.Figures.Layout;

/// <summary>Rows and columns of a contact sheet, found from the variants' labels.</summary>
/// <param name="Rows">From 1.</param>
/// <param name="Columns">From 1.</param>
/// <param name="Cells">For each label its row and column, from 0.</param>
internal sealed record SheetGrid(int Rows, int Columns, IReadOnlyList<(int Row, int Column)> Cells)
{
    private const int MostColumns = 6;
    private const int WrapColumns = 3;

    /// <summary>
    /// Labels that are a full product (<c>he-25 … std0.1-400</c>) get a row for each value of the first axis, or a column for each where
    /// rows would be longer than columns and too long to be read (<c>sigmoid-std1 … tanh-he</c>: three columns of four). A label may
    /// contain hyphens, so every place to part it is tried, from the left and from the right. All others are wrapped.
    /// </summary>
    public static SheetGrid Of(IReadOnlyList<string> labels)
    {
        var most = labels.Max(label => label.Count(character => character == '-'));
        for (var hyphen = 0; hyphen < most; hyphen++)
        {
            if ((Product(labels, hyphen, fromRight: false) ?? Product(labels, hyphen, fromRight: true)) is { } grid)
                return grid.Columns > WrapColumns && grid.Columns > grid.Rows ? grid.Turned() : grid;
        }

        var columns = Math.Min(WrapColumns, (int)Math.Ceiling(Math.Sqrt(labels.Count)));
        return new((labels.Count + columns - 1) / columns, columns, [.. labels.Select((_, i) => (i / columns, i % columns))]);
    }

    private SheetGrid Turned() => new(Columns, Rows, [.. Cells.Select(cell => (cell.Column, cell.Row))]);

    private static SheetGrid? Product(IReadOnlyList<string> labels, int hyphen, bool fromRight)
    {
        var parts = labels.Select(label => Part(label, hyphen, fromRight)).ToList();
        var rows = parts.Select(part => part.Row).Distinct().ToList();
        var columns = parts.Select(part => part.Column).Distinct().ToList();
        var isProduct = rows.Count > 1 && columns.Count is > 1 and <= MostColumns
            && rows.Count * columns.Count == labels.Count && parts.Distinct().Count() == labels.Count;
        return isProduct
            ? new(rows.Count, columns.Count, [.. parts.Select(part => (rows.IndexOf(part.Row), columns.IndexOf(part.Column)))])
            : null;
    }

    private static (string Row, string Column) Part(string label, int hyphen, bool fromRight)
    {
        var at = -1;
        for (var i = 0; i <= hyphen; i++)
        {
            var next = fromRight ? (at == 0 ? -1 : label.LastIndexOf('-', at < 0 ? label.Length - 1 : at - 1)) : label.IndexOf('-', at + 1);
            if (next < 0)
                return (label, "");
            at = next;
        }

        return (label[..at], label[(at + 1)..]);
    }
}
