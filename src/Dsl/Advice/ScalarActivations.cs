using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Theory.Activations;

namespace FanIn.Dsl.Advice;

/// <summary>The activations of a file as functions of a number, each once.</summary>
/// <param name="formulas">What becomes of the function of a formula before it is used.</param>
internal sealed class ScalarActivations(Func<IScalarActivation, IScalarActivation> formulas)
{
    private readonly Dictionary<string, IScalarActivation> _formulas = new(StringComparer.Ordinal);

    /// <summary>The function; null for a type of the user's own.</summary>
    public IScalarActivation? Find(Activation activation)
    {
        if (activation.Own is not null)
            return null;
        if (activation.IsBuiltIn)
            return activation.Arguments.Count == 0 ? StandardActivations.Find(activation.Name) : StandardActivations.Find(
                activation.Name,
                activation.Arguments.ToDictionary(argument => argument.Name, argument => argument.Value.Value, StringComparer.Ordinal));

        // A file has one type for each formula.
        string key =
            string.Join(" ", activation.Arguments.Select(argument => Words.Number(argument.Value.Value)).Prepend(activation.RuntimeType));
        if (!_formulas.TryGetValue(key, out var function))
            _formulas[key] = function = formulas(FormulaFunction.Of(activation));
        return function;
    }
}
