using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace FanIn.Generator.Writing;

/// <summary>The only door through which a user's text enters generated code, whichever kind of place it is put in.</summary>
internal static class Escape
{
    private const int LongestComment = 100;

    /// <summary>A C# string literal, quotes included.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder();
        foreach (char c in SymbolDisplay.FormatLiteral(text, quote: true))
        {
            if (ReordersText(c))
                literal.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                literal.Append(c);
        }

        return literal.ToString();
    }

    /// <summary>A path within the quotes of a directive, which knows no escapes: a quote in it is lost.</summary>
    public static string Directive(string path) => OneLine(path).Replace('"', ' ');

    /// <summary>Text for a comment that ends with its line; shortened where it would be unreadably long.</summary>
    public static string Comment(string text)
    {
        string line = OneLine(text);
        return line.Length <= LongestComment ? line : Shorten(line, LongestComment);
    }

    /// <summary>Text for an XML documentation comment, on one line.</summary>
    public static string Xml(string text) => OneLine(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>An identifier, with <c>@</c> where it is a keyword.</summary>
    public static string Identifier(string name)
    {
        bool isPlain = SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None;
        return isPlain ? name : "@" + name;
    }

    /// <summary>A namespace from a dotted name of any text: what can't stand in an identifier becomes <c>_</c>.</summary>
    public static string Namespace(string name) =>
        string.Join(".", name.Split('.').Where(part => part.Length > 0).Select(part => Identifier(ToIdentifier(part))));

    private static string ToIdentifier(string part)
    {
        string cleaned = string.Concat(part.Select(c => SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_'));
        return SyntaxFacts.IsIdentifierStartCharacter(cleaned[0]) ? cleaned : "_" + cleaned;
    }

    /// <summary>Spaces for line ends and whatever else can't be seen; XML forbids most of it and C# ends a comment at some.</summary>
    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                line.Append(text[i++]).Append(text[i]);
            else
                line.Append(IsInvisible(text[i]) ? ' ' : text[i]);
        }

        return line.ToString().Trim();
    }

    private static bool IsInvisible(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) || ReordersText(c) || c is '\u2028' or '\u2029' or '\ufffe' or '\uffff';

    /// <summary>Marks of direction make code look like something else than it is.</summary>
    private static bool ReordersText(char c) =>
        c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\u200e' or '\u200f' or '\u061c';

    private static string Shorten(string text, int length)
    {
        int end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return text.Substring(0, end) + "…";
    }
}
