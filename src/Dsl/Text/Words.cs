using System.Globalization;
using System.Numerics;
using System.Text;

namespace FanIn.Dsl.Text;

/// <summary>How messages quote, list and suggest.</summary>
internal static class Words
{
    private const int Longest = 60;
    private const int MostListed = 40;

    /// <summary>The text in quotes, on one line, shortened, with nothing in it that a terminal would act on.</summary>
    public static string Quote(string text)
    {
        var line = new StringBuilder("'");
        foreach (char c in text.Length > Longest ? text.Substring(0, Longest) : text)
            line.Append(char.IsControl(c) || SourceText.IsLineBreak(c) || char.IsSurrogate(c) && text.Length > Longest ? ' ' : c);
        return line.Append(text.Length > Longest ? "…'" : "'").ToString();
    }

    /// <summary>The text, cut short where it is long.</summary>
    public static string Shorten(string text) => text.Length > Longest ? text.Substring(0, Longest) + "…" : text;

    /// <summary><c>a, b, c</c>.</summary>
    public static string List(IEnumerable<string> names)
    {
        var all = names.ToList();
        return string.Join(", ", all.Take(MostListed)) + (all.Count > MostListed ? ", …" : "");
    }

    /// <summary><c> Did you mean 'tanh'?</c> with a space before it, or nothing.</summary>
    public static string Suggest(string word, IEnumerable<string> candidates) => Suggest(NearestName.Find(word, candidates));

    /// <inheritdoc cref="Suggest(string, IEnumerable{string})"/>
    public static string Suggest(string? nearest) => nearest is null ? "" : $" Did you mean '{nearest}'?";

    /// <summary>The text as a sentence begins: <c>A layer</c>.</summary>
    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);

    /// <summary>The text with single blanks between its words.</summary>
    public static string OneLine(string text) =>
        string.Join(" ", text.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The largest number of so many bits as such: <c>2^128 - 1</c>; one of up to 64 bits in digits.</summary>
    public static string Largest(BigInteger number) =>
        number <= ulong.MaxValue ? number.ToString(CultureInfo.InvariantCulture) : $"2^{8 * number.ToByteArray().Length - 8} - 1";

    /// <summary>Three digits for a reader: <c>3.89e-7</c>.</summary>
    public static string Rounded(double value)
    {
        string[] parts = value.ToString("G3", CultureInfo.InvariantCulture).Split('E');
        return parts.Length == 1 ? parts[0] : parts[0] + "e" + parts[1].TrimStart('+').Replace("-0", "-").TrimStart('0');
    }

    /// <summary>Shortest decimal that reads back as the same float64, as a file would write it: <c>1e-300</c>.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture).Replace("E+", "e").Replace('E', 'e');
}
