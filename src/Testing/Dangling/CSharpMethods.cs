namespace FanIn.Testing.Dangling;

/// <summary>
/// Finds the methods of a source: a type, a name, parentheses, and then a block or <c>=&gt;</c>.
/// Local functions are found too, which does no harm: what they verify carries the name of the method around them.
/// </summary>
internal static class CSharpMethods
{
    // Words after which `name(…) {` or `name(…) =>` is no method: expressions, patterns, types, and constructors after their modifier.
    private static readonly HashSet<string> NoType =
    [
        "new", "return", "await", "throw", "yield", "else", "do", "goto", "out", "ref",
        "in", "is", "as", "case", "when", "and", "or", "not", "switch",
        "class", "struct", "record", "interface",
        "public", "private", "protected", "internal", "static", "unsafe", "extern", "async",
    ];

    // Words that parentheses follow without a call or declaration.
    private static readonly HashSet<string> NoName =
    [
        "if", "for", "foreach", "while", "switch", "using", "lock", "fixed", "catch", "when", "where",
        "return", "await", "throw", "in", "is", "and", "or", "not", "delegate", "async", "static",
        "nameof", "typeof", "sizeof", "default", "checked", "unchecked", "new", "base", "this",
    ];

    /// <summary>The methods, in the order in which they start.</summary>
    public static IEnumerable<CSharpMethod> Find(CSharpToken[] tokens)
    {
        for (int i = 1; i < tokens.Length; i++)
        {
            if (IsName(tokens[i]) && MayBeType(tokens[i - 1]) && Method(tokens, i) is { } method)
                yield return method;
        }
    }

    private static CSharpMethod? Method(CSharpToken[] tokens, int name)
    {
        int open = name + 1;
        if (At(tokens, open).IsMark("<"))
            open = CSharpBrackets.Close(tokens, open, "<", ">") + 1;
        if (!At(tokens, open).IsMark("("))
            return null;

        int close = CSharpBrackets.Close(tokens, open, "(", ")");
        int body = close + 1;
        if (At(tokens, body).IsWord("where"))
        {
            while (body < tokens.Length && !tokens[body].IsMark("{") && !tokens[body].IsMark("=>") && !tokens[body].IsMark(";"))
                body++;
        }

        int end = At(tokens, body).IsMark("{") ? CSharpBrackets.Close(tokens, body, "{", "}")
            : At(tokens, body).IsMark("=>") ? CSharpBrackets.End(tokens, body + 1, ";")
            : -1;
        return end < 0 ? null : new CSharpMethod(tokens[name].Value, tokens.AsMemory(open..close), tokens.AsMemory(body..end));
    }

    private static bool IsName(CSharpToken token) => token.Kind == CSharpTokenKind.Word && !NoName.Contains(token.Value);

    private static bool MayBeType(CSharpToken token) => token.Kind == CSharpTokenKind.Word
        ? !NoType.Contains(token.Value)
        : token.IsMark(">") || token.IsMark("]") || token.IsMark("?") || token.IsMark(")");

    private static CSharpToken At(CSharpToken[] tokens, int index) => index < tokens.Length ? tokens[index] : default;
}
