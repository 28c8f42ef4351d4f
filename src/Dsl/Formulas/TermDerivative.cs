namespace FanIn.Dsl.Formulas;

/// <summary>
/// The derivative with respect to x, by the rules of calculus, in terms that share what the value has computed already. At a kink it is
/// that of the branch on the left, x ≤ kink: −1 for |x| and 0 for max(x, 0) at 0. Where the formula jumps, and at a condition whose sides
/// are no straight lines in x, it is that of the branch whose value is taken.
/// </summary>
internal sealed class TermDerivative(TermGraph graph)
{
    private readonly Dictionary<int, Term> _known = [];

    private Term Zero => graph.Number(0);

    private Term One => graph.Number(1);

    /// <summary>The derivative of a number's term.</summary>
    public Term Of(Term term)
    {
        if (!term.HasVariable)
            return Zero;
        if (!_known.TryGetValue(term.Id, out var derivative))
            _known[term.Id] = derivative = Derive(term, term.Arguments);
        return derivative;
    }

    private Term Derive(Term term, IReadOnlyList<Term> a) => term.Kind switch
    {
        TermKind.Variable => One,
        TermKind.Negate => Minus(Of(a[0])),
        TermKind.Add => Sum(Of(a[0]), Of(a[1])),
        TermKind.Subtract => Difference(Of(a[0]), Of(a[1])),
        TermKind.Multiply when TermPowers.Of(term) is (var root, > 1 and var n) =>
            Product(Product(graph.Number(n), TermPowers.Whole(graph, root, n - 1)), Of(root)),
        TermKind.Multiply => Sum(Product(Of(a[0]), a[1]), Product(a[0], Of(a[1]))),
        TermKind.Divide => Quotient(Difference(Of(a[0]), Product(term, Of(a[1]))), a[1]),
        TermKind.Where => graph.Where(AtLeftOf(term), Of(a[1]), Of(a[2])),
        _ when term.Name is "min" or "max" => Extreme(term.Name == "max", a[0], a[1]),
        _ when term.Name == "abs" => Magnitude(a[0], Of(a[0])),
        _ => Product(Outer(term, a[0]), Of(a[0])),
    };

    /// <summary>f′ at the argument, f(argument) being at hand.</summary>
    private Term Outer(Term value, Term argument) => value.Name switch
    {
        "sqrt" => graph.Divide(graph.Number(0.5), value),
        "exp" => value,
        "log" => graph.Divide(One, argument),
        "sigmoid" => graph.Multiply(value, graph.Subtract(One, value)),
        "tanh" => graph.Subtract(One, graph.Multiply(value, value)),
        "erf" => graph.Multiply(
            graph.Number(1.1283791670955126), graph.Call("exp", graph.Negate(graph.Multiply(argument, argument)))),
        "sin" => graph.Call("cos", argument),
        "cos" => graph.Negate(graph.Call("sin", argument)),
        "expm1" => graph.Call("exp", argument),
        "log1p" => graph.Divide(One, graph.Add(One, argument)),
        "softplus" => graph.Call("sigmoid", argument),
        _ => throw new ArgumentException("Not a function of one argument.", nameof(value)),
    };

    private Term Magnitude(Term a, Term slope) => LinearTerm.Of(graph, a)?.KnownSlope switch
    {
        > 0 => graph.Where(graph.Compare(TermKind.LessOrEqual, a, Zero), Minus(slope), slope),
        < 0 => graph.Where(graph.Compare(TermKind.Less, a, Zero), Minus(slope), slope),
        _ => graph.Where(
            graph.Compare(TermKind.Equal, a, Zero),
            Minus(graph.Call("abs", slope)),
            graph.Where(graph.Compare(TermKind.Less, a, Zero), Minus(slope), slope)),
    };

    /// <summary>Left of where two lines meet, the one that rises less is the larger one.</summary>
    private Term Extreme(bool isMax, Term a, Term b)
    {
        var (da, db) = (Of(a), Of(b));
        if (LinearTerm.Difference(graph, a, b)?.KnownSlope is not { } rise)
        {
            var tie = da == db ? da : graph.Extreme(isMax ? "min" : "max", da, db);
            var ordered = graph.Where(graph.Compare(TermKind.Less, a, b), isMax ? db : da, isMax ? da : db);
            return graph.Where(graph.Compare(TermKind.Equal, a, b), tie, ordered);
        }

        return rise >= 0
            ? graph.Where(graph.Compare(TermKind.LessOrEqual, a, b), isMax ? db : da, isMax ? da : db)
            : graph.Where(graph.Compare(TermKind.LessOrEqual, b, a), isMax ? da : db, isMax ? db : da);
    }

    /// <summary>The condition, deciding at its boundary as it does just left of it, unless the formula jumps there.</summary>
    private Term AtLeftOf(Term where)
    {
        var condition = where.Arguments[0];
        var (a, b) = (condition.Arguments[0], condition.Arguments[1]);
        if (condition.Kind == TermKind.Equal || LinearTerm.Difference(graph, a, b) is not { KnownSlope: not 0 and { } slope } line)
            return condition;
        if (!TermJumps.Meet(where.Arguments[1], where.Arguments[2], graph.Divide(graph.Negate(line.Intercept), line.Slope)))
            return condition;
        return graph.Compare(slope > 0 ? TermKind.LessOrEqual : TermKind.Less, a, b);
    }

    private Term Minus(Term a) => a.Is(0) ? a : graph.Negate(a);

    private Term Sum(Term a, Term b) => a.Is(0) ? b : b.Is(0) ? a : graph.Add(a, b);

    private Term Difference(Term a, Term b) => b.Is(0) ? a : a.Is(0) ? graph.Negate(b) : graph.Subtract(a, b);

    private Term Product(Term a, Term b) => a.Is(0) || b.Is(0) ? Zero : graph.Multiply(a, b);

    private Term Quotient(Term a, Term b) => a.Is(0) ? a : graph.Divide(a, b);
}
