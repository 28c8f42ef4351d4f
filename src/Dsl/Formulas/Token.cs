namespace FanIn.Dsl.Formulas;

/// <summary>What a stretch of a formula is.</summary>
internal enum TokenKind
{
    Number,
    Name,
    Symbol,
    End,
}

/// <summary>A stretch of a formula, by its place in it.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Offset);
