using System.Globalization;

namespace FanIn.Cli.Rendering;

/// <summary>Numbers as people read them: few digits, and never 0 for what is not.</summary>
internal static class ShortNumber
{
    /// <summary>What stands where a number is not defined, such as a share of no variance.</summary>
    public const string Undefined = "–";

    /// <summary>Four significant digits: <c>0.2083</c>, <c>14595</c>, <c>1.460e-6</c>.</summary>
    public static string Of(double value) => value == 0 ? "0" : NotFinite(value) ?? Rounded(value, digits: 4, largestExponent: 4);

    /// <summary>Three significant digits, for running text: <c>0.00277</c>, <c>50.9</c>.</summary>
    public static string InText(double value) => value == 0 ? "0" : NotFinite(value) ?? Rounded(value, digits: 3, largestExponent: 4);

    /// <summary>A share in percent with three significant digits: <c>18.2 %</c>, <c>0.00281 %</c>, <c>6.03e-11 %</c>.</summary>
    public static string Percent(double share) =>
        double.IsNaN(share) ? Undefined
        : share == 0 ? "0 %"
        : (NotFinite(share) ?? Rounded(share * 100, digits: 3, largestExponent: 2)) + " %";

    /// <summary>
    /// A share of a count in at most seven characters: <c>50.1 %</c>, <c>0.02 %</c>, <c>&lt;0.01 %</c>. Only nothing is 0 % and
    /// only everything is 100 %.
    /// </summary>
    public static string CountPercent(long part, long whole)
    {
        double percent = 100.0 * part / whole;
        return part == 0 ? "0 %"
            : part == whole ? "100 %"
            : percent < 0.01 ? "<0.01 %"
            : percent > 99.9 ? ">99.9 %"
            : percent.ToString(percent < 9.995 ? "F2" : "F1", CultureInfo.InvariantCulture) + " %";
    }

    /// <summary>An end of a range, without needless digits: <c>0</c>, <c>-1</c>, <c>0.25</c>.</summary>
    public static string Bound(double value) =>
        NotFinite(value) ?? value.ToString("G4", CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal);

    private static string? NotFinite(double value) =>
        double.IsNaN(value) ? "NaN"
        : double.IsPositiveInfinity(value) ? "∞"
        : double.IsNegativeInfinity(value) ? "-∞"
        : null;

    private static string Rounded(double value, int digits, int largestExponent)
    {
        // The rounded exponent, not the logarithm's: 99.97 has three digits as 100.
        string scientific = value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture);
        int split = scientific.IndexOf('E', StringComparison.Ordinal);
        int exponent = int.Parse(scientific.AsSpan(split + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return exponent >= -3 && exponent <= largestExponent
            ? value.ToString($"F{Math.Max(0, digits - 1 - exponent)}", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{scientific.AsSpan(0, split)}e{exponent}");
    }
}
