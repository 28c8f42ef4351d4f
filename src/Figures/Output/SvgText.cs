using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using FanIn.Figures.Fonts;

namespace FanIn.Figures.Output;

/// <summary>Makes Skia's SVG the same text for the same drawing, and one that scales and names itself.</summary>
internal static partial class SvgText
{
    /// <summary>
    /// Skia counts the ids of clip paths through the life of the process, and names no family besides the font's own. The ids are counted anew from 1,
    /// the families that may stand in are added, and a viewBox and a title.
    /// </summary>
    public static byte[] Canonical(byte[] svg, string title)
    {
        var text = Encoding.UTF8.GetString(svg).ReplaceLineEndings("\n");
        var ids = new Dictionary<string, string>();
        foreach (Match match in IdDefinition().Matches(text))
            ids.TryAdd(match.Groups[1].Value, "id" + (ids.Count + 1).ToString(CultureInfo.InvariantCulture));

        text = IdUse().Replace(text, match => ids.TryGetValue(match.Groups[2].Value, out var id) ? match.Groups[1].Value + id : match.Value);
        text = text.Replace($"font-family=\"{FigureFont.Family}\"", $"font-family=\"{FigureFont.SvgFamilies}\"", StringComparison.Ordinal);
        text = Root().Replace(
            text,
            match => $"{match.Groups[1].Value} viewBox=\"0 0 {match.Groups[2].Value} {match.Groups[3].Value}\">\n<title>{SecurityElement.Escape(title)}</title>",
            1);
        return Encoding.UTF8.GetBytes(text);
    }

    [GeneratedRegex("\\bid=\"([^\"]+)\"")]
    private static partial Regex IdDefinition();

    [GeneratedRegex("(\\bid=\"|url\\(#|href=\"#)([^\")]+)")]
    private static partial Regex IdUse();

    [GeneratedRegex("(<svg [^>]*width=\"([^\"]+)\" height=\"([^\"]+)\"[^>]*)>")]
    private static partial Regex Root();
}
