using Spectre.Console;

namespace FanIn.Cli.Rendering;

/// <summary>A column of right-aligned cells. Its least width makes the tables of one run stand column below column.</summary>
/// <typeparam name="TRow">What a line is made of.</typeparam>
/// <param name="header">Its title.</param>
/// <param name="cell">A line's text.</param>
/// <param name="rows">All lines.</param>
/// <param name="style">A line's style; null for none.</param>
/// <param name="least">Its least width.</param>
internal sealed class TableColumn<TRow>(
    string header, Func<TRow, string> cell, IReadOnlyList<TRow> rows, Func<TRow, Style?>? style = null, int least = 0)
{
    /// <summary>Its title.</summary>
    public string Header { get; } = header;

    /// <summary>A line's text.</summary>
    public Func<TRow, string> Cell { get; } = cell;

    /// <summary>A line's style.</summary>
    public Func<TRow, Style?> Style { get; } = style ?? (_ => null);

    /// <summary>Characters.</summary>
    public int Width { get; } = Math.Max(Math.Max(least, header.Length), rows.Max(row => cell(row).Length));

    /// <summary>The text as wide as the column.</summary>
    public string Align(string text) => text.PadLeft(Width);
}
