using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Formulas;

/// <summary>
/// Replaces a formula's names by what they stand for and computes its value: every step on the way to it must be finite. Of
/// <c>where</c> that is the value that its condition chooses.
/// </summary>
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
    public static (BoundFormula? Bound, IReadOnlyList<FormulaError> Errors, int Nodes) Bind(Formula formula, Scope scope) =>
        formula.Tree is { } tree ? Bind(formula, tree, formula.Written, scope) : (null, formula.Errors, 0);

    /// <summary>Binds a part of a formula.</summary>
    public static (BoundFormula? Bound, IReadOnlyList<FormulaError> Errors, int Nodes) Bind(
        Formula formula, FormulaNode part, string written, Scope scope)
    {
        var binder = new FormulaBinder(formula, scope);
        var result = binder.Bind(part);
        bool isWhole = result is not null && binder._errors.Count == 0 && !binder._isUnknown;
        return (isWhole ? new BoundFormula(written, result!.Tree, result.Value) : null, binder._errors, binder._nodes);
    }

    /// <summary>Null where a name is unknown below; a value that is not finite has been reported.</summary>
    private ScopeValue? Bind(FormulaNode node)
    {
        _nodes++;
        return node switch
        {
            NumberNode number => new ScopeValue(number, number.Value),
            NameNode name => Name(name),
            NegateNode negate => Bind(negate.Operand) is { } operand ? new ScopeValue(new NegateNode(operand.Tree), -operand.Value) : null,
            BinaryNode binary => Binary(binary),
            CallNode { Function: "where" } choice => Where(choice),
            CallNode call => Call(call),
            ComparisonNode comparison => Comparison(comparison),
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
                + "distribution, upstream, activation, scale, keep, epsilon, "
                + "optimizer and learning_rate. Make it an axis of the matrix to use it here.");
            return null;
        }

        string hint = name.Name == "x" ? " It is known in an activation's { formula: … } only."
            : Scope.LayerNames.Contains(name.Name) ? " It is known in a layer's init, bias and activation only."
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
        var bound = new ScopeValue(new BinaryNode(node.Operator, left.Tree, right.Tree), value);
        if (IsFinite(value) || !IsFinite(left.Value) || !IsFinite(right.Value))
            return bound;
        string what = node.Operator == '/' && right.Value == 0
            ? "divides by zero"
            : $"has no finite value: {Words.Number(left.Value)} {node.Operator} {Words.Number(right.Value)}";
        Error(DiagnosticCatalog.FormulaValue, node, 1, $"This '{node.Operator}' {what}{With()}.");
        return bound;
    }

    /// <summary>1 or 0.</summary>
    private ScopeValue? Comparison(ComparisonNode node)
    {
        var left = Bind(node.Left);
        var right = Bind(node.Right);
        if (left is null || right is null)
            return null;
        double value = FormulaFunctions.Holds(node.Operator, left.Value, right.Value) ? 1 : 0;
        return new ScopeValue(new ComparisonNode(node.Operator, left.Tree, right.Tree), value);
    }

    /// <summary>What is not chosen may well divide by zero: where(layer > 1, 1 / (layer - 1), 1).</summary>
    private ScopeValue? Where(CallNode node)
    {
        var condition = Bind(node.Arguments[0]);
        var yes = Chosen(node.Arguments[1], condition?.Value == 1);
        var no = Chosen(node.Arguments[2], condition?.Value == 0);
        if (condition is null || yes is null || no is null)
            return null;
        var tree = new CallNode("where", new([condition.Tree, yes.Tree, no.Tree]));
        return new ScopeValue(tree, condition.Value == 1 ? yes.Value : no.Value);
    }

    private ScopeValue? Chosen(FormulaNode node, bool isChosen)
    {
        int before = _errors.Count;
        var value = Bind(node);
        for (int i = _errors.Count - 1; i >= before && !isChosen; i--)
        {
            if (_errors[i].Rule == DiagnosticCatalog.FormulaValue)
                _errors.RemoveAt(i);
        }

        return value;
    }

    private ScopeValue? Call(CallNode node)
    {
        var arguments = node.Arguments.Select(Bind).ToList();
        if (arguments.Any(argument => argument is null))
            return null;
        double value = FormulaFunctions.Compute(node.Function, arguments.Select(argument => argument!.Value).ToArray());
        var bound = new ScopeValue(new CallNode(node.Function, arguments.Select(argument => argument!.Tree).ToEquatableArray()), value);
        if (IsFinite(value) || arguments.Any(argument => !IsFinite(argument!.Value)))
            return bound;
        string call = $"{node.Function}({string.Join(", ", arguments.Select(argument => Words.Number(argument!.Value)))})";
        Error(DiagnosticCatalog.FormulaValue, node, node.Function.Length, $"{call} has no finite value{With()}.");
        return bound;
    }

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    private string With() => _used.Count == 0
        ? ""
        : ", with " + Words.List(_used.Select(pair => $"{pair.Key} = {Words.Number(pair.Value)}"));

    private void Error(DiagnosticRule rule, FormulaNode node, int length, string message) =>
        _errors.Add(new FormulaError(rule, _formula.OffsetOf(node), length, message));
}
