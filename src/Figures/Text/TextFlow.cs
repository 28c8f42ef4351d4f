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
                lines.Add(TextPainter.Fit(note, width, size));
        }

        return lines;
    }
}
