using Spectre.Console;

namespace FanIn.Cli.Rendering;

/// <summary>
/// Markdown for a terminal: paragraphs broken to the report's width, of pictures what they show, all else as it stands, with headings and
/// code set off by style alone.
/// </summary>
internal static class MarkdownText
{
    /// <summary>Prints a page.</summary>
    public static void Print(StyledWriter writer, string markdown)
    {
        bool isCode = false;
        List<string> paragraph = [];
        foreach (string line in markdown.TrimEnd().ReplaceLineEndings("\n").Split('\n'))
        {
            bool isFence = line.StartsWith("```", StringComparison.Ordinal);
            if (!isCode && !isFence && IsProse(line))
            {
                paragraph.Add(line);
                continue;
            }

            PrintParagraph();
            if (isFence)
                isCode = !isCode;
            writer.WriteLine(line, isFence ? Look.Aside : isCode ? Look.Shape : line.StartsWith('#') ? Look.Heading : default(Style?));
        }

        PrintParagraph();

        void PrintParagraph()
        {
            string text = string.Join(' ', paragraph);
            bool isPicture = text.StartsWith("![", StringComparison.Ordinal);
            if (isPicture)
                text = $"[picture: {text[2..text.IndexOf(']', StringComparison.Ordinal)]}]";
            foreach (string wrapped in TextLayout.Wrap(text, TextLayout.ReportWidth))
                writer.WriteLine(wrapped, isPicture ? Look.Aside : default(Style?));
            paragraph.Clear();
        }
    }

    /// <summary>Whether a line is of a paragraph: not a heading, of a table or of a list, whose lines mean something.</summary>
    private static bool IsProse(string line) => line.Length > 0 && line[0] is not ('#' or '|' or '-' or ' ' or '>');
}
