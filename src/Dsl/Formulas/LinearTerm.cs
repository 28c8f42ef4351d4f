namespace FanIn.Dsl.Formulas;

/// <summary>slope · x + intercept, where neither depends on x.</summary>
internal sealed record LinearTerm(Term Slope, Term Intercept)
{
    /// <summary>The slope where it is a known number.</summary>
    public double? KnownSlope => Slope.Kind == TermKind.Number ? Slope.Value : null;

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

    private static LinearTerm Difference(TermGraph graph, LinearTerm a, LinearTerm b) =>
        new(graph.Subtract(a.Slope, b.Slope), graph.Subtract(a.Intercept, b.Intercept));

    private static LinearTerm Scale(TermGraph graph, LinearTerm line, Func<Term, Term> scale) =>
        new(scale(line.Slope), line.Intercept.Is(0) ? graph.Number(0) : scale(line.Intercept));
}
