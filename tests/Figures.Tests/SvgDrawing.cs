using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FanIn.Figures.Tests;

internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Height => Bottom - Top;

    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}

internal sealed record SvgLine(string Text, double Size, string Fill, Box Box, double Baseline);

internal sealed record SvgBar(string Fill, Box Box);

/// <summary>The area of one panel and the bars in it, from left to right, the lower part of a bar first.</summary>
internal sealed record SvgPanel(Box Area, IReadOnlyList<SvgBar> Bars);

/// <summary>Reads a figure's SVG as a viewer would.</summary>
internal sealed partial class SvgDrawing
{
    public const string BarFill = "#2B7BBA";
    public const string ZerosFill = "#E69F00";
    public const string RugStroke = "#1F242A";
    public const string DensityStroke = "#111";

    private readonly XElement _root;

    public SvgDrawing(byte[] svg)
    {
        Source = Encoding.UTF8.GetString(svg);
        _root = XDocument.Parse(Source).Root!;
        Width = Number(_root, "width");
        Height = Number(_root, "height");
        Lines = [.. Elements("text").Select(Line)];
        Panels = [.. Groups().GroupBy(group => group.Area).Where(groups => groups.Key.Height > 0)
            .Select(groups => new SvgPanel(groups.Key, [.. groups.SelectMany(group => group.Bars)]))];
    }

    public string Source { get; }

    public double Width { get; }

    public double Height { get; }

    public IReadOnlyList<SvgLine> Lines { get; }

    /// <summary>In the order in which they were drawn: by row, then by column.</summary>
    public IReadOnlyList<SvgPanel> Panels { get; }

    public IReadOnlyList<string> Texts => [.. Lines.Select(line => line.Text)];

    public XElement Root => _root;

    public static SvgDrawing Of(FanIn.Runtime.Results.ExperimentResult result, FigureOptions? options = null) =>
        new(ExperimentFigure.ToBytes(result, FigureFormat.Svg, options));

    public IEnumerable<XElement> Elements(string name) => _root.Descendants().Where(element => element.Name.LocalName == name);

    public IReadOnlyList<XElement> Strokes(string color) =>
        [.. _root.Descendants().Where(element => element.Attribute("stroke")?.Value == color)];

    /// <summary>The lines over a panel, as far up as its heading.</summary>
    public IReadOnlyList<string> NotesOf(SvgPanel panel)
    {
        var over = Lines.Where(line => IsOver(line, panel)).ToList();
        var heading = over.Where(line => line.Text.EndsWith("-layer", StringComparison.Ordinal)).Max(line => line.Baseline);
        return [.. over.Where(line => line.Baseline >= heading).Select(line => line.Text)];
    }

    private static bool IsOver(SvgLine line, SvgPanel panel) =>
        line.Baseline < panel.Area.Top && line.Box.Left >= panel.Area.Left - 0.1 && line.Box.Left < panel.Area.Right;

    private IEnumerable<(Box Area, IReadOnlyList<SvgBar> Bars)> Groups()
    {
        foreach (var group in Elements("g").Where(group => group.Attribute("clip-path") is not null))
        {
            var id = group.Attribute("clip-path")!.Value[5..^1];
            var clip = Elements("clipPath").Single(element => element.Attribute("id")!.Value == id).Elements().Single();
            yield return (Rectangle(clip), [.. group.Descendants().Where(element => element.Name.LocalName == "rect")
                .Select(rect => new SvgBar(rect.Attribute("fill")?.Value ?? "", Rectangle(rect)))]);
        }
    }

    private static SvgLine Line(XElement text)
    {
        double x = Number(text, "x"), y = Number(text, "y"), size = Number(text, "font-size");
        if (text.Attribute("transform") is { } transform)
        {
            var match = Translate().Match(transform.Value);
            Assert.True(match.Success, $"'{transform.Value}' is no translation.");
            x += Number(match.Groups[1].Value);
            y += match.Groups[2].Success ? Number(match.Groups[2].Value) : 0;
        }

        var box = new Box(x, y - (0.66 * size), x + Number(text, "textLength"), y + (0.2 * size));
        return new(text.Value, size, text.Attribute("fill")!.Value, box, y);
    }

    private static Box Rectangle(XElement rect)
    {
        double x = Number(rect, "x"), y = Number(rect, "y");
        return new(x, y, x + Number(rect, "width"), y + Number(rect, "height"));
    }

    private static double Number(XElement element, string attribute) => element.Attribute(attribute) is { } found ? Number(found.Value) : 0;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("^translate\\(([-0-9.]+)(?:[ ,]+([-0-9.]+))?\\)$")]
    private static partial Regex Translate();
}
