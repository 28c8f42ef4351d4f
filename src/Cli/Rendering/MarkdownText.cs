using Spectre.Console;

namespace FanIn.Cli.Rendering;

/// <summary>Markdown for a terminal: the text as it stands, with its headings and code set off by style alone.</summary>
internal static class MarkdownText
{
    /// <summary>Prints a page.</summary>
    public static void Print(StyledWriter writer, string markdown)
    {
        bool isCode = false;
        foreach (string line in markdown.TrimEnd().ReplaceLineEndings("\n").Split('\n'))
        {
            bool isFence = line.StartsWith("```", StringComparison.Ordinal);
            if (isFence)
                isCode = !isCode;
            writer.WriteLine(line, isFence ? Look.Aside : isCode ? Look.Shape : line.StartsWith('#') ? Look.Heading : default(Style?));
        }
    }
}
