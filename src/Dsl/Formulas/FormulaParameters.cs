using FanIn.Dsl.Model;

namespace FanIn.Dsl.Formulas;

/// <summary>Which formulas wait for the run.</summary>
public static class FormulaParameters
{
    /// <summary>Whether its value is known when the experiment runs and not before.</summary>
    public static bool UsesParameters(FormulaNode node) => node switch
    {
        ParameterNode => true,
        SettingNode setting => UsesParameters(setting.Default),
        NegateNode negate => UsesParameters(negate.Operand),
        BinaryNode binary => UsesParameters(binary.Left) || UsesParameters(binary.Right),
        ComparisonNode comparison => UsesParameters(comparison.Left) || UsesParameters(comparison.Right),
        CallNode call => call.Arguments.Any(UsesParameters),
        TheoryNode { Argument: { } argument } => UsesParameters(argument),
        _ => false,
    };
}
