using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Formulas;

/// <summary>An activation's formula: a tree of numbers, x and fields, and the fields' values.</summary>
internal sealed record BoundActivation(FormulaNode Tree, IReadOnlyList<Argument> Fields);

/// <summary>
/// Binds the formula of an activation. What does not depend on x is computed once, when the activation is made: it becomes a field, but
/// for decimals and + - * / of them, which stay in the formula, as do exponents, which decide how a power is computed.
/// </summary>
internal sealed class ActivationFormulaBinder
{
    private readonly Formula _formula;
    private readonly Scope _scope;
    private readonly List<FormulaError> _errors = [];
    private readonly List<Argument> _fields = [];
    private readonly HashSet<FormulaNode> _variable = new(new Formula.ByIdentity());
    private bool _isUnknown;
    private int _nodes;

    private ActivationFormulaBinder(Formula formula, Scope scope) => (_formula, _scope) = (formula, scope);

    /// <summary>Binds a formula; <c>Nodes</c> is the size of the trees that were made.</summary>
    /// <returns>The bound formula, or null and the errors; null without errors when a name's number could not be read.</returns>
    public static (BoundActivation? Bound, IReadOnlyList<FormulaError> Errors, int Nodes) Bind(Formula formula, Scope scope)
    {
        if (formula.Tree is not { } root)
            return (null, formula.Errors, 0);
        var binder = new ActivationFormulaBinder(formula, scope);
        binder.FindVariable(root);
        if (scope.TryGet("x", out _))
            binder.RefuseAxis(root);
        else if (!binder._variable.Contains(root) && binder.BindNumber(root) is not null)
            binder.Error(DiagnosticCatalog.FormulaName, root, "An activation's formula must depend on x, what it is applied to.");
        if (binder._errors.Count > 0)
            return (null, binder._errors, 0);
        var tree = binder.Bind(root);
        bool isWhole = binder._errors.Count == 0 && !binder._isUnknown;
        return (isWhole ? new BoundActivation(tree, binder._fields) : null, binder._errors, binder._nodes);
    }

    private bool FindVariable(FormulaNode node)
    {
        bool found = node is NameNode { Name: "x" };
        foreach (var child in FormulaKinds.Children(node))
            found |= FindVariable(child);
        if (found)
            _variable.Add(node);
        return found;
    }

    private FormulaNode Bind(FormulaNode node)
    {
        _nodes++;
        if (!_variable.Contains(node) && node is not (ComparisonNode or NegateNode))
            return Constant(node);
        return node switch
        {
            NameNode => new VariableNode(),
            NegateNode negate => new NegateNode(Bind(negate.Operand)),
            ComparisonNode comparison => new ComparisonNode(comparison.Operator, Bind(comparison.Left), Bind(comparison.Right)),
            BinaryNode { Operator: '^' } power => new BinaryNode('^', Bind(power.Left), Exponent(power.Right)),
            BinaryNode { Operator: '/' } quotient => new BinaryNode('/', Bind(quotient.Left), Divisor(quotient)),
            BinaryNode binary => new BinaryNode(binary.Operator, Bind(binary.Left), Bind(binary.Right)),
            CallNode { Function: "pow" } power => new BinaryNode('^', Bind(power.Arguments[0]), Exponent(power.Arguments[1])),
            CallNode call => new CallNode(call.Function, call.Arguments.Select(Bind).ToEquatableArray()),
            _ => throw new ArgumentException("Not a node of a formula.", nameof(node)),
        };
    }

    private FormulaNode Constant(FormulaNode node) => BindNumber(node) is not { } bound ? node
        : IsLiteral(node) ? bound.Tree
        : new FieldNode(Field(node, bound));

    private FormulaNode Exponent(FormulaNode node)
    {
        if (_variable.Contains(node))
            return Bind(node);
        if (BindNumber(node) is not { } bound)
            return node;
        return IsLiteral(bound.Tree) ? new NumberNode(bound.Value, Words.Number(bound.Value)) : new FieldNode(Field(node, bound));
    }

    private FormulaNode Divisor(BinaryNode quotient)
    {
        if (!_variable.Contains(quotient.Right) && BindNumber(quotient.Right) is { Value: 0 })
            _errors.Add(new FormulaError(DiagnosticCatalog.FormulaValue, _formula.OffsetOf(quotient), 1, "This '/' divides by zero."));
        return Bind(quotient.Right);
    }

    private BoundFormula? BindNumber(FormulaNode node)
    {
        var (bound, errors, nodes) = FormulaBinder.Bind(_formula, node, FormulaPrinter.Print(node), _scope);
        _nodes += nodes;
        _errors.AddRange(errors.Where(error => !_errors.Contains(error)));
        _isUnknown |= bound is null;
        return bound;
    }

    private string Field(FormulaNode node, BoundFormula value)
    {
        if (_fields.FirstOrDefault(field => field.Value.Written == value.Written) is { } known)
            return known.Name;
        string name = node is NameNode given ? given.Name
            : Enumerable.Range(1, int.MaxValue).Select(i => $"c{i}").First(c => !_scope.TryGet(c, out _) && _fields.All(f => f.Name != c));
        _fields.Add(new Argument(name, value));
        return name;
    }

    /// <summary>Decimals, pi and + - * / of them: what every compiler computes to the same bits.</summary>
    private static bool IsLiteral(FormulaNode node) => node switch
    {
        NumberNode => true,
        NameNode name => name.Name == "pi",
        NegateNode negate => IsLiteral(negate.Operand),
        BinaryNode binary => binary.Operator != '^' && IsLiteral(binary.Left) && IsLiteral(binary.Right),
        _ => false,
    };

    private void RefuseAxis(FormulaNode node)
    {
        if (node is NameNode { Name: "x" })
            Error(
                DiagnosticCatalog.FormulaName, node,
                "'x' is what an activation is applied to, and an axis of the matrix as well. Give the axis another name.");
        foreach (var child in FormulaKinds.Children(node))
            RefuseAxis(child);
    }

    private void Error(DiagnosticRule rule, FormulaNode node, string message) =>
        _errors.Add(new FormulaError(rule, _formula.OffsetOf(node), FormulaKinds.LengthOf(node), message));
}
