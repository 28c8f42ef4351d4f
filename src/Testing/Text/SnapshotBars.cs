using System.Globalization;
using System.Text;

namespace FanIn.Testing.Text;

/// <summary>
/// The bins as lines: edges, count, bar. Columns depend on the number of elements and the range, and one block of a bar is a round number,
/// so that moving an element changes the lines of the two bins and no other.
/// </summary>
internal sealed class SnapshotBars
{
    private const int MaxBar = 40;
    private const string Eighths = " ▏▎▍▌▋▊▉";
    internal const string Blocks = "▏▎▍▌▋▊▉█";

    private readonly SnapshotHistogram histogram;
    private readonly int edgeWidth;
    private readonly int countWidth;
    private readonly long block;

    public SnapshotBars(SnapshotHistogram histogram)
    {
        this.histogram = histogram;
        edgeWidth = histogram.Bins.Max(bin => Math.Max(bin.Low.Length, bin.High.Length));

        var total = histogram.Bins.Sum(bin => bin.Count) + histogram.Outside.Take(3).Sum(outside => outside.Count);
        countWidth = total.ToString(CultureInfo.InvariantCulture).Length;

        var used = (2 * SnapshotTextWriter.Indent.Length) + IntervalWidth + 2 + countWidth;
        block = RoundBlock(histogram.Bins.Max(bin => bin.Count), Math.Clamp(SnapshotTextWriter.Columns - used, 8, MaxBar));
    }

    private int IntervalWidth => (2 * edgeWidth) + 4;

    public void AppendTo(StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture,
            $"{SnapshotTextWriter.Indent}{histogram.Bins.Length} bins over [{histogram.Low}, {histogram.High}], one block is {block}\n");

        foreach (var (name, count) in histogram.Outside.Take(1))
            AppendLine(text, name, count, "");
        for (int i = 0; i < histogram.Bins.Length; i++)
            AppendLine(text, histogram.Interval(i, edgeWidth), histogram.Bins[i].Count, Bar(histogram.Bins[i].Count));
        foreach (var (name, count) in histogram.Outside.Skip(1))
            AppendLine(text, name, count, "");
    }

    private void AppendLine(StringBuilder text, string label, long count, string bar)
    {
        var number = count.ToString(CultureInfo.InvariantCulture).PadLeft(countWidth);
        text.Append(SnapshotTextWriter.Indent).Append(label.PadRight(IntervalWidth)).Append("  ").Append(number);
        if (bar.Length > 0)
            text.Append(SnapshotTextWriter.Indent).Append(bar);
        text.Append('\n');
    }

    private string Bar(long count)
    {
        if (count == 0)
            return "";

        var eighths = Math.Max(1, (long)((((Int128)count * 8) + (block / 2)) / block));
        var rest = (int)(eighths % 8);
        return new string('█', (int)(eighths / 8)) + (rest == 0 ? "" : Eighths[rest].ToString());
    }

    /// <summary>The smallest of 1, 2, 5, 10, 20 … with which the longest bar fits.</summary>
    private static long RoundBlock(long largest, int width)
    {
        for (long power = 1; ; power *= 10)
        {
            foreach (var block in (ReadOnlySpan<long>)[power, 2 * power, 5 * power])
            {
                if (largest / block < width || (largest / block == width && largest % block == 0))
                    return block;
            }
        }
    }
}
