using FanIn.Dsl.Model;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Formulas;

/// <summary>Formulas that stand in no file, such as those of a command line.</summary>
public static class FormulaText
{
    /// <summary>The formula with its names replaced by their numbers, or what is wrong with it, in one sentence.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="names">The names that it may use, besides pi.</param>
    public static (BoundFormula? Bound, string? Error) Bind(string text, IEnumerable<KeyValuePair<string, double>> names)
    {
        var scope = Scope.Constants.With(names.Select(pair => new KeyValuePair<string, ScopeValue?>(pair.Key, ScopeValue.Of(pair.Value))));
        var (bound, errors, _) = FormulaBinder.Bind(FormulaParser.Parse(text), scope);
        return (bound, bound is null ? errors[0].Message : null);
    }
}
