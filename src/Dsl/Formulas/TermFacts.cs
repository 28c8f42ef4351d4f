namespace FanIn.Dsl.Formulas;

/// <summary>What can be proved of a term.</summary>
public static class TermFacts
{
    /// <summary>
    /// Whether the term is NaN for x = NaN, where a condition that a NaN decides takes its second value. Terms of which this can't be said
    /// need a look at x itself.
    /// </summary>
    public static bool KeepsNaN(Term term) => KeepsNaN(term, []);

    /// <summary>Whether the term is NaN for x = NaN and for no other x.</summary>
    public static bool IsNaNOnlyForNaN(Term term) => term.Kind switch
    {
        TermKind.Variable or TermKind.Number or TermKind.Field => true,
        TermKind.Negate => IsNaNOnlyForNaN(term.Arguments[0]),
        TermKind.Call => term.Name is "exp" or "abs" or "sigmoid" or "tanh" or "erf" or "expm1" or "softplus"
            && IsNaNOnlyForNaN(term.Arguments[0]),
        TermKind.Multiply or TermKind.Add or TermKind.Subtract =>
            term.Arguments.Any(IsFiniteNumber) && term.Arguments.All(IsNaNOnlyForNaN),
        _ => false,
    };

    private static bool IsFiniteNumber(Term term) => term.Kind == TermKind.Number && !term.Is(0);

    private static bool KeepsNaN(Term term, Dictionary<int, bool> known)
    {
        if (!term.HasVariable || known.TryGetValue(term.Id, out bool keeps))
            return term.HasVariable && known[term.Id];
        var a = term.Arguments;
        keeps = term.Kind switch
        {
            TermKind.Where => KeepsNaN(a[2], known) && (KeepsNaN(a[0], known) || KeepsNaN(a[1], known)),
            TermKind.Call when a.Count == 2 => a.All(side => !side.HasVariable || KeepsNaN(side, known)),
            _ => term.Kind == TermKind.Variable || a.Any(argument => KeepsNaN(argument, known)),
        };
        known.Add(term.Id, keeps);
        return keeps;
    }
}
