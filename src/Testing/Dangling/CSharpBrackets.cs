namespace FanIn.Testing.Dangling;

/// <summary>Walks over brackets.</summary>
internal static class CSharpBrackets
{
    /// <summary>Index of the bracket that closes the one at <paramref name="open"/>; the number of tokens when none does.</summary>
    public static int Close(ReadOnlySpan<CSharpToken> tokens, int open, string opening, string closing)
    {
        int depth = 0;
        for (int i = open; i < tokens.Length; i++)
        {
            depth += tokens[i].IsMark(opening) ? 1 : tokens[i].IsMark(closing) ? -1 : 0;
            if (depth == 0)
                return i;
        }

        return tokens.Length;
    }

    /// <summary>
    /// Index of the next such mark outside of brackets that open after <paramref name="start"/>, or of the bracket that ends them.
    /// </summary>
    public static int End(ReadOnlySpan<CSharpToken> tokens, int start, string mark)
    {
        int depth = 0;
        for (int i = start; i < tokens.Length; i++)
        {
            if (tokens[i].Kind != CSharpTokenKind.Mark)
                continue;
            if (depth == 0 && tokens[i].Value == mark)
                return i;

            depth += tokens[i].Value switch { "(" or "[" or "{" => 1, ")" or "]" or "}" => -1, _ => 0 };
            if (depth < 0)
                return i;
        }

        return tokens.Length;
    }
}
