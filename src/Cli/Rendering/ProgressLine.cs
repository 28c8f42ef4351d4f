using System.Globalization;

namespace FanIn.Cli.Rendering;

/// <summary>
/// One line at the bottom of the terminal that is drawn over and over. It is on stderr, so whoever prints to stdout clears it
/// first: both may be the same screen.
/// </summary>
internal sealed class ProgressLine(TextWriter writer, bool enabled, int width)
{
    private const int BarWidth = 24;
    private const string EraseLine = "\r\u001b[2K";

    private bool _isDrawn;

    /// <summary>Shows how many of all are done, and what is being worked on.</summary>
    public void Show(int done, int all, string what)
    {
        if (!enabled)
            return;
        int filled = all == 0 ? 0 : BarWidth * done / all;
        string bar = new string('━', filled) + new string('─', BarWidth - filled);
        string line = string.Create(CultureInfo.InvariantCulture, $"{bar}  {done}/{all}  {what}");
        writer.Write(EraseLine + TextLayout.Shorten(line, Math.Max(1, width - 1)));
        _isDrawn = true;
    }

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        if (_isDrawn)
            writer.Write(EraseLine);
        _isDrawn = false;
    }
}
