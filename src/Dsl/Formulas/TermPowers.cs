namespace FanIn.Dsl.Formulas;

/// <summary>
/// Powers as a machine computes them best: whole exponents by multiplication, halves with a square root. Any other is e^(b ln a), NaN for
/// a &lt; 0, accurate to some |b ln a| units in the last place.
/// </summary>
internal static class TermPowers
{
    private const int LargestExponent = 1024;

    /// <summary>a to the power of b.</summary>
    public static Term Power(TermGraph graph, Term a, Term b)
    {
        if (b.Kind != TermKind.Number || Math.Abs(b.Value) > LargestExponent || Math.Floor(2 * b.Value) != 2 * b.Value)
            return b.Is(0) ? graph.Number(1) : graph.Call("exp", graph.Multiply(b, graph.Call("log", a)));
        double magnitude = Math.Abs(b.Value);
        var whole = Whole(graph, a, (int)Math.Floor(magnitude));
        var power = Math.Floor(magnitude) == magnitude ? whole : graph.Multiply(whole, graph.Call("sqrt", a));
        return b.Value < 0 ? graph.Divide(graph.Number(1), power) : power;
    }

    /// <summary>A product as the power that it is: x · x · x is x to the 3. Any other term is itself to the 1.</summary>
    public static (Term Base, int Exponent) Of(Term term)
    {
        if (term.Kind != TermKind.Multiply)
            return (term, 1);
        var left = Of(term.Arguments[0]);
        var right = term.Arguments[0] == term.Arguments[1] ? left : Of(term.Arguments[1]);
        return left.Base == right.Base ? (left.Base, left.Exponent + right.Exponent) : (term, 1);
    }

    /// <summary>By squaring: a³ = a² · a, a⁴ = a² · a².</summary>
    public static Term Whole(TermGraph graph, Term a, int exponent)
    {
        if (exponent < 2)
            return exponent == 0 ? graph.Number(1) : a;
        var half = Whole(graph, a, exponent / 2);
        var square = graph.Multiply(half, half);
        return exponent % 2 == 0 ? square : graph.Multiply(square, a);
    }
}
