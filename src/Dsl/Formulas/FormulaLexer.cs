using FanIn.Dsl.Text;

namespace FanIn.Dsl.Formulas;

/// <summary>Cuts a formula into tokens. Letters and digits are ASCII's: no culture and no alphabet has a say.</summary>
internal sealed class FormulaLexer(string text)
{
    private int _position;

    public Token Next()
    {
        while (_position < text.Length && text[_position] is ' ' or '\t' or '\n' or '\r')
            _position++;
        if (_position == text.Length)
            return new Token(TokenKind.End, "", _position);

        int start = _position;
        char c = text[start];
        if (IsLetter(c))
            return Take(TokenKind.Name, start, WordEnd(start));
        if (IsDigit(c) || c == '.')
            return Number(start);
        if (c is '+' or '-' or '*' or '/' or '^' or '(' or ')' or ',' or '<' or '>' or '=' or '!')
            return Symbol(start);
        int length = char.IsHighSurrogate(c) && start + 1 < text.Length ? 2 : 1;
        if (c == '$')
            throw FormulaSyntaxException.At(start, 1, "Within a formula a number of the matrix is written without '$'.");
        throw FormulaSyntaxException.At(
            start, length,
            $"{Words.Quote(text.Substring(start, length))} can't stand in a formula; it has numbers, names, + - * / ^, parentheses, "
            + "functions, and comparisons within where(…).");
    }

    private Token Symbol(int start)
    {
        string two = start + 1 < text.Length ? text.Substring(start, 2) : "";
        return two switch
        {
            "**" => throw FormulaSyntaxException.At(start, 2, "A power is written with '^'."),
            "//" => throw FormulaSyntaxException.At(start, 2, "There is no '//'; a division is written with one '/'."),
            "<=" or ">=" or "==" or "!=" => Take(TokenKind.Symbol, start, start + 2),
            "=<" or "=>" => throw FormulaSyntaxException.At(start, 2, "'At most' is written '<=' and 'at least' '>='."),
            "<>" => throw FormulaSyntaxException.At(start, 2, "'Differs from' is written '!='."),
            _ when text[start] == '=' => throw FormulaSyntaxException.At(start, 1, "'Equals' is written with two signs, '=='."),
            _ when text[start] == '!' => throw FormulaSyntaxException.At(
                start, 1, "There is no '!'; 'differs from' is written '!=', and where(…)'s two values can change places."),
            _ => Take(TokenKind.Symbol, start, start + 1),
        };
    }

    /// <summary><c>12</c>, <c>1.5</c>, <c>.5</c>, <c>1.</c>, each with an optional exponent; none of YAML 1.1's other forms.</summary>
    private Token Number(int start)
    {
        int end = Digits(start);
        bool hasDigits = end > start;
        if (end < text.Length && text[end] == '.')
        {
            int fraction = Digits(end + 1);
            hasDigits |= fraction > end + 1;
            end = fraction;
        }

        if (hasDigits && end < text.Length && text[end] is 'e' or 'E')
        {
            int sign = end + 1 < text.Length && text[end + 1] is '+' or '-' ? 1 : 0;
            int exponent = Digits(end + 1 + sign);
            if (exponent > end + 1 + sign)
                end = exponent;
        }

        int wordEnd = WordEnd(end);
        if (!hasDigits || wordEnd > end)
        {
            int length = Math.Max(wordEnd, start + 1) - start;
            throw FormulaSyntaxException.At(
                start, length,
                $"{Words.Quote(text.Substring(start, length))} is not a number; numbers are written as 12, 0.5, .5 or 1e-3.");
        }

        return Take(TokenKind.Number, start, end);
    }

    private Token Take(TokenKind kind, int start, int end)
    {
        _position = end;
        return new Token(kind, text.Substring(start, end - start), start);
    }

    private int Digits(int from)
    {
        while (from < text.Length && IsDigit(text[from]))
            from++;
        return from;
    }

    private int WordEnd(int from)
    {
        while (from < text.Length && (IsLetter(text[from]) || IsDigit(text[from]) || text[from] == '.'))
            from++;
        return from;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';
}
