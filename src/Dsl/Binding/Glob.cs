namespace FanIn.Dsl.Binding;

/// <summary>Patterns over names: <c>*</c> is any text, <c>?</c> any character.</summary>
public static class Glob
{
    /// <summary>Whether the pattern matches the whole text.</summary>
    /// <param name="pattern">Text with <c>*</c> and <c>?</c>.</param>
    /// <param name="text">The name.</param>
    /// <param name="ignoreCase">Whether letters match in either case (ASCII and what .NET calls invariant).</param>
    public static bool IsMatch(string pattern, string text, bool ignoreCase)
    {
        int p = 0, t = 0, star = -1, resume = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                resume = t;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || Same(pattern[p], text[t], ignoreCase)))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                // Only the last star needs to give way: earlier ones have matched as little as they could.
                p = star + 1;
                t = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }

    private static bool Same(char a, char b, bool ignoreCase) =>
        a == b || (ignoreCase && char.ToUpperInvariant(a) == char.ToUpperInvariant(b));
}
