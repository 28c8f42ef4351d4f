using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Formulas;

/// <summary>Replaces a formula's names by what they stand for and computes its value: every step of it must be finite.</summary>
internal sealed class FormulaBinder
{
    private readonly Formula _formula;
    private readonly Scope _scope;
    private readonly List<FormulaError> _errors = [];
    private readonly SortedDictionary<string, double> _used = new(StringComparer.Ordinal);
    private bool _isUnknown;
    private int _nodes;

    private FormulaBinder(Formula formula, Scope scope) => (_formula, _scope) = (formula, scope);

    /// <summary>Binds a formula; <c>Nodes</c> is the size of the tree that was made.</summary>
    /// <returns>The bound formula, or null and the errors; null without errors when a name's number could not be read.</returns>
    public static (BoundFormula? Bound, IReadOnlyList<FormulaError> Errors, int Nodes) Bind(Formula formula, Scope scope)
    {
        if (formula.Tree is null)
            return (null, formula.Errors, 0);
        var binder = new FormulaBinder(formula, scope);
        var result = binder.Bind(formula.Tree);
        var bound = result is null || binder._isUnknown ? null : new BoundFormula(formula.Written, result.Tree, result.Value);
        return (bound, binder._errors, binder._nodes);
    }

    /// <summary>Null where there is an error, or something unknown, below.</summary>
    private ScopeValue? Bind(FormulaNode node)
    {
        _nodes++;
        return node switch
        {
            NumberNode number => new ScopeValue(number, number.Value),
            NameNode name => Name(name),
            NegateNode negate => Bind(negate.Operand) is { } operand ? new ScopeValue(new NegateNode(operand.Tree), -operand.Value) : null,
            BinaryNode binary => Binary(binary),
            CallNode call => Call(call),
            _ => throw new ArgumentException("Not a node of a formula.", nameof(node)),
        };
    }

    private ScopeValue? Name(NameNode name)
    {
        if (_scope.TryGet(name.Name, out var value))
        {
            if (value is null)
                _isUnknown = true;
            else if (name.Name != "pi")
                _used[name.Name] = value.Value;
            return value;
        }

        if (_scope.IsParameter(name.Name))
        {
            Error(
                DiagnosticCatalog.Unsuitable, name, name.Name.Length,
                $"The parameter {Words.Quote(name.Name)} has no value yet where the network is built; it can stand in init, bias, "
                + "distribution, activation, scale, keep and epsilon. Make it an axis of the matrix to use it here.");
            return null;
        }

        string hint = Scope.LayerNames.Contains(name.Name)
            ? " It is known in a layer's init, bias and activation only."
            : FormulaFunctions.Exists(name.Name) ? " It is a function and needs parentheses."
            : Words.Suggest(name.Name, _scope.Names.Concat(FormulaFunctions.Names));
        string known = Words.List(_scope.Names.OrderBy(known => known, StringComparer.Ordinal));
        string message = $"{Words.Quote(name.Name)} is neither a number nor a name that is known here.{hint} Known here: {known}.";
        Error(DiagnosticCatalog.FormulaName, name, name.Name.Length, message);
        return null;
    }

    private ScopeValue? Binary(BinaryNode node)
    {
        var left = Bind(node.Left);
        var right = Bind(node.Right);
        if (left is null || right is null)
            return null;
        double value = FormulaFunctions.Compute(node.Operator, left.Value, right.Value);
        if (IsFinite(value))
            return new ScopeValue(new BinaryNode(node.Operator, left.Tree, right.Tree), value);
        string what = node.Operator == '/' && right.Value == 0
            ? "divides by zero"
            : $"has no finite value: {Words.Number(left.Value)} {node.Operator} {Words.Number(right.Value)}";
        Error(DiagnosticCatalog.FormulaValue, node, 1, $"This '{node.Operator}' {what}{Where()}.");
        return null;
    }

    private ScopeValue? Call(CallNode node)
    {
        var arguments = node.Arguments.Select(Bind).ToList();
        if (arguments.Any(argument => argument is null))
            return null;
        double value = FormulaFunctions.Compute(node.Function, arguments.Select(argument => argument!.Value).ToArray());
        if (IsFinite(value))
            return new ScopeValue(new CallNode(node.Function, arguments.Select(argument => argument!.Tree).ToEquatableArray()), value);
        string call = $"{node.Function}({string.Join(", ", arguments.Select(argument => Words.Number(argument!.Value)))})";
        Error(DiagnosticCatalog.FormulaValue, node, node.Function.Length, $"{call} has no finite value{Where()}.");
        return null;
    }

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    private string Where() => _used.Count == 0
        ? ""
        : ", with " + Words.List(_used.Select(pair => $"{pair.Key} = {Words.Number(pair.Value)}"));

    private void Error(DiagnosticRule rule, FormulaNode node, int length, string message) =>
        _errors.Add(new FormulaError(rule, _formula.OffsetOf(node), length, message));
}
