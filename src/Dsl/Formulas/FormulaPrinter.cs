using FanIn.Dsl.Model;

namespace FanIn.Dsl.Formulas;

/// <summary>Prints a formula in the language that it was read from, with the parentheses it needs and no others.</summary>
public static class FormulaPrinter
{
    private const int ComparisonLevel = 0;
    private const int SumLevel = 1;
    private const int ProductLevel = 2;
    private const int UnaryLevel = 3;
    private const int PowerLevel = 4;
    private const int AtomLevel = 5;

    /// <summary>Text that reads back as an equal tree.</summary>
    public static string Print(FormulaNode node) => Print(node, ComparisonLevel);

    private static string Print(FormulaNode node, int least)
    {
        var (text, level) = node switch
        {
            NumberNode number => (number.Lexeme, number.Lexeme.StartsWith("-", StringComparison.Ordinal) ? UnaryLevel : AtomLevel),
            NameNode name => (name.Name, AtomLevel),
            VariableNode => ("x", AtomLevel),
            FieldNode field => (field.Name, AtomLevel),
            TheoryNode theory => (Theory(theory), AtomLevel),
            ParameterNode parameter => (parameter.Name, AtomLevel),
            SettingNode setting => (Print(setting.Default, least), AtomLevel),
            NegateNode negate => ("-" + Print(negate.Operand, UnaryLevel), UnaryLevel),
            CallNode call => ($"{call.Function}({string.Join(", ", call.Arguments.Select(argument => Print(argument)))})", AtomLevel),
            BinaryNode { Operator: '^' } power => ($"{Print(power.Left, AtomLevel)}^{Print(power.Right, UnaryLevel)}", PowerLevel),
            BinaryNode { Operator: '*' or '/' } product => (Infix(product, ProductLevel), ProductLevel),
            BinaryNode sum => (Infix(sum, SumLevel), SumLevel),
            ComparisonNode comparison => (
                $"{Print(comparison.Left, SumLevel)} {comparison.Operator} {Print(comparison.Right, SumLevel)}", ComparisonLevel),
            _ => throw new ArgumentException("Not a node of a formula.", nameof(node)),
        };
        return level < least ? $"({text})" : text;
    }

    /// <summary>For readers: <c>gain(tanh)</c>, <c>sigma_w(tanh, sigma_b: 0.05)</c>.</summary>
    private static string Theory(TheoryNode node)
    {
        string argument = node.Argument is null ? "" : Print(node.Argument);
        return node.Quantity switch
        {
            TheoryQuantity.Gain => $"gain({node.Activation})",
            TheoryQuantity.SigmaWForBias => $"sigma_w({node.Activation}, sigma_b: {argument})",
            TheoryQuantity.SigmaWForVariance => $"sigma_w({node.Activation}, q: {argument})",
            _ => $"sigma_b({node.Activation}, q: {argument})",
        };
    }

    private static string Infix(BinaryNode node, int level) => $"{Print(node.Left, level)} {node.Operator} {Print(node.Right, level + 1)}";
}
