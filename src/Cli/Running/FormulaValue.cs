using FanIn.Cli.Hosting;
using FanIn.Dsl.Model;
using FanIn.Runtime.Numerics;

namespace FanIn.Cli.Running;

/// <summary>The value of a formula by the runtime's own functions: the bits that generated code would give.</summary>
internal static class FormulaValue
{
    /// <exception cref="UserErrorException">The formula has something that command lines don't know.</exception>
    public static double Of(FormulaNode node) => node switch
    {
        NumberNode number => number.Value,
        NegateNode negate => -Of(negate.Operand),
        BinaryNode { Operator: '+' } sum => Of(sum.Left) + Of(sum.Right),
        BinaryNode { Operator: '-' } difference => Of(difference.Left) - Of(difference.Right),
        BinaryNode { Operator: '*' } product => Of(product.Left) * Of(product.Right),
        BinaryNode { Operator: '/' } quotient => Of(quotient.Left) / Of(quotient.Right),
        BinaryNode { Operator: '^' } power => Formula.Pow(Of(power.Left), Of(power.Right)),
        CallNode call => Call(call.Function, [.. call.Arguments.Select(Of)]),
        _ => throw new UserErrorException("--set takes numbers and formulas over them."),
    };

    private static double Call(string function, double[] x) => (function, x.Length) switch
    {
        ("sqrt", 1) => Formula.Sqrt(x[0]),
        ("exp", 1) => Formula.Exp(x[0]),
        ("log", 1) => Formula.Log(x[0]),
        ("abs", 1) => Formula.Abs(x[0]),
        ("min", 2) => Formula.Min(x[0], x[1]),
        ("max", 2) => Formula.Max(x[0], x[1]),
        ("pow", 2) => Formula.Pow(x[0], x[1]),
        _ => throw new UserErrorException($"--set does not know the function '{function}'."),
    };
}
