using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FanIn.Testing.Text;

/// <summary>Reads a snapshot back, line by line. Anything unexpected makes the whole text no snapshot: null, never an exception.</summary>
internal sealed partial class SnapshotTextParser(string text)
{
    private readonly string[] lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n').Split('\n');
    private int next;

    public SnapshotDocument? Parse()
    {
        if (Header() is not [("format", SnapshotDocument.Format), ..] header)
            return null;

        var layers = ImmutableArray.CreateBuilder<SnapshotLayer>();
        while (next < lines.Length)
        {
            if (Layer() is not { } layer)
                return null;
            layers.Add(layer);
        }

        return new SnapshotDocument([.. header], layers.ToImmutable());
    }

    private List<SnapshotField> Header()
    {
        var fields = new List<SnapshotField>();
        while (next < lines.Length && lines[next].Length > 0)
        {
            var line = lines[next++];
            if (line.StartsWith(' ') && fields.Count > 0)
                fields[^1] = fields[^1] with { Value = $"{fields[^1].Value} {line.Trim()}" };
            else
                fields.Add(Field(line));
        }

        return fields;
    }

    private SnapshotLayer? Layer()
    {
        if (Heading() is not [var name])
            return null;

        var statistics = Fields();
        var tensors = ImmutableArray.CreateBuilder<SnapshotTensor>();
        while (PeekHeading() is [var layer, _] && layer == name)
        {
            var tensor = Heading()![1];
            var moments = Fields();
            if (Histogram() is not { } histogram)
                return null;
            tensors.Add(new SnapshotTensor(tensor, moments, histogram));
        }

        return new SnapshotLayer(name, statistics, tensors.ToImmutable());
    }

    private SnapshotHistogram? Histogram()
    {
        if (!Blank() || next >= lines.Length || BinsLine().Match(lines[next]) is not { Success: true } range)
            return null;

        next++;
        var bins = ImmutableArray.CreateBuilder<SnapshotBin>();
        var outside = ImmutableArray.CreateBuilder<SnapshotCount>();
        for (; next < lines.Length && lines[next].Length > 0; next++)
        {
            if (CountLine().Match(lines[next]) is not { Success: true } line
                || !long.TryParse(line.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                return null;

            if (line.Groups["name"] is { Success: true } name)
                outside.Add(new SnapshotCount(name.Value, count));
            else
                bins.Add(new SnapshotBin(line.Groups["low"].Value, line.Groups["high"].Value, count));
        }

        return range.Groups["bins"].Value == SnapshotNumber.Integer(bins.Count) && bins.Count > 0
            ? new SnapshotHistogram(range.Groups["low"].Value, range.Groups["high"].Value, bins.ToImmutable(), outside.ToImmutable())
            : null;
    }

    private string[]? PeekHeading() =>
        next + 1 < lines.Length && lines[next].Length == 0 && lines[next + 1] is [not ' ', ..] heading ? heading.Split(' ') : null;

    private string[]? Heading()
    {
        var heading = PeekHeading();
        next += heading is null ? 0 : 2;
        return heading;
    }

    private bool Blank()
    {
        var isBlank = next < lines.Length && lines[next].Length == 0;
        next += isBlank ? 1 : 0;
        return isBlank;
    }

    private ImmutableArray<SnapshotField> Fields()
    {
        var fields = ImmutableArray.CreateBuilder<SnapshotField>();
        while (next < lines.Length && lines[next].StartsWith(SnapshotTextWriter.Indent, StringComparison.Ordinal))
            fields.Add(Field(lines[next++]));
        return fields.ToImmutable();
    }

    private static SnapshotField Field(string line)
    {
        var words = line.Trim().Split(' ', 2);
        return new SnapshotField(words[0], words.Length == 2 ? words[1].TrimStart() : "");
    }

    [GeneratedRegex(@"^  (?<bins>[0-9]+) bins over \[(?<low>\S+), (?<high>\S+)\], one block is [0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex BinsLine();

    [GeneratedRegex(
        $@"^  ((?<name>[a-z_]+)|\[ *(?<low>\S+), +(?<high>\S+)[\])]) +(?<count>[0-9]+)(  [{SnapshotBars.Blocks}]+)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CountLine();
}
