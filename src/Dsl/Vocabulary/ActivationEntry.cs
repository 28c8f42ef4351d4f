using FanIn.Dsl.Formulas;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Vocabulary;

/// <summary>An elementwise function φ.</summary>
/// <param name="Name"><c>tanh</c>.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Parameters">What the file may give, in the order of the runtime type's constructor.</param>
/// <param name="RuntimeType">The type in FanIn.Runtime.Activations: <c>Tanh</c>.</param>
/// <param name="Formula">
/// φ in the language of formulas, over <c>x</c> and the parameters. At a kink the branch to its left is written with <c>&lt;=</c>.
/// </param>
/// <param name="Documentation">One line of documentation.</param>
public sealed record ActivationEntry(
    string Name,
    EquatableArray<string> Aliases,
    EquatableArray<ParameterEntry> Parameters,
    string RuntimeType,
    string Formula,
    string Documentation) : IVocabularyEntry
{
    /// <summary>What PyTorch, Keras and JAX call it; none for what they do not have.</summary>
    public EquatableArray<LibraryName> Libraries { get; init; } = EquatableArray<LibraryName>.Empty;

    /// <summary>Where the libraries differ, or where it differs from them; null where all agree.</summary>
    public string? Note { get; init; }

    /// <summary>Numbers to show it with, where it has no defaults.</summary>
    public EquatableArray<double> Example { get; init; } = EquatableArray<double>.Empty;

    /// <summary>The parameters' defaults, or the example's numbers.</summary>
    public IReadOnlyList<double> Numbers => Example.Count > 0 ? Example : [.. Parameters.Select(parameter => Value(parameter.Default!))];

    /// <summary>Whether each of its parameters has to be above the one before.</summary>
    public bool ParametersAscend { get; init; }

    private static double Value(string formula) => FormulaBinder.Bind(FormulaParser.Parse(formula), Scope.Constants).Bound!.Value;
}

/// <summary>A name in another library.</summary>
/// <param name="Library"><c>PyTorch</c>.</param>
/// <param name="Name"><c>nn.SiLU</c>; several are separated by a comma.</param>
public sealed record LibraryName(string Library, string Name);
