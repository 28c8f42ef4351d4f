namespace FanIn.Testing.Dangling;

/// <summary>A method with a body, as tokens.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">The tokens between its parentheses.</param>
/// <param name="Body">The tokens of its block or expression.</param>
internal sealed record CSharpMethod(string Name, ReadOnlyMemory<CSharpToken> Parameters, ReadOnlyMemory<CSharpToken> Body)
{
    /// <summary>Whether it takes its caller's name, so that what it verifies belongs to its callers.</summary>
    public bool SpeaksForCaller
    {
        get
        {
            foreach (var token in Parameters.Span)
            {
                if (token.IsWord("CallerMemberName"))
                    return true;
            }

            return false;
        }
    }
}
