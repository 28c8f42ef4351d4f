using FanIn.Dsl.Model;
using FanIn.Theory.Activations;

namespace FanIn.Dsl.Formulas;

/// <summary>
/// An activation's formula as functions of one float64, for theory, documents and pictures: φ, φ′ and the kinks. The bits are the same on
/// every machine, and not those of a run, whose functions are others.
/// </summary>
public sealed class FormulaFunction : IScalarActivation
{
    private readonly TermProgram _value;
    private readonly TermProgram _derivative;

    private FormulaFunction(FormulaNode tree, IReadOnlyDictionary<string, double> fields)
    {
        var terms = ActivationTerms.Of(tree);
        _value = new TermProgram(terms.Value, fields);
        _derivative = new TermProgram(terms.Derivative, fields);
        Kinks = KinkSearch.Find(terms, fields);
    }

    /// <summary>
    /// Where φ or φ′ may not be smooth, ascending. Borders that are straight lines in x are solved; of others those that a search over
    /// [−64, 64] finds, to the last bit but one.
    /// </summary>
    public IReadOnlyList<double> Kinks { get; }

    /// <summary>φ(x); NaN for NaN.</summary>
    public double Value(double x) => _value.Run(x);

    /// <summary>φ′(x), at a kink that of the branch x ≤ kink; NaN for NaN.</summary>
    public double Derivative(double x) => _derivative.Run(x);

    /// <summary>The function of an activation that a file gives as a formula.</summary>
    /// <exception cref="ArgumentException">The activation has no formula.</exception>
    public static FormulaFunction Of(Activation activation) => new(
        activation.Formula ?? throw new ArgumentException($"{activation.Written} is no formula.", nameof(activation)),
        activation.Arguments.ToDictionary(argument => argument.Name, argument => argument.Value.Value, StringComparer.Ordinal));

    /// <summary>The function of a formula over x and named numbers.</summary>
    /// <param name="formula">As a file writes it: <c>where(x &gt; 0, x, slope * x)</c>.</param>
    /// <param name="numbers">The values of its names, beside pi.</param>
    /// <exception cref="FormatException">The formula has an error, which the message names.</exception>
    public static FormulaFunction Parse(string formula, IReadOnlyDictionary<string, double>? numbers = null)
    {
        var names = (numbers ?? new Dictionary<string, double>())
            .Select(pair => new KeyValuePair<string, ScopeValue?>(pair.Key, ScopeValue.Of(pair.Value)));
        var parsed = FormulaParser.Parse(formula);
        var (bound, errors, _) = ActivationFormulaBinder.Bind(parsed, Scope.Constants.With(names));
        if (bound is null)
            throw new FormatException($"{formula}: {string.Join(" ", errors.Select(error => error.Message))}");
        var fields = bound.Fields.ToDictionary(field => field.Name, field => field.Value.Value, StringComparer.Ordinal);
        return new FormulaFunction(bound.Tree, fields);
    }
}
