using FanIn.Dsl.Model;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Formulas;

/// <summary>
/// Makes terms, equal ones once, and simplifies them where that changes no bit of what a machine computes: factors of 1, double signs,
/// divisions by powers of two, numbers that are known. A sum's and a product's sides may change places, nothing is reassociated.
/// </summary>
public sealed class TermGraph
{
    private readonly Dictionary<(TermKind, string, long, int, int, int), Term> _terms = [];

    /// <summary>x.</summary>
    public Term Variable => Make(TermKind.Variable);

    /// <summary>A whole number or other short decimal.</summary>
    public Term Number(double value) => Number(value, new NumberNode(value, Words.Number(value)));

    /// <summary>A number, as it is written.</summary>
    public Term Number(double value, FormulaNode literal)
    {
        var key = (TermKind.Number, "", BitConverter.DoubleToInt64Bits(value), -1, -1, -1);
        if (!_terms.TryGetValue(key, out var term))
            _terms[key] = term = new Term(_terms.Count, TermKind.Number, "", value, literal, []);
        return term;
    }

    /// <summary>A number that the activation is made with.</summary>
    public Term Field(string name) => Make(TermKind.Field, name);

    /// <summary>−a.</summary>
    public Term Negate(Term a) => a.Kind switch
    {
        TermKind.Number => Number(-a.Value, a.Literal is NegateNode negate ? negate.Operand : new NegateNode(a.Literal!)),
        TermKind.Negate => a.Arguments[0],
        _ => Make(TermKind.Negate, "", a),
    };

    /// <summary>a + b.</summary>
    public Term Add(Term a, Term b)
    {
        if (b.Kind == TermKind.Negate)
            return Subtract(a, b.Arguments[0]);
        if (a.Kind == TermKind.Negate)
            return Subtract(b, a.Arguments[0]);
        return Fold('+', a, b, a.Value + b.Value) ?? Make(TermKind.Add, "", a, b);
    }

    /// <summary>a − b.</summary>
    public Term Subtract(Term a, Term b)
    {
        if (b.Kind == TermKind.Negate)
            return Add(a, b.Arguments[0]);
        return b.Is(0) ? a : Fold('-', a, b, a.Value - b.Value) ?? Make(TermKind.Subtract, "", a, b);
    }

    /// <summary>a · b.</summary>
    public Term Multiply(Term a, Term b)
    {
        if (a.Is(1) || b.Is(1))
            return a.Is(1) ? b : a;
        if (a.Is(-1) || b.Is(-1))
            return Negate(a.Is(-1) ? b : a);
        if (a.Kind == TermKind.Negate)
            return Negate(Multiply(a.Arguments[0], b));
        if (b.Kind == TermKind.Negate)
            return Negate(Multiply(a, b.Arguments[0]));
        return Fold('*', a, b, a.Value * b.Value) ?? Make(TermKind.Multiply, "", a, b);
    }

    /// <summary>a / b.</summary>
    public Term Divide(Term a, Term b)
    {
        if (b.Is(1))
            return a;
        if (a.Kind == TermKind.Negate)
            return Negate(Divide(a.Arguments[0], b));
        if (b.Kind == TermKind.Negate)
            return a.Kind == TermKind.Number ? Divide(Negate(a), b.Arguments[0]) : Negate(Divide(a, b.Arguments[0]));
        if (Fold('/', a, b, a.Value / b.Value) is { } folded)
            return folded;
        return b.Kind == TermKind.Number && IsPowerOfTwo(b.Value)
            ? Multiply(a, Number(1 / b.Value))
            : Make(TermKind.Divide, "", a, b);
    }

    /// <summary>A function of one argument.</summary>
    public Term Call(string function, Term a) => function == "abs" && (a.Kind == TermKind.Negate || a.Calls("abs"))
        ? Call("abs", a.Arguments[0])
        : Make(TermKind.Call, function, a);

    /// <summary>min or max; what does not depend on x stands first, as a vector's min and max then keep NaN.</summary>
    public Term Extreme(string function, Term a, Term b) =>
        a == b ? a : a.HasVariable && !b.HasVariable ? Make(TermKind.Call, function, b, a) : Make(TermKind.Call, function, a, b);

    /// <summary>A condition.</summary>
    public Term Compare(TermKind kind, Term a, Term b) => Make(kind, "", a, b);

    /// <summary>where(condition, yes, no).</summary>
    public Term Where(Term condition, Term yes, Term no) => yes == no ? yes : Make(TermKind.Where, "", condition, yes, no);

    /// <summary>An operation on two numbers: IEEE 754 rounds it alike on every machine, and it stays written as what it is.</summary>
    private Term? Fold(char op, Term a, Term b, double value)
    {
        if (a.Kind != TermKind.Number || b.Kind != TermKind.Number || double.IsNaN(value) || double.IsInfinity(value))
            return null;
        return Math.Abs(value) < 1 << 20 && Math.Floor(value) == value
            ? Number(value)
            : Number(value, new BinaryNode(op, a.Literal!, b.Literal!));
    }

    private static bool IsPowerOfTwo(double value) =>
        (BitConverter.DoubleToInt64Bits(value) & 0xFFFFFFFFFFFFF) == 0 && Math.Abs(value) is > 1e-30 and < 1e30;

    private Term Make(TermKind kind, string name = "", params Term[] arguments)
    {
        int Id(int i) => i < arguments.Length ? arguments[i].Id : -1;
        bool commutes = kind is TermKind.Add or TermKind.Multiply or TermKind.Equal;
        var key = commutes && Id(0) > Id(1) ? (kind, name, 0L, Id(1), Id(0), -1) : (kind, name, 0L, Id(0), Id(1), Id(2));
        if (!_terms.TryGetValue(key, out var term))
            _terms[key] = term = new Term(_terms.Count, kind, name, double.NaN, null, arguments);
        return term;
    }
}
