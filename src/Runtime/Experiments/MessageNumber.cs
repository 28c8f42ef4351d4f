using System.Globalization;

namespace FanIn.Runtime.Experiments;

/// <summary>Numbers in messages, as a file would write them, whatever the culture.</summary>
internal static class MessageNumber
{
    /// <summary>Shortest decimal that reads back as the same float64: <c>0.31</c>, <c>1e-300</c>, <c>1e20</c>, <c>NaN</c>.</summary>
    public static string Of(double value) =>
        value.ToString("R", CultureInfo.InvariantCulture).Replace("E+", "e", StringComparison.Ordinal).Replace('E', 'e');

    /// <summary>The number that a text is by itself; false for a formula.</summary>
    public static bool TryParse(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
