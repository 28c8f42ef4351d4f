using System.Globalization;
using FanIn.Dsl.Model;

namespace FanIn.Generator.Writing;

/// <summary>
/// Numbers as C# literals of type double. The digits are those of the file: the host that the generator runs in
/// has no say in them (.NET Framework doesn't round-trip).
/// </summary>
internal static class NumberLiteral
{
    /// <summary><c>100.0</c> for 100, <c>0.5</c> for .5, <c>1e-3</c> for itself.</summary>
    public static string Print(NumberNode number)
    {
        if (double.IsNaN(number.Value))
            return "double.NaN";
        if (double.IsInfinity(number.Value))
            return number.Value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        return FromLexeme(number.Lexeme) ?? FromLexeme(number.Value.ToString("G17", CultureInfo.InvariantCulture))!;
    }

    /// <summary>A number that no file writes so.</summary>
    public static string Print(double value) => Print(new NumberNode(value, Text(value)));

    /// <summary>The number for a comment: the shortest decimal that reads back as the same float64.</summary>
    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Whether the literal starts with a minus.</summary>
    public static bool IsSigned(NumberNode number) => Print(number)[0] == '-';

    private static string? FromLexeme(string lexeme)
    {
        string unsigned = lexeme.TrimStart('-', '+');
        int exponent = unsigned.IndexOfAny(['e', 'E']);
        string mantissa = exponent < 0 ? unsigned : unsigned.Substring(0, exponent);
        string power = exponent < 0 ? "" : "e" + unsigned.Substring(exponent + 1).TrimStart('+');
        int point = mantissa.IndexOf('.');
        string whole = point < 0 ? mantissa : mantissa.Substring(0, point);
        string fraction = point < 0 ? "" : mantissa.Substring(point + 1);
        if (!IsDigits(whole + fraction) || (power.Length > 0 && !IsDigits(power.Substring(1).TrimStart('-'))))
            return null;

        bool needsPoint = fraction.Length > 0 || power.Length == 0;
        string sign = lexeme[0] == '-' ? "-" : "";
        return sign + (whole.Length == 0 ? "0" : whole) + (needsPoint ? "." + (fraction.Length == 0 ? "0" : fraction) : "") + power;
    }

    private static bool IsDigits(string text) => text.Length > 0 && text.All(c => c is >= '0' and <= '9');
}
