using Spectre.Console;

namespace FanIn.Cli.Rendering;

/// <summary>
/// Markdown for a terminal: paragraphs broken to the report's width, pictures left out, all else as it stands, with headings and code set
/// off by style alone.
/// </summary>
internal static class MarkdownText
{
    /// <summary>Prints a page.</summary>
    public static void Print(StyledWriter writer, string markdown)
    {
        bool isCode = false;
        bool afterPicture = false;
        List<string> paragraph = [];
        foreach (string line in markdown.TrimEnd().ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            bool isFence = line.StartsWith("```", StringComparison.Ordinal);
            bool isPicture = !isCode && line.StartsWith("![", StringComparison.Ordinal);
            if (!isCode && !isFence && !isPicture && IsProse(line))
            {
                paragraph.Add(line);
                continue;
            }

            foreach (string wrapped in TextLayout.Wrap(string.Join(' ', paragraph), TextLayout.ReportWidth))
                writer.WriteLine(wrapped);
            paragraph.Clear();
            if (isFence)
                isCode = !isCode;
            if (!isPicture && !(afterPicture && line.Length == 0))
                writer.WriteLine(line, isFence ? Look.Aside : isCode ? Look.Shape : line.StartsWith('#') ? Look.Heading : default(Style?));
            afterPicture = isPicture;
        }
    }

    /// <summary>Whether a line is of a paragraph: not a heading, of a table or of a list, whose lines mean something.</summary>
    private static bool IsProse(string line) => line.Length > 0 && line[0] is not ('#' or '|' or '-' or ' ' or '>');
}
