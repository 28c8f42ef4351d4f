using System.Globalization;

namespace FanIn.Figures.Tests;

/// <summary>Numbers as an SVG writes them.</summary>
internal static class SvgNumber
{
    public static double Of(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
