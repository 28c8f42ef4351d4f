using System.Globalization;
using FanIn.Dsl.Formulas;

namespace FanIn.Generator.Writing;

/// <summary>
/// A formula's terms as statements over a vector type TVector. What is used more than once is computed once and has a name; so a
/// function stands in a method once, as the JIT's budget for inlining wants it.
/// </summary>
internal sealed class VectorPrinter : TermPrinter
{
    private const int LongestExpression = 64;

    private readonly bool _checksNaN;
    private readonly IReadOnlyList<Term> _order;
    private readonly Dictionary<int, int> _uses = [];
    private readonly Dictionary<int, string> _names = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<string> _statements = [];

    private VectorPrinter(Term result)
    {
        _checksNaN = !TermFacts.KeepsNaN(result);
        _order = TermOrder.Of(result);
        foreach (var term in _order)
        {
            for (int i = 0; i < term.Arguments.Count; i++)
                Use(term.Arguments[i], PrintsTwice(term, i) ? 2 : 1);
        }

        foreach (var term in _order)
        {
            if (term.Calls("sin") || term.Calls("cos"))
                DeclareSinCos(term);
            else if (term != result && term.Arguments.Count > 0 && (_uses[term.Id] > 1 || Print(term).Length > LongestExpression))
                Declare(term);
        }

        string value = Print(result);
        _statements.Add($"return {(_checksNaN ? $"TVector.Select(TVector.Equal(x, x), {value}, x)" : value)};");
    }

    /// <summary>The body of a method whose argument is x; its last statement returns the term.</summary>
    public static IReadOnlyList<string> Body(Term result) => new VectorPrinter(result)._statements;

    /// <inheritdoc/>
    protected override (string Text, int Level) Constant(Term term) => ($"TVector.Constant({base.Constant(term).Text})", Primary);

    /// <inheritdoc/>
    protected override string? NameOf(Term term) => _names.TryGetValue(term.Id, out string? name) ? name : null;

    /// <inheritdoc/>
    protected override string Call(Term term)
    {
        string[] a = [.. term.Arguments.Select(Print)];
        return term.Kind switch
        {
            TermKind.Less => $"TVector.LessThan({a[0]}, {a[1]})",
            TermKind.LessOrEqual => $"TVector.LessThan({a[0]}, {a[1]}) | TVector.Equal({a[0]}, {a[1]})",
            TermKind.Equal => $"TVector.Equal({a[0]}, {a[1]})",
            TermKind.Where when IsReversible(term) => $"TVector.Select({Contrary(term.Arguments[0])}, {a[2]}, {a[1]})",
            TermKind.Where => $"TVector.Select({a[0]}, {a[1]}, {a[2]})",
            _ => Function(term, a),
        };
    }

    private static string Function(Term term, string[] a) => term.Name switch
    {
        "sqrt" or "abs" => $"TVector.{Capitalised(term.Name)}({a[0]})",
        "min" or "max" when IsGuarded(term) =>
            $"TVector.Select(TVector.Equal({a[0]}, {a[0]}), TVector.{Capitalised(term.Name)}({a[0]}, {a[1]}), {a[0]})",
        "min" or "max" => $"TVector.{Capitalised(term.Name)}({a[0]}, {a[1]})",
        _ => $"{Names.Functions}.{Capitalised(term.Name)}({a[0]})",
    };

    /// <summary>A vector's min and max give the right one where the left one is NaN.</summary>
    private static bool IsGuarded(Term term) =>
        term.Kind == TermKind.Call && term.Arguments.Count == 2 && !TermFacts.IsNaNOnlyForNaN(term.Arguments[0]);

    private static bool PrintsTwice(Term term, int argument) =>
        term.Kind == TermKind.LessOrEqual || (IsGuarded(term) && argument == 0);

    /// <summary>
    /// Whether a ≤ b may be asked as the contrary of b &lt; a, which is one operation less: for NaN that takes the other value, so it
    /// must not matter there.
    /// </summary>
    private bool IsReversible(Term where)
    {
        var condition = where.Arguments[0];
        return condition.Kind == TermKind.LessOrEqual && _uses[condition.Id] == 1
            && condition.Arguments.All(TermFacts.IsNaNOnlyForNaN) && (_checksNaN || TermFacts.KeepsNaN(where.Arguments[1]));
    }

    private string Contrary(Term condition) => $"TVector.LessThan({Print(condition.Arguments[1])}, {Print(condition.Arguments[0])})";

    private void Use(Term term, int times)
    {
        _uses.TryGetValue(term.Id, out int before);
        _uses[term.Id] = before + times;
    }

    private void Declare(Term term)
    {
        string value = Print(term);
        _statements.Add($"var {NewName(term)} = {value};");
    }

    /// <summary>The runtime computes both at once; the one that nobody wants costs next to nothing.</summary>
    private void DeclareSinCos(Term term)
    {
        if (_names.ContainsKey(term.Id))
            return;
        var (sin, cos) = (Partner("sin"), Partner("cos"));
        string argument = Print(term.Arguments[0]);
        string target = sin is null ? "_" : $"var {NewName(sin)}";
        string other = cos is null ? "_" : $"var {NewName(cos)}";
        _statements.Add($"{target} = {Names.Functions}.SinCos({argument}, out {other});");

        Term? Partner(string function) =>
            _order.FirstOrDefault(candidate => candidate.Calls(function) && candidate.Arguments[0] == term.Arguments[0]);
    }

    /// <summary>
    /// <c>sigmoid1</c>, <c>where1</c>, <c>v1</c>: no name of the formula's can take its place, as fields start with <c>_</c>.
    /// </summary>
    private string NewName(Term term)
    {
        string stem = term.Kind switch
        {
            TermKind.Call => term.Name,
            TermKind.Where => "where",
            TermKind.Less or TermKind.LessOrEqual or TermKind.Equal => "mask",
            _ => "v",
        };
        _counts.TryGetValue(stem, out int count);
        _counts[stem] = ++count;
        return _names[term.Id] = stem + count.ToString(CultureInfo.InvariantCulture);
    }

    private static string Capitalised(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
