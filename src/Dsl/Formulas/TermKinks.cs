namespace FanIn.Dsl.Formulas;

/// <summary>
/// Where a formula or its derivative may not be smooth: the borders of its conditions, and where the arguments of abs, min and max meet.
/// Where these are straight lines in x the place is a term of numbers and fields. Other borders are not listed: an adaptive
/// quadrature has to find them.
/// </summary>
internal static class TermKinks
{
    /// <summary>The places, each once, in the order in which they are met.</summary>
    public static IReadOnlyList<Term> Find(TermGraph graph, Term value)
    {
        var places = new List<Term>();
        foreach (var (a, b) in Borders(graph, value))
        {
            if (LinearTerm.Difference(graph, a, b) is not { } line || line.Slope.Is(0))
                continue;
            var place = line.Intercept.Is(0) ? graph.Number(0) : graph.Divide(graph.Negate(line.Intercept), line.Slope);
            if (!places.Contains(place))
                places.Add(place);
        }

        return places;
    }

    /// <summary>The pairs of terms at whose meeting something happens.</summary>
    public static IReadOnlyList<(Term A, Term B)> Borders(TermGraph graph, Term value)
    {
        var borders = new List<(Term A, Term B)>();
        foreach (var term in TermOrder.Of(value))
        {
            if (term.Kind is TermKind.Less or TermKind.LessOrEqual or TermKind.Equal || (term.Kind == TermKind.Call && term.Arguments.Count == 2))
                borders.Add((term.Arguments[0], term.Arguments[1]));
            else if (term.Calls("abs"))
                borders.Add((term.Arguments[0], graph.Number(0)));
        }

        return borders;
    }
}
