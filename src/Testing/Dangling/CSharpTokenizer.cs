namespace FanIn.Testing.Dangling;

/// <summary>
/// Splits C# into tokens, without comments, preprocessor lines and the insides of strings. It knows enough of the language
/// to find methods and calls in files that compile, and never throws on those that do not.
/// </summary>
internal sealed class CSharpTokenizer(string source)
{
    private readonly List<CSharpToken> tokens = [];
    private int at;

    public static IReadOnlyList<CSharpToken> Read(string source)
    {
        var tokenizer = new CSharpTokenizer(source);
        tokenizer.Read();
        return tokenizer.tokens;
    }

    private char Current => Peek(0);

    private char Peek(int ahead) => at + ahead < source.Length ? source[at + ahead] : '\0';

    private void Read()
    {
        while (at < source.Length)
            ReadOne();
    }

    private void ReadOne()
    {
        if (char.IsWhiteSpace(Current))
            at++;
        else if (Current == '/' && Peek(1) == '/')
            SkipTo("\n", 2);
        else if (Current == '/' && Peek(1) == '*')
            SkipTo("*/", 2);
        else if (Current == '#' && IsFirstOfLine())
            SkipTo("\n", 1);
        else if (Current is '"' || (Current is '$' or '@' && IsStringStart()))
            ReadString();
        else if (Current == '\'')
            ReadCharacter();
        else if (char.IsLetter(Current) || Current is '_' or '@')
            Add(CSharpTokenKind.Word, TakeWord());
        else if (char.IsDigit(Current))
            ReadNumber();
        else if (Current == '=' && Peek(1) == '>')
            AddMark(2);
        else
            AddMark(1);
    }

    private void Add(CSharpTokenKind kind, string value = "") => tokens.Add(new CSharpToken(kind, value));

    private void AddMark(int length)
    {
        Add(CSharpTokenKind.Mark, source.Substring(at, length));
        at += length;
    }

    private void SkipTo(string end, int from)
    {
        int found = source.IndexOf(end, Math.Min(at + from, source.Length), StringComparison.Ordinal);
        at = found < 0 ? source.Length : found + end.Length;
    }

    private bool IsFirstOfLine()
    {
        int before = at - 1;
        while (before >= 0 && source[before] is ' ' or '\t')
            before--;
        return before < 0 || source[before] is '\n' or '\r' or '\uFEFF';
    }

    private bool IsStringStart()
    {
        int ahead = 0;
        while (Peek(ahead) is '$' or '@')
            ahead++;
        return Peek(ahead) == '"';
    }

    private string TakeWord()
    {
        at += Current == '@' ? 1 : 0;
        int start = at;
        while (char.IsLetterOrDigit(Current) || Current == '_')
            at++;
        return source[start..at];
    }

    private void ReadNumber()
    {
        while (char.IsLetterOrDigit(Current) || Current is '_' || (Current == '.' && char.IsDigit(Peek(1))))
            at++;
        Add(CSharpTokenKind.Other);
    }

    private void ReadCharacter()
    {
        at++;
        while (at < source.Length && Current is not ('\'' or '\n'))
            at += Current == '\\' ? 2 : 1;
        at++;
        Add(CSharpTokenKind.Other);
    }

    private void ReadString()
    {
        bool isInterpolated = false;
        bool isVerbatim = false;
        for (; Current is '$' or '@'; at++)
        {
            isInterpolated |= Current == '$';
            isVerbatim |= Current == '@';
        }

        int quotes = 0;
        while (Peek(quotes) == '"')
            quotes++;

        int start = at;
        if (quotes >= 3 && !isVerbatim)
            SkipTo(new string('"', quotes), quotes);
        else
            SkipString(isInterpolated, isVerbatim);

        var inside = source.AsSpan(start, Math.Min(at, source.Length) - start).Trim('"');
        bool isPlain = !isInterpolated && quotes < 3 && inside.IndexOfAny('\\', '"') < 0;
        Add(isPlain ? CSharpTokenKind.Text : CSharpTokenKind.Other, isPlain ? inside.ToString() : "");
    }

    private void SkipString(bool isInterpolated, bool isVerbatim)
    {
        for (at++; at < source.Length; at++)
        {
            if (Current == '"' && !(isVerbatim && Peek(1) == '"'))
                break;
            if (Current == '\n' && !isVerbatim)
                return;

            if (isInterpolated && Current == '{' && Peek(1) != '{')
                SkipHole();
            else if ((Current == '\\' && !isVerbatim) || Current == '"' || (isInterpolated && Current == '{'))
                at++;
        }

        at++;
    }

    /// <summary>Over the expression in an interpolated string, which may hold strings itself; its tokens are dropped.</summary>
    private void SkipHole()
    {
        int first = tokens.Count;
        int depth = 0;
        while (at < source.Length)
        {
            depth += Current switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
                break;
            ReadOne();
        }

        tokens.RemoveRange(first, tokens.Count - first);
    }
}
