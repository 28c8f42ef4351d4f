using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;

namespace FanIn.Dsl.Formulas;

/// <summary>Tells conditions from numbers: a comparison stands as the first argument of <c>where</c>, and nowhere else.</summary>
internal static class FormulaKinds
{
    private const string NoNumber =
        "A comparison is no number: it can only be the condition of where(condition, yes, no).";

    /// <summary>What is wrong in the tree, in no particular order.</summary>
    public static IEnumerable<FormulaError> Check(FormulaNode tree, Func<FormulaNode, int> offsetOf)
    {
        var errors = new List<FormulaError>();
        Walk(tree, mustBeCondition: false);
        return errors;

        void Walk(FormulaNode node, bool mustBeCondition)
        {
            if (node is ComparisonNode comparison && !mustBeCondition)
                Refuse(node, comparison.Operator.Length, NoNumber);
            if (node is not ComparisonNode && mustBeCondition)
                Refuse(node, LengthOf(node), "where's first argument must be a comparison, as in where(x > 0, x, 0).");
            var children = Children(node);
            for (int i = 0; i < children.Count; i++)
                Walk(children[i], node is CallNode { Function: "where" } && i == 0);
        }

        void Refuse(FormulaNode node, int length, string message) =>
            errors.Add(new FormulaError(DiagnosticCatalog.FormulaSyntax, offsetOf(node), length, message));
    }

    /// <summary>The nodes below a node, from left to right.</summary>
    public static IReadOnlyList<FormulaNode> Children(FormulaNode node) => node switch
    {
        NegateNode negate => [negate.Operand],
        BinaryNode binary => [binary.Left, binary.Right],
        ComparisonNode comparison => [comparison.Left, comparison.Right],
        CallNode call => call.Arguments,
        _ => [],
    };

    /// <summary>Length of a node's own token; a number's may be written in more ways than one, and its first digit is enough.</summary>
    public static int LengthOf(FormulaNode node) => node switch
    {
        NameNode name => name.Name.Length,
        CallNode call => call.Function.Length,
        _ => 1,
    };
}
