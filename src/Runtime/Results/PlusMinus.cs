using System.Globalization;

namespace FanIn.Runtime.Results;

/// <summary>
/// A mean and its spread as they are read together: two digits of the spread, and the mean as far as those reach. <c>0.83 ± 0.11</c>,
/// <c>14700 ± 2000</c>, <c>(9.90 ± 0.28)e-6</c>.
/// </summary>
public static class PlusMinus
{
    /// <summary>More decimals than this, fewer from 10 on, fill a table with digits that nobody reads.</summary>
    private const int MostDecimals = 4;

    /// <summary>Of what is smaller, the power of ten is no number with all its digits.</summary>
    private const int LeastExponent = -307;

    /// <summary>What stands for a number that is not defined.</summary>
    private const string Undefined = "–";

    /// <summary>The two numbers; a spread of 0 leaves the mean at four digits, and a dash stands for what is not defined.</summary>
    public static string Of(double mean, double sd)
    {
        if (double.IsNaN(mean))
            return Undefined;
        if (!double.IsFinite(mean) || !double.IsFinite(sd) || sd == 0)
            return $"{Four(mean)} ± {(sd == 0 ? "0" : Undefined)}";
        int exponent = Math.Max(Exponent(Math.Max(Math.Abs(mean), sd), digits: 17), LeastExponent);
        if (exponent is >= -2 and <= 4)
            return Pair(mean, sd, 1 - Exponent(sd, digits: 2));
        double scale = Math.Pow(10, exponent);
        return string.Create(
            CultureInfo.InvariantCulture, $"({Pair(mean / scale, sd / scale, 1 - Exponent(sd / scale, digits: 2))})e{exponent}");
    }

    private static string Four(double mean) =>
        double.IsInfinity(mean) ? (mean > 0 ? "∞" : "-∞")
        : mean.ToString("G4", CultureInfo.InvariantCulture)
            .Replace("E-0", "E-", StringComparison.Ordinal).Replace("E+", "E", StringComparison.Ordinal).Replace('E', 'e');

    private static string Pair(double mean, double sd, int decimals)
    {
        decimals = Math.Min(decimals, Math.Abs(mean) >= 10 ? MostDecimals / 2 : MostDecimals);
        return $"{Rounded(mean, decimals)} ± {Rounded(sd, decimals)}";
    }

    private static string Rounded(double value, int decimals)
    {
        if (decimals >= 0)
            return value.ToString($"F{decimals}", CultureInfo.InvariantCulture);
        double unit = Math.Pow(10, -decimals);
        return (Math.Round(value / unit) * unit).ToString("F0", CultureInfo.InvariantCulture);
    }

    /// <summary>Of the number rounded to so many digits: with two 0.0997 has that of 0.10.</summary>
    private static int Exponent(double value, int digits)
    {
        string scientific = value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture);
        var exponent = scientific.AsSpan(scientific.IndexOf('E', StringComparison.Ordinal) + 1);
        return int.Parse(exponent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }
}
