namespace FanIn.Dsl.Formulas;

/// <summary>Tells a kink from a jump.</summary>
internal static class TermJumps
{
    private const double Tolerance = 1e-9;

    /// <summary>
    /// Whether two branches have one value at a place. Numbers that are known only in a run are given values for the question, in
    /// ascending and in descending order, as the ends of an interval may be among them; meeting in either is meeting.
    /// </summary>
    public static bool Meet(Term a, Term b, Term place)
    {
        string[] names = [.. TermOrder.Of(a, b, place).Where(term => term.Kind == TermKind.Field).Select(term => term.Name)];
        return new[] { names, [.. names.Reverse()] }.Any(order => Meet(a, b, place, Values(order)));
    }

    private static bool Meet(Term a, Term b, Term place, Dictionary<string, double> fields)
    {
        double x = new TermProgram(place, fields).Run(0);
        double left = new TermProgram(a, fields).Run(x);
        double right = new TermProgram(b, fields).Run(x);
        return Math.Abs(left - right) <= Tolerance * Math.Max(1, Math.Abs(left));
    }

    private static Dictionary<string, double> Values(string[] names) =>
        names.Select((name, i) => (Name: name, Value: 0.61 + (0.83 * i)))
            .ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
}
