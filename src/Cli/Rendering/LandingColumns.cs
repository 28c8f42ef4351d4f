using Spectre.Console;

namespace FanIn.Cli.Rendering;

/// <summary>
/// The columns of a statistic that theory predicts: first the prediction, then where the measurement landed, then the mark.
/// </summary>
internal static class LandingColumns
{
    /// <summary>The columns; without any prediction the measurement's alone.</summary>
    /// <param name="rows">The layers.</param>
    /// <param name="header">Over the measurement.</param>
    /// <param name="measured">A layer's measurement.</param>
    /// <param name="landing">How it landed; null where there is no prediction.</param>
    /// <param name="least">Least width of the measurement where it stands alone.</param>
    /// <param name="withBand">Whether the band stands beside the predicted value.</param>
    public static IEnumerable<RowColumn<TRow>> Of<TRow>(
        IReadOnlyList<TRow> rows, string header, Func<TRow, string> measured, Func<TRow, Landing?> landing, int least, bool withBand = true)
    {
        if (rows.All(row => landing(row) is null))
            return [new(header, measured, rows, least: least)];
        return
        [
            new("theory", row => landing(row) is { } found ? withBand ? found.Band : found.Value : "", rows, _ => Look.Aside),
            new(header, measured, rows, Style),
            new("", row => landing(row)?.Mark ?? "", rows, Style) { IsLeftAligned = true },
        ];

        Style? Style(TRow row) =>
            landing(row) is not { Mark.Length: > 0 } found ? default(Style?) : found.IsOff ? Look.Striking : Look.Good;
    }
}
