namespace FanIn.Generator.Writing;

/// <summary>Text in aligned columns: words to the left, numbers to the right.</summary>
internal sealed class TextTable(bool[] isNumeric)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row of as many cells as there are columns.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>The rows, two spaces between columns, none at the end.</summary>
    public IEnumerable<string> Lines()
    {
        int[] widths = [.. isNumeric.Select((_, column) => _rows.Max(row => row[column].Length))];
        return _rows.Select(row => string.Join("  ", row.Select((cell, column) =>
            isNumeric[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());
    }
}
