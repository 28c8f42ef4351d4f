namespace FanIn.Testing.Dangling;

/// <summary>What a token is, as far as looking for calls needs it.</summary>
internal enum CSharpTokenKind
{
    /// <summary>A name or keyword.</summary>
    Word,

    /// <summary>A string literal whose value is plain: not interpolated, without escapes.</summary>
    Text,

    /// <summary>One character of punctuation, or <c>=&gt;</c>.</summary>
    Mark,

    /// <summary>Numbers, characters, other strings.</summary>
    Other,
}

/// <summary>A piece of C# source.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The word, the mark, or the value of a text; empty for others.</param>
internal readonly record struct CSharpToken(CSharpTokenKind Kind, string Value)
{
    public bool IsMark(string mark) => Kind == CSharpTokenKind.Mark && Value == mark;

    public bool IsWord(string word) => Kind == CSharpTokenKind.Word && Value == word;
}
