using System.Text;

namespace FanIn.Dsl.Tests.Support;

/// <summary>A text in which <c>[|…|]</c> marks where diagnostics are expected, in the order of the text.</summary>
internal sealed record Marked(string Text, IReadOnlyList<(int Start, int Length)> Spans)
{
    public static Marked Parse(string markup)
    {
        var text = new StringBuilder();
        var spans = new List<(int, int)>();
        int start = 0;
        for (int i = 0; i < markup.Length; i++)
        {
            if (string.CompareOrdinal(markup, i, "[|", 0, 2) == 0)
            {
                (start, i) = (text.Length, i + 1);
            }
            else if (string.CompareOrdinal(markup, i, "|]", 0, 2) == 0)
            {
                spans.Add((start, text.Length - start));
                i++;
            }
            else
            {
                text.Append(markup[i]);
            }
        }

        return new Marked(text.ToString(), spans);
    }
}
