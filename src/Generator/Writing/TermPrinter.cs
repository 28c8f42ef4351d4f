using FanIn.Dsl.Formulas;

namespace FanIn.Generator.Writing;

/// <summary>A formula's terms as C# expressions of type double, with no more parentheses than they need: arithmetic alone.</summary>
internal class TermPrinter
{
    private const int Anything = 0;
    private const int Sum = 1;
    private const int Product = 2;
    private const int Sign = 3;

    /// <summary>How tightly a name or call binds.</summary>
    protected const int Primary = 4;

    /// <summary>The expression of a term.</summary>
    public string Print(Term term) => Parts(term).Text;

    /// <summary>The field that holds a number of the formula.</summary>
    public static string FieldName(string name) => "_" + name;

    /// <summary>A number or field.</summary>
    protected virtual (string Text, int Level) Constant(Term term)
    {
        string text = term.Kind == TermKind.Field ? FieldName(term.Name) : FormulaPrinter.Print(term.Literal!);
        return (text, text.All(c => char.IsLetterOrDigit(c) || c is '_' or '.') ? Primary : Anything);
    }

    /// <summary>What has been given a name already; null for anything else.</summary>
    protected virtual string? NameOf(Term term) => null;

    /// <summary>A function, a condition or a choice.</summary>
    protected virtual string Call(Term term) => throw new InvalidOperationException($"{term.Kind} {term.Name} is no arithmetic.");

    private (string Text, int Level) Parts(Term term) => NameOf(term) is { } name ? (name, Primary) : term.Kind switch
    {
        TermKind.Number or TermKind.Field => Constant(term),
        TermKind.Variable => ("x", Primary),
        TermKind.Negate => ("-" + At(Primary, term.Arguments[0]), Sign),
        TermKind.Add => Infix(term, '+', Sum),
        TermKind.Subtract => Infix(term, '-', Sum),
        TermKind.Multiply => Infix(term, '*', Product),
        TermKind.Divide => Infix(term, '/', Product),
        _ => (Call(term), Primary),
    };

    /// <summary>Floating-point addition is not associative: <c>a + (b + c)</c> keeps its parentheses.</summary>
    private (string Text, int Level) Infix(Term term, char op, int level) =>
        ($"{At(level, term.Arguments[0])} {op} {At(level + 1, term.Arguments[1])}", level);

    private string At(int atLeast, Term term)
    {
        var (text, level) = Parts(term);
        return level < atLeast ? $"({text})" : text;
    }
}
