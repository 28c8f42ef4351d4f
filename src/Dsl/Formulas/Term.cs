using FanIn.Dsl.Model;

namespace FanIn.Dsl.Formulas;

/// <summary>What a <see cref="Term"/> is.</summary>
public enum TermKind
{
    /// <summary>A number known when the formula is read.</summary>
    Number,

    /// <summary>A number that the activation is made with.</summary>
    Field,

    /// <summary>x.</summary>
    Variable,

    /// <summary>−a.</summary>
    Negate,

    /// <summary>a + b.</summary>
    Add,

    /// <summary>a − b.</summary>
    Subtract,

    /// <summary>a · b.</summary>
    Multiply,

    /// <summary>a / b.</summary>
    Divide,

    /// <summary>A function of one argument, or min or max of two.</summary>
    Call,

    /// <summary>a &lt; b: a condition.</summary>
    Less,

    /// <summary>a ≤ b: a condition.</summary>
    LessOrEqual,

    /// <summary>a = b: a condition.</summary>
    Equal,

    /// <summary>where(condition, yes, no).</summary>
    Where,
}

/// <summary>
/// A node of a <see cref="TermGraph"/>: what a formula computes, each thing once. Two terms of a graph that say the same are one object,
/// so what is shared is seen by its identity, and a graph that shares much is small although its tree would be huge.
/// </summary>
public sealed class Term
{
    internal Term(int id, TermKind kind, string name, double value, FormulaNode? literal, IReadOnlyList<Term> arguments)
    {
        (Id, Kind, Name, Value, Literal, Arguments) = (id, kind, name, value, literal, arguments);
        HasVariable = kind == TermKind.Variable || arguments.Any(argument => argument.HasVariable);
    }

    /// <summary>Number in the graph; an argument's is below that of what it is the argument of.</summary>
    public int Id { get; }

    /// <summary>What it is.</summary>
    public TermKind Kind { get; }

    /// <summary>Name of the function or field; empty otherwise.</summary>
    public string Name { get; }

    /// <summary>Value of a number; NaN otherwise.</summary>
    public double Value { get; }

    /// <summary>How a number is written: decimals and + − · / of them, each operation rounded once.</summary>
    public FormulaNode? Literal { get; }

    /// <summary>What it is computed from.</summary>
    public IReadOnlyList<Term> Arguments { get; }

    /// <summary>Whether it depends on x.</summary>
    public bool HasVariable { get; }

    /// <summary>Whether it is this number.</summary>
    public bool Is(double number) => Kind == TermKind.Number && Value == number;

    /// <summary>Whether it is a call of this function.</summary>
    public bool Calls(string function) => Kind == TermKind.Call && Name == function;
}
