using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Theory;

namespace FanIn.Dsl.Advice;

/// <summary>
/// The values of an initialiser's numbers. Those that follow from the theory of an activation have none when they are bound: here they
/// are computed, as a run will.
/// </summary>
internal sealed class TheoryNumbers(ScalarActivations activations, IEnumerable<RuntimeParameter> parameters)
{
    private readonly Dictionary<string, double> _parameters =
        parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Default.Value, StringComparer.Ordinal);

    /// <summary>The number of that name; NaN where theory has none, as for the edge of chaos of softplus.</summary>
    public double Of(Initialiser initialiser, string name)
    {
        var value = initialiser.Arguments.First(argument => argument.Name == name).Value;
        return initialiser.Theory is { } activation ? Value(value.Tree, activation) : value.Value;
    }

    private double Value(FormulaNode node, Activation activation) => node switch
    {
        NumberNode number => number.Value,
        SettingNode setting => Value(setting.Default, activation),
        ParameterNode parameter => _parameters[parameter.Name],
        TheoryNode theory => Theory(theory, activation),
        NegateNode negate => -Value(negate.Operand, activation),
        BinaryNode binary =>
            FormulaFunctions.Compute(binary.Operator, Value(binary.Left, activation), Value(binary.Right, activation)),
        ComparisonNode comparison =>
            FormulaFunctions.Holds(comparison.Operator, Value(comparison.Left, activation), Value(comparison.Right, activation)) ? 1 : 0,
        CallNode call => FormulaFunctions.Compute(call.Function, [.. call.Arguments.Select(argument => Value(argument, activation))]),
        _ => double.NaN,
    };

    private double Theory(TheoryNode node, Activation activation)
    {
        if (activations.Find(activation) is not { } function)
            return double.NaN;
        var theory = ActivationTheory.Of(function);
        double argument = node.Argument is null ? 0 : Value(node.Argument, activation);
        return node.Quantity switch
        {
            TheoryQuantity.Gain => 1 / Math.Sqrt(theory.Moments(1).Second),
            TheoryQuantity.SigmaWForBias => theory.CriticalForBias(argument)?.SigmaW ?? double.NaN,
            TheoryQuantity.SigmaWForVariance => theory.CriticalForVariance(argument)?.SigmaW ?? double.NaN,
            _ => theory.CriticalForVariance(argument)?.SigmaB ?? double.NaN,
        };
    }
}
