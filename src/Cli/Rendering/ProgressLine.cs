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

    /// <summary>Works through a list under the line, which is gone afterwards whatever happens.</summary>
    public void ForEach<T>(IReadOnlyList<T> items, Func<T, string> name, Action<T> work)
    {
        try
        {
            for (int i = 0; i < items.Count; i++)
            {
                Show(i, items.Count, name(items[i]));
                work(items[i]);
            }
        }
        finally
        {
            Clear();
        }
    }

    /// <summary>Takes the line away, so that something else can be printed; the next item brings it back.</summary>
    public void Clear()
    {
        if (_isDrawn)
            writer.Write(EraseLine);
        _isDrawn = false;
    }

    /// <summary>Draws the line.</summary>
    public void Show(int done, int all, string what)
    {
        if (!enabled)
            return;
        int filled = BarWidth * done / all;
        string bar = new string('━', filled) + new string('─', BarWidth - filled);
        string line = string.Create(CultureInfo.InvariantCulture, $"{bar}  {done}/{all}  {what}");
        writer.Write(EraseLine + TextLayout.Shorten(line, Math.Max(1, width - 1)));
        _isDrawn = true;
    }
}
