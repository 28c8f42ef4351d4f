namespace FanIn.Cli.Rendering;

/// <summary>Fits text into columns.</summary>
internal static class TextLayout
{
    /// <summary>The width that reports keep to, whatever the terminal's: they are pasted and compared.</summary>
    public const int ReportWidth = 80;

    /// <summary>The text, or its two ends around … when it is too long: numbers stand at the end of names.</summary>
    public static string Shorten(string text, int width)
    {
        if (text.Length <= width)
            return text;
        int tail = (width - 1) / 2;
        return string.Concat(text.AsSpan(0, width - 1 - tail), "…", text.AsSpan(text.Length - tail));
    }

    /// <summary>Lines of at most <paramref name="width"/> characters, broken at blanks; a longer word has a line of its own.</summary>
    public static IEnumerable<string> Wrap(string text, int width) =>
        Join(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), " ", width);

    /// <summary>As many parts in a line as fit, with a separator between them.</summary>
    public static IEnumerable<string> Join(IEnumerable<string> parts, string separator, int width)
    {
        string line = "";
        foreach (string part in parts)
        {
            if (line.Length > 0 && line.Length + separator.Length + part.Length > width)
            {
                yield return line;
                line = "";
            }

            line += line.Length == 0 ? part : separator + part;
        }

        if (line.Length > 0)
            yield return line;
    }
}
