using FanIn.Dsl.Model;

namespace FanIn.Dsl.Formulas;

/// <summary>Turns the tree of an activation's formula into terms.</summary>
internal sealed class TermReader(TermGraph graph)
{
    /// <summary>The term of a tree of numbers, fields and x.</summary>
    public Term Read(FormulaNode node) => node switch
    {
        NumberNode number => graph.Number(number.Value, number),
        VariableNode => graph.Variable,
        FieldNode field => graph.Field(field.Name),
        NegateNode negate => graph.Negate(Read(negate.Operand)),
        BinaryNode binary => Binary(binary.Operator, Read(binary.Left), Read(binary.Right)),
        CallNode { Function: "where" } choice => Choice((ComparisonNode)choice.Arguments[0], choice.Arguments[1], choice.Arguments[2]),
        CallNode { Function: "pow" } power => TermPowers.Power(graph, Read(power.Arguments[0]), Read(power.Arguments[1])),
        CallNode { Function: "min" or "max" } extreme =>
            graph.Extreme(extreme.Function, Read(extreme.Arguments[0]), Read(extreme.Arguments[1])),
        CallNode call => graph.Call(call.Function, Read(call.Arguments[0])),
        _ => throw new ArgumentException("Not a node of an activation's formula.", nameof(node)),
    };

    private Term Binary(char op, Term left, Term right) => op switch
    {
        '+' => graph.Add(left, right),
        '-' => graph.Subtract(left, right),
        '*' => graph.Multiply(left, right),
        '/' => graph.Divide(left, right),
        _ => TermPowers.Power(graph, left, right),
    };

    /// <summary>Three conditions are enough: sides, or the two values, change places for the others.</summary>
    private Term Choice(ComparisonNode condition, FormulaNode yes, FormulaNode no)
    {
        var (left, right) = (Read(condition.Left), Read(condition.Right));
        var test = condition.Operator switch
        {
            "<" => graph.Compare(TermKind.Less, left, right),
            "<=" => graph.Compare(TermKind.LessOrEqual, left, right),
            ">" => graph.Compare(TermKind.Less, right, left),
            ">=" => graph.Compare(TermKind.LessOrEqual, right, left),
            _ => graph.Compare(TermKind.Equal, left, right),
        };
        return condition.Operator == "!=" ? graph.Where(test, Read(no), Read(yes)) : graph.Where(test, Read(yes), Read(no));
    }
}
