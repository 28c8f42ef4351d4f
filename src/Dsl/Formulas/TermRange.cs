namespace FanIn.Dsl.Formulas;

/// <summary>
/// The interval that a term's values lie in for every x, rounding included, as far as it follows from single functions and from signs.
/// Ends are infinite or whole numbers, which no dtype rounds.
/// </summary>
internal static class TermRange
{
    private static readonly (double Low, double High) All = (double.NegativeInfinity, double.PositiveInfinity);
    private static readonly (double Low, double High) NonNegative = (0, double.PositiveInfinity);

    /// <summary>The interval; (−∞, ∞) where nothing is known.</summary>
    public static (double Low, double High) Of(Term term)
    {
        var known = new Dictionary<int, (double Low, double High)>();
        return Of(term, known);
    }

    private static (double Low, double High) Of(Term term, Dictionary<int, (double Low, double High)> known)
    {
        if (!known.TryGetValue(term.Id, out var range))
            known[term.Id] = range = Find(term, i => Of(term.Arguments[i], known));
        return range;
    }

    private static (double Low, double High) Find(Term term, Func<int, (double Low, double High)> of) => term.Kind switch
    {
        TermKind.Number when Math.Floor(term.Value) == term.Value && Math.Abs(term.Value) < 1 << 20 => (term.Value, term.Value),
        TermKind.Number => Sign(term.Value),
        TermKind.Negate => (-of(0).High, -of(0).Low),
        TermKind.Multiply when term.Arguments[0] == term.Arguments[1] => NonNegative,
        TermKind.Add or TermKind.Multiply when of(0).Low >= 0 && of(1).Low >= 0 => NonNegative,
        TermKind.Divide when of(0).Low >= 0 && of(1).Low >= 0 => NonNegative,
        TermKind.Where => (Math.Min(of(1).Low, of(2).Low), Math.Max(of(1).High, of(2).High)),
        TermKind.Call => Function(term.Name, of),
        _ => All,
    };

    private static (double Low, double High) Function(string name, Func<int, (double Low, double High)> of) => name switch
    {
        "exp" or "abs" or "sqrt" or "softplus" => NonNegative,
        "sigmoid" => (0, 1),
        "tanh" or "erf" => (-1, 1),
        "max" => (Math.Max(of(0).Low, of(1).Low), Math.Max(of(0).High, of(1).High)),
        "min" => (Math.Min(of(0).Low, of(1).Low), Math.Min(of(0).High, of(1).High)),
        _ => All,
    };

    private static (double Low, double High) Sign(double value) => value > 0 ? NonNegative : (double.NegativeInfinity, 0);
}
