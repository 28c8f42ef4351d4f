namespace FanIn.Figures.Text;

/// <summary>Sets short notes one after the other and begins a new line where the next would not fit.</summary>
internal static class TextFlow
{
    public const string Separator = " · ";

    public static IReadOnlyList<string> Wrap(IEnumerable<string> notes, float width, float size)
    {
        var lines = new List<string>();
        foreach (var note in notes)
        {
            var joined = lines.Count == 0 ? note : lines[^1] + Separator + note;
            if (lines.Count > 0 && TextPainter.Width(joined, size) <= width)
                lines[^1] = joined;
            else
                lines.AddRange(Break(note, width, size));
        }

        return lines;
    }

    /// <summary>Each note on a line of its own, or more where it does not fit.</summary>
    public static IReadOnlyList<string> Stack(IEnumerable<string> notes, float width, float size) =>
        [.. notes.SelectMany(note => Break(note, width, size))];

    /// <summary>
    /// A note that is wider than a line goes on in the next, word by word, a percent sign with its number if the two fit; a single word
    /// that is wider is cut short.
    /// </summary>
    private static List<string> Break(string note, float width, float size)
    {
        var lines = new List<string>();
        var line = "";
        var words = note.Replace(" %", "\u00A0%", StringComparison.Ordinal).Split(' ')
            .SelectMany(word => TextPainter.Width(word, size) <= width ? [word] : word.Split('\u00A0'));
        foreach (var word in words)
        {
            var joined = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && TextPainter.Width(joined, size) > width)
                (lines, line) = ([.. lines, line], word);
            else
                line = joined;
        }

        return [.. lines.Append(line).Select(text => TextPainter.Fit(text.Replace('\u00A0', ' '), width, size))];
    }
}
