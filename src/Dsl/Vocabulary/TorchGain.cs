using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;

namespace FanIn.Dsl.Vocabulary;

/// <summary>torch.nn.init.calculate_gain, as it is: 5/3 for tanh and 3/4 for selu are its own, not theory's.</summary>
internal static class TorchGain
{
    private static readonly Dictionary<string, string> Formulas = new(StringComparer.Ordinal)
    {
        ["identity"] = "1",
        ["sigmoid"] = "1",
        ["tanh"] = "5 / 3",
        ["relu"] = "sqrt(2)",
        ["leaky_relu"] = "sqrt(2 / (1 + slope ^ 2))",
        ["selu"] = "3 / 4",
    };

    /// <summary>The activations that it knows.</summary>
    public static IEnumerable<string> Names => Formulas.Keys;

    /// <summary>The gain as a formula, with the activation's own numbers in; null for an activation that it does not know.</summary>
    public static ScopeValue? Of(Activation activation)
    {
        if (!Formulas.TryGetValue(activation.Name, out string? formula))
            return null;
        var numbers = activation.Arguments.Select(argument =>
            new KeyValuePair<string, ScopeValue?>(argument.Name, new ScopeValue(argument.Value.Tree, argument.Value.Value)));
        var bound = FormulaBinder.Bind(FormulaParser.Parse(formula), Scope.Constants.With(numbers)).Bound!;
        return new(bound.Tree, bound.Value);
    }
}
