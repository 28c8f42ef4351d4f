using FanIn.Dsl.Model;

namespace FanIn.Generator.Writing;

/// <summary>A bound formula as a C# expression over the runtime's own functions, with no more parentheses than it needs.</summary>
internal static class FormulaPrinter
{
    private const int Sum = 1;
    private const int Product = 2;
    private const int Sign = 3;
    private const int Primary = 4;

    /// <summary>The expression; of type double whatever its numbers look like.</summary>
    public static string Print(BoundFormula formula) => Print(formula.Tree);

    /// <summary>The formula as the file has it, or nothing where that says no more than the number does.</summary>
    public static string Remark(BoundFormula formula) => IsNumber(formula.Tree) ? "" : formula.Written;

    private static bool IsNumber(FormulaNode node) => node switch
    {
        SettingNode setting => IsNumber(setting.Default),
        NegateNode { Operand: NumberNode } or NumberNode or ParameterNode => true,
        _ => false,
    };

    /// <summary>The expression of a tree without names.</summary>
    public static string Print(FormulaNode node) => node switch
    {
        NumberNode number => NumberLiteral.Print(number),
        NegateNode negate => "-" + Print(negate.Operand, Primary),
        BinaryNode { Operator: '^' } power => Call("Pow", [power.Left, power.Right]),
        BinaryNode binary => PrintBinary(binary),
        ComparisonNode comparison => $"{Print(comparison.Left, Sum)} {comparison.Operator} {Print(comparison.Right, Sum)}",
        CallNode { Function: "where" } choice =>
            $"({Print(choice.Arguments[0])} ? {Print(choice.Arguments[1])} : {Print(choice.Arguments[2])})",
        TheoryNode theory => Theory(theory),
        ParameterNode parameter => parameter.PropertyName,
        SettingNode setting => $"Setting({Escape.Literal(setting.Name)}, {Print(setting.Default)})",
        CallNode call => Call(Capitalised(call.Function), call.Arguments),
        _ => throw new InvalidOperationException($"A bound formula has no {node.GetType().Name}."),
    };

    /// <summary>A member of the object that knows the activation's theory.</summary>
    public static string Theory(TheoryNode node) =>
        $"{node.Field}.{node.Quantity}{(node.Argument is null ? "" : $"({Print(node.Argument)})")}";

    /// <summary>Floating-point addition is not associative: <c>a + (b + c)</c> keeps its parentheses.</summary>
    private static string PrintBinary(BinaryNode binary)
    {
        int precedence = Precedence(binary);
        return $"{Print(binary.Left, precedence)} {binary.Operator} {Print(binary.Right, precedence + 1)}";
    }

    private static string Print(FormulaNode node, int atLeast) => Precedence(node) < atLeast ? $"({Print(node)})" : Print(node);

    private static int Precedence(FormulaNode node) => node switch
    {
        BinaryNode { Operator: '+' or '-' } => Sum,
        BinaryNode { Operator: '*' or '/' } => Product,
        NegateNode => Sign,
        NumberNode number => NumberLiteral.IsSigned(number) ? Sign : Primary,
        _ => Primary,
    };

    /// <summary>
    /// min and max take any number of arguments in a formula and two in the runtime. Their calls are nested in halves,
    /// as the compiler gives up on expressions that are nested a thousand deep.
    /// </summary>
    private static string Call(string function, IReadOnlyList<FormulaNode> arguments)
    {
        string[] printed = [.. arguments.Select(argument => Print(argument))];
        return printed.Length == 1 ? $"{Names.Formula}.{function}({printed[0]})" : Fold(0, printed.Length);

        string Fold(int from, int to) => to - from == 1
            ? printed[from]
            : $"{Names.Formula}.{function}({Fold(from, (from + to) / 2)}, {Fold((from + to) / 2, to)})";
    }

    private static string Capitalised(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
