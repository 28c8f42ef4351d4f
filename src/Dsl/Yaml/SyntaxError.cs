using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Yaml;

/// <summary>Turns the YAML parser's complaints into what a user can act on.</summary>
internal static class SyntaxError
{
    private const string StrayColon = "a ':' stands where no key can: quote text that holds ': ', and check the indentation of this line";

    private static readonly (string Complaint, string Advice)[] Known =
    [
        ("invalid mapping", StrayColon),
        ("Mapping values are not allowed", StrayColon),
        ("cannot start any token", "a value can't start with this character: quote the text"),
        ("unexpected end of stream", "the quotes that open here are not closed"),
        ("wrong indentation", "the quotes that open here are not closed, or the text in them is not indented"),
        ("unknown escape character", "there is no such escape; a \\ within double quotes is written \\\\"),
        ("expected '-' indicator", "an item of the list above must start with '-' in the same column"),
        ("did not find expected key", "a key must start in the same column as the keys above it"),
        ("expected ',' or", "a ',' or the closing bracket is missing"),
    ];

    public static DiagnosticRule Rule(SourceText source, TextRange range) =>
        IsBracedReference(source, range) ? DiagnosticCatalog.BracedReference : DiagnosticCatalog.Syntax;

    /// <param name="source">The text.</param>
    /// <param name="range">Where the parser stopped.</param>
    /// <param name="complaint">What it said; empty when it said nothing.</param>
    /// <param name="openFlow">Offset of the bracket that is open there.</param>
    public static string Explain(SourceText source, TextRange range, string complaint, int? openFlow)
    {
        if (IsBracedReference(source, range))
            return BracedReferenceMessage(NameAfter(source.Text, range.Start + 1));
        string advice = Known.FirstOrDefault(known => complaint.Contains(known.Complaint)).Advice ?? "";
        string open = openFlow is { } offset ? NotClosed(source.Text[offset], source.PositionAt(offset)) : "";
        string reason = advice.Length > 0 && open.Length > 0 ? $"{advice}; {open}" : advice + open;
        return reason.Length > 0 ? $"This is not valid YAML: {reason}." : "This is not valid YAML.";
    }

    /// <summary>
    /// The anchor that stands between what was read last and where the parser stopped; null for none. In a flow collection the parser
    /// stumbles over an anchored value that a comma follows, and would blame the comma.
    /// </summary>
    public static TextRange? AnchorBefore(SourceText source, int from, int to)
    {
        for (int i = from; i < to && i < source.Text.Length - 1; i++)
        {
            if (source.Text[i] == '#')
                return null;
            if (source.Text[i] == '&' && char.IsLetterOrDigit(source.Text[i + 1])
                && (i == 0 || source.Text[i - 1] is ' ' or '[' or '{' or ','))
                return source.Range(i, i + 1 + NameAfter(source.Text, i + 1).Length);
        }

        return null;
    }

    /// <summary>What to write instead of <c>${name}</c>.</summary>
    public static string BracedReferenceMessage(string name) =>
        $"A reference has no braces: write ${(name.Length > 0 ? name : "name")} for the matrix's value.";

    private static string NotClosed(char bracket, TextPosition at) =>
        $"the '{bracket}' of line {at.Line + 1}, column {at.Column + 1} is not closed";

    private static bool IsBracedReference(SourceText source, TextRange range) =>
        range.Start > 0 && range.Start < source.Text.Length && source.Text[range.Start] == '{' && source.Text[range.Start - 1] == '$';

    private static string NameAfter(string text, int start)
    {
        int end = start;
        while (end < text.Length && end - start < Limits.NameLength && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-'))
            end++;
        return text.Substring(start, end - start);
    }
}
