using System.Text;

namespace FanIn.Testing.Text;

/// <summary>
/// Lays a document out. Headings start in the first column and everything below them is indented,
/// so that <c>git diff</c> names the layer and tensor in the line above each hunk.
/// </summary>
internal sealed class SnapshotTextWriter
{
    internal const int Columns = 80;
    internal const string Indent = "  ";
    private const int HeaderWidth = 12;
    private const int StatisticWidth = 15;

    private readonly StringBuilder text = new();

    public string Write(SnapshotDocument document)
    {
        foreach (var field in document.Header)
            AppendHeader(field);

        foreach (var layer in document.Layers)
        {
            AppendHeading(layer.Name, layer.Statistics);
            foreach (var tensor in layer.Tensors)
            {
                AppendHeading($"{layer.Name} {tensor.Name}", tensor.Statistics);
                text.Append('\n');
                new SnapshotBars(tensor.Histogram).AppendTo(text);
            }
        }

        return text.ToString(0, text.Length - 1);
    }

    // The widths of a deep network take several lines; those after the first are indented.
    private void AppendHeader(SnapshotField field)
    {
        text.Append(field.Name.PadRight(HeaderWidth));
        int column = HeaderWidth;
        foreach (var word in field.Value.Split(' '))
        {
            if (column > HeaderWidth && column + 1 + word.Length > Columns)
            {
                text.Append('\n').Append(' ', HeaderWidth);
                column = HeaderWidth;
            }

            if (column > HeaderWidth)
                text.Append(' ');
            text.Append(word);
            column += word.Length + 1;
        }

        text.Append('\n');
    }

    private void AppendHeading(string heading, IReadOnlyList<SnapshotField> statistics)
    {
        int width = Math.Max(StatisticWidth, statistics.Max(statistic => statistic.Name.Length) + 1);
        text.Append('\n').Append(heading).Append('\n');
        foreach (var (name, value) in statistics)
        {
            // A column for the sign keeps the digits of one statistic below those of another.
            text.Append(Indent).Append(name.PadRight(width));
            text.Append(value.StartsWith('-') ? "" : " ").Append(value).Append('\n');
        }
    }
}
