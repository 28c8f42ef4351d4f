namespace FanIn.Dsl.Formulas;

/// <summary>
/// Where a formula or its derivative may not be smooth: the borders of its conditions, and where the arguments of abs, min and max meet.
/// Where both sides are made of straight lines in x, every place where two of these meet is listed, as a term of numbers and fields.
/// Other borders are not: an adaptive quadrature has to find them.
/// </summary>
internal sealed class TermKinks
{
    private static readonly Dictionary<string, double> NoFields = [];

    private readonly TermGraph _graph;
    private readonly List<Term> _places = [];
    private readonly List<(Term A, Term B)> _unsolved = [];

    public TermKinks(TermGraph graph, Term value)
    {
        _graph = graph;
        foreach (var term in TermOrder.Of(value))
        {
            if (term.Kind is TermKind.Less or TermKind.LessOrEqual or TermKind.Equal)
                AddBorder(term.Arguments[0], term.Arguments[1]);
            else if (term.Kind == TermKind.Call && term.Arguments.Count == 2)
                AddBorder(term.Arguments[0], term.Arguments[1]);
            else if (term.Calls("abs"))
                AddBorder(term.Arguments[0], graph.Number(0));
        }
    }

    /// <summary>The places, each once, in the order in which they are met.</summary>
    public IReadOnlyList<Term> Places => _places;

    /// <summary>The pairs of terms at whose meeting there may be further kinks.</summary>
    public IReadOnlyList<(Term A, Term B)> Unsolved => _unsolved;

    private void AddBorder(Term a, Term b)
    {
        if (LinearTerm.Pieces(_graph, a) is not { } left || LinearTerm.Pieces(_graph, b) is not { } right)
        {
            _unsolved.Add((a, b));
            return;
        }

        var meetings = left.SelectMany(one => right.Select(other => LinearTerm.Difference(_graph, one, other)));
        foreach (var line in meetings.Where(line => !line.Slope.Is(0)))
        {
            var place = line.Intercept.Is(0) ? _graph.Number(0) : _graph.Divide(_graph.Negate(line.Intercept), line.Slope);
            if (!_places.Contains(place) && !Misses(place, a, b))
                _places.Add(place);
        }
    }

    /// <summary>Whether two pieces meet there that a and b do not take there; unknown where fields decide.</summary>
    private static bool Misses(Term place, Term a, Term b)
    {
        if (place.Kind != TermKind.Number || TermOrder.Of(a, b).Any(term => term.Kind == TermKind.Field))
            return false;
        double left = new TermProgram(a, NoFields).Run(place.Value);
        double right = new TermProgram(b, NoFields).Run(place.Value);
        return Math.Abs(left - right) > 1e-9 * Math.Max(1, Math.Abs(left));
    }
}
