using FanIn.Dsl.Model;

namespace FanIn.Dsl.Formulas;

/// <summary>An activation's formula as what a machine computes: φ, φ′ and where they are not smooth, in terms that they share.</summary>
public sealed class ActivationTerms
{
    private ActivationTerms(TermGraph graph, Term value)
    {
        Value = value;
        Derivative = new TermDerivative(graph).Of(value);
        var kinks = new TermKinks(graph, value);
        (Kinks, Borders) = (kinks.Places, kinks.Unsolved);
        Range = TermRange.Of(value);
    }

    /// <summary>φ(x).</summary>
    public Term Value { get; }

    /// <summary>φ′(x); at a kink that of the branch x ≤ kink.</summary>
    public Term Derivative { get; }

    /// <summary>Where φ or φ′ may not be smooth, without order; terms of numbers and fields.</summary>
    public IReadOnlyList<Term> Kinks { get; }

    /// <summary>No value lies outside; infinite where nothing is known.</summary>
    public (double Low, double High) Range { get; }

    /// <summary>The pairs of terms at whose meeting there may be further kinks.</summary>
    internal IReadOnlyList<(Term A, Term B)> Borders { get; }

    /// <summary>The terms of a formula's tree, in which names have been replaced by numbers, fields and x.</summary>
    public static ActivationTerms Of(FormulaNode tree)
    {
        var graph = new TermGraph();
        return new ActivationTerms(graph, new TermReader(graph).Read(tree));
    }
}
