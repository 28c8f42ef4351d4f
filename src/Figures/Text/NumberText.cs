using System.Globalization;
using FanIn.Runtime.Results;

namespace FanIn.Figures.Text;

/// <summary>Numbers as the figures write them, the same in every culture: <c>51,091</c>, <c>0.0118</c>, <c>1.77×10⁻⁶</c>.</summary>
internal static class NumberText
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    public static string Count(long value) => Minus(value.ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>Three significant digits.</summary>
    public static string Significant(double value)
    {
        if (double.IsNaN(value))
            return "NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "∞" : "−∞";
        if (value == 0)
            return "0";

        // Rounded first: 0.9996 has three digits as 1.00, not as 1.000.
        var rounded = value.ToString("E2", CultureInfo.InvariantCulture);
        var exponent = int.Parse(rounded[(rounded.IndexOf('E', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
        return exponent is < -3 or > 5
            ? Scientific(rounded[..rounded.IndexOf('E', StringComparison.Ordinal)], exponent)
            : Minus(Number(rounded).ToString("N" + Math.Max(0, 2 - exponent), CultureInfo.InvariantCulture));
    }

    /// <summary>Three significant digits, or mean ± standard deviation.</summary>
    public static string Significant(double mean, double? sd) =>
        sd is null ? Significant(mean) : Minus(PlusMinus.Of(mean, sd.Value));

    /// <summary>A share as a percentage, or mean ± standard deviation of one.</summary>
    public static string Percent(double mean, double? sd) =>
        sd is null || double.IsNaN(mean) ? Percent(mean) : Minus(PlusMinus.Of(100 * mean, 100 * sd.Value)) + " %";

    /// <summary>As few digits as say it, three at most beyond the first: the ends of a range.</summary>
    public static string Short(double value) =>
        Math.Abs(value) is 0 or (>= 1e-3 and < 1e6)
            ? Minus(value.ToString("#,0.######", CultureInfo.InvariantCulture))
            : Significant(value);

    /// <summary>A share as a percentage with three significant digits; an en dash where it is not defined.</summary>
    public static string Percent(double share) => double.IsNaN(share) ? "–" : Significant(100 * share) + " %";

    /// <summary>A tick's value with just the decimals that a step needs.</summary>
    public static string Tick(double value, double step)
    {
        if (Math.Abs(value) < step / 1e6)
            return "0";

        var stepExponent = (int)Math.Floor(Math.Log10(step) + 1e-9);
        var exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)) + 1e-9);
        return stepExponent < -4 || exponent > 5
            ? Scientific(Trimmed(value / Math.Pow(10, exponent), exponent - stepExponent), exponent)
            : Minus(Trimmed(value, -stepExponent));
    }

    /// <summary>A power of ten: <c>0.01</c>, <c>1,000</c>, <c>10⁻⁶</c>.</summary>
    public static string Power(int exponent) => exponent switch
    {
        >= 0 and <= 4 => Count((long)Math.Pow(10, exponent)),
        < 0 and >= -3 => "0." + new string('0', -exponent - 1) + "1",
        _ => $"10{Superscript(exponent)}",
    };

    private static string Scientific(string mantissa, int exponent) => $"{Minus(mantissa)}×10{Superscript(exponent)}";

    private static string Superscript(int exponent)
    {
        var digits = Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).Select(digit => Superscripts[digit - '0']);
        return (exponent < 0 ? "⁻" : "") + string.Concat(digits);
    }

    /// <summary>That many decimals, without zeros at the end.</summary>
    private static string Trimmed(double value, int decimals) =>
        value.ToString("#,0." + new string('#', Math.Clamp(decimals, 0, 15)), CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Minus(string text) => text.Replace('-', '−');
}
