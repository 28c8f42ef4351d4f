namespace FanIn.Dsl.Text;

/// <summary>A text with its lines, so that offsets become positions. Lines end where YAML 1.1 and Roslyn agree that they do.</summary>
internal sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    public SourceText(string text)
    {
        Text = text;
        for (int i = 0; i < text.Length; i++)
        {
            if (IsLineBreak(text[i]) && !(text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n'))
                _lineStarts.Add(i + 1);
        }
    }

    public string Text { get; }

    public static bool IsLineBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    public TextPosition PositionAt(int offset)
    {
        int line = _lineStarts.BinarySearch(offset);
        if (line < 0)
            line = ~line - 1;
        return new TextPosition(line, offset - _lineStarts[line]);
    }

    /// <summary>The stretch from start to end, cut at the end of start's line and without blanks at its end.</summary>
    public TextRange Range(int start, int end)
    {
        start = Math.Min(Math.Max(start, 0), Text.Length);
        end = Math.Min(Math.Max(end, start), Text.Length);
        int stop = start;
        while (stop < end && !IsLineBreak(Text[stop]))
            stop++;
        while (stop > start && Text[stop - 1] is ' ' or '\t')
            stop--;
        return new TextRange(start, stop - start, PositionAt(start), PositionAt(stop));
    }
}
