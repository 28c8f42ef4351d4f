using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FanIn.Figures.Fonts;
using FanIn.Figures.Text;

namespace FanIn.Figures.Output;

/// <summary>
/// Makes Skia's SVG the same text for the same drawing, and one that scales, names itself and keeps its shape without the font.
/// </summary>
internal static partial class SvgText
{
    /// <summary>
    /// Skia counts the ids of clip paths through the life of the process: here they start anew at 1. A viewBox, a title and the families
    /// of fonts are added, and places are rounded to a hundredth.
    /// </summary>
    public static byte[] Canonical(byte[] svg, string title)
    {
        var text = Encoding.UTF8.GetString(svg).ReplaceLineEndings("\n");
        var ids = new Dictionary<string, string>();
        foreach (Match match in IdDefinition().Matches(text))
            ids.TryAdd(match.Groups[1].Value, "id" + (ids.Count + 1).ToString(CultureInfo.InvariantCulture));

        text = IdUse().Replace(text, match => match.Groups[1].Value + ids.GetValueOrDefault(match.Groups[2].Value, match.Groups[2].Value));
        text = TextElement().Replace(text, WholeLine);
        text = Geometry().Replace(text, attribute => Fraction().Replace(attribute.Value, number => Rounded(Number(number.Value))));
        text = Root().Replace(
            text,
            match => $"{match.Groups[1].Value} viewBox=\"0 0 {match.Groups[2].Value} {match.Groups[3].Value}\""
                + $" font-family=\"{FigureFont.SvgFamilies}\">\n\t<title>{WebUtility.HtmlEncode(title)}</title>",
            1);
        return Encoding.UTF8.GetBytes(text);
    }

    /// <summary>
    /// Skia places each glyph on its own, names no family besides the font's own and calls the weight 600 500. Here a line is one
    /// piece, of the width that it has in the figures' font, so that a font which stands in for it is squeezed and not run into its
    /// neighbour.
    /// </summary>
    private static string WholeLine(Match element)
    {
        var attributes = Attribute().Matches(element.Groups[1].Value)
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        var content = element.Groups[2].Value.Trim();
        var size = Number(attributes["font-size"]);
        var bold = attributes.ContainsKey("font-weight");
        var width = TextPainter.Width(WebUtility.HtmlDecode(content), (float)size, bold);
        var transform = attributes.TryGetValue("transform", out var moved) ? $" transform=\"{moved}\"" : "";
        return $"<text{transform} x=\"{First(attributes["x"])}\" y=\"{First(attributes["y"])}\" fill=\"{attributes["fill"]}\""
            + $" font-size=\"{attributes["font-size"]}\"{(bold ? " font-weight=\"600\"" : "")}"
            + $" textLength=\"{Rounded(width)}\" lengthAdjust=\"spacingAndGlyphs\">{content}</text>";
    }

    private static string First(string places) => places.Split(',')[0];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Rounded(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex("\\bid=\"([^\"]+)\"")]
    private static partial Regex IdDefinition();

    [GeneratedRegex("(\\bid=\"|url\\(#|href=\"#)([^\")]+)")]
    private static partial Regex IdUse();

    [GeneratedRegex("<text ([^>]*)>([^<]*)</text>")]
    private static partial Regex TextElement();

    [GeneratedRegex("([a-z-]+)=\"([^\"]*)\"")]
    private static partial Regex Attribute();

    [GeneratedRegex(" (?:x|y|width|height|d|points|transform|x1|x2|y1|y2)=\"[^\"]*\"")]
    private static partial Regex Geometry();

    [GeneratedRegex("-?[0-9]*\\.[0-9]{3,}")]
    private static partial Regex Fraction();

    [GeneratedRegex("(<svg [^>]*width=\"([^\"]+)\" height=\"([^\"]+)\"[^>]*)>")]
    private static partial Regex Root();
}
