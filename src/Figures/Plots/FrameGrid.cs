using FanIn.Figures.Style;
using FanIn.Figures.Text;
using SkiaSharp;

namespace FanIn.Figures.Plots;

/// <summary>Frames of one size and with the same axes, at most three a row, each under its name.</summary>
/// <param name="names">A frame for each.</param>
/// <param name="frame">The size of one, without labels.</param>
/// <param name="gap">Between two columns.</param>
/// <param name="headHeight">Room for the name.</param>
/// <param name="x">The axis of all frames.</param>
/// <param name="y">Likewise.</param>
internal sealed class FrameGrid(IReadOnlyList<string> names, SKSize frame, float gap, float headHeight, PlotAxis x, PlotAxis y)
{
    private const int MostColumns = 3;

    private readonly FigureStyle _style = FigureStyle.Full;

    /// <summary>Of all columns, with their labels.</summary>
    public float Width => (Columns * (LabelWidth + frame.Width)) + ((Columns - 1) * gap);

    /// <summary>Of all rows, with heads and ticks.</summary>
    public float Height => (names.Count + Columns - 1) / Columns * RowHeight;

    private int Columns => Math.Min(MostColumns, names.Count);

    private float RowHeight => headHeight + frame.Height + LinePlot.FootHeight;

    private float LabelWidth => LinePlot.LabelWidth(y);

    /// <summary>Writes the names and has each frame filled.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="left">Left end of the grid.</param>
    /// <param name="top">Its upper end.</param>
    /// <param name="fill">Draws what belongs into the frame of that number.</param>
    public void Draw(SKCanvas canvas, float left, float top, Action<int, LinePlot> fill)
    {
        for (var i = 0; i < names.Count; i++)
        {
            var frameLeft = left + LabelWidth + (i % Columns * (LabelWidth + frame.Width + gap));
            var head = top + (i / Columns * RowHeight);
            TextPainter.Draw(
                canvas, TextPainter.Fit(names[i], frame.Width, _style.HeadingSize, bold: true), frameLeft, head + _style.HeadingSize,
                _style.HeadingSize, Palette.Ink, bold: true);
            fill(i, new LinePlot(SKRect.Create(frameLeft, head + headHeight, frame.Width, frame.Height), x, y));
        }
    }
}
