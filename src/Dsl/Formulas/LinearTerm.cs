namespace FanIn.Dsl.Formulas;

/// <summary>slope · x + intercept, where neither depends on x.</summary>
internal sealed record LinearTerm(Term Slope, Term Intercept)
{
    private const int MostPieces = 16;

    /// <summary>The slope where it is a known number.</summary>
    public double? KnownSlope => Slope.Kind == TermKind.Number ? Slope.Value : null;

    /// <summary>
    /// The straight lines of which a term takes one or the other, by abs, min, max and where; null where it is made of others too, or of
    /// too many.
    /// </summary>
    public static IReadOnlyList<LinearTerm>? Pieces(TermGraph graph, Term term)
    {
        if (Of(graph, term) is { } line)
            return [line];
        var (first, second) = term.Kind == TermKind.Where ? (1, 2) : (0, 1);
        if (term.Arguments.Count == 0 || Pieces(graph, term.Arguments[first]) is not { } left)
            return null;
        if (term.Calls("abs") || term.Kind == TermKind.Negate)
            return term.Kind == TermKind.Negate ? Negated(graph, left) : [.. left, .. Negated(graph, left)];
        if (term.Arguments.Count < 2 || Pieces(graph, term.Arguments[second]) is not { } right || left.Count * right.Count > MostPieces)
            return null;
        return term.Kind switch
        {
            TermKind.Where => [.. left, .. right],
            TermKind.Call => [.. left, .. right],
            TermKind.Add => Pairs(left, right, (a, b) => new(graph.Add(a.Slope, b.Slope), graph.Add(a.Intercept, b.Intercept))),
            TermKind.Subtract => Pairs(left, right, (a, b) => Difference(graph, a, b)),
            TermKind.Multiply when !term.Arguments[0].HasVariable =>
                [.. right.Select(piece => Scale(graph, piece, part => graph.Multiply(term.Arguments[0], part)))],
            TermKind.Multiply when !term.Arguments[1].HasVariable =>
                [.. left.Select(piece => Scale(graph, piece, part => graph.Multiply(term.Arguments[1], part)))],
            TermKind.Divide when !term.Arguments[1].HasVariable =>
                [.. left.Select(piece => Scale(graph, piece, part => graph.Divide(part, term.Arguments[1])))],
            _ => null,
        };
    }

    /// <summary>a − b.</summary>
    public static LinearTerm Difference(TermGraph graph, LinearTerm a, LinearTerm b) =>
        new(Subtract(graph, a.Slope, b.Slope), Subtract(graph, a.Intercept, b.Intercept));

    /// <summary>A term as a straight line; null when it isn't written as one.</summary>
    public static LinearTerm? Of(TermGraph graph, Term term)
    {
        if (!term.HasVariable)
            return new LinearTerm(graph.Number(0), term);
        switch (term.Kind)
        {
            case TermKind.Variable:
                return new LinearTerm(graph.Number(1), graph.Number(0));
            case TermKind.Negate when Of(graph, term.Arguments[0]) is { } line:
                return new LinearTerm(graph.Negate(line.Slope), graph.Negate(line.Intercept));
            case TermKind.Add or TermKind.Subtract when Of(graph, term.Arguments[0]) is { } a && Of(graph, term.Arguments[1]) is { } b:
                return term.Kind == TermKind.Subtract ? Difference(graph, a, b)
                    : new LinearTerm(graph.Add(a.Slope, b.Slope), graph.Add(a.Intercept, b.Intercept));
            case TermKind.Multiply when term.Arguments.FirstOrDefault(argument => !argument.HasVariable) is { } factor:
                var scaled = Of(graph, term.Arguments[0] == factor ? term.Arguments[1] : term.Arguments[0]);
                return scaled is null ? null : Scale(graph, scaled, line => graph.Multiply(factor, line));
            case TermKind.Divide when !term.Arguments[1].HasVariable && Of(graph, term.Arguments[0]) is { } divided:
                return Scale(graph, divided, line => graph.Divide(line, term.Arguments[1]));
            default:
                return null;
        }
    }

    /// <summary>a − b as a straight line.</summary>
    public static LinearTerm? Difference(TermGraph graph, Term a, Term b) =>
        Of(graph, a) is { } left && Of(graph, b) is { } right ? Difference(graph, left, right) : null;

    private static Term Subtract(TermGraph graph, Term a, Term b) => a.Is(0) ? graph.Negate(b) : graph.Subtract(a, b);

    private static List<LinearTerm> Negated(TermGraph graph, IEnumerable<LinearTerm> pieces) =>
        [.. pieces.Select(piece => new LinearTerm(graph.Negate(piece.Slope), graph.Negate(piece.Intercept)))];

    private static List<LinearTerm> Pairs(
        IReadOnlyList<LinearTerm> left, IReadOnlyList<LinearTerm> right, Func<LinearTerm, LinearTerm, LinearTerm> join) =>
        [.. left.SelectMany(a => right.Select(b => join(a, b)))];

    private static LinearTerm Scale(TermGraph graph, LinearTerm line, Func<Term, Term> scale) =>
        new(scale(line.Slope), line.Intercept.Is(0) ? graph.Number(0) : scale(line.Intercept));
}
