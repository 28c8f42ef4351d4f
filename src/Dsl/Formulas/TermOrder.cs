namespace FanIn.Dsl.Formulas;

/// <summary>Lists what terms are made of.</summary>
public static class TermOrder
{
    /// <summary>The terms and everything below them, each once, arguments first.</summary>
    public static IReadOnlyList<Term> Of(params Term[] terms)
    {
        var found = new Dictionary<int, Term>();
        var waiting = new Stack<Term>(terms);
        while (waiting.Count > 0)
        {
            var term = waiting.Pop();
            if (found.ContainsKey(term.Id))
                continue;
            found.Add(term.Id, term);
            foreach (var argument in term.Arguments)
                waiting.Push(argument);
        }

        return [.. found.Values.OrderBy(term => term.Id)];
    }
}
