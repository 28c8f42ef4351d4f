using FanIn.Dsl.Text;

namespace FanIn.Dsl.Vocabulary;

/// <summary>
/// The activations' part of the table: every elementwise function of PyTorch's torch.nn, Keras 3 and jax.nn, and some of the theory's.
/// </summary>
internal static partial class Activations
{
    public static VocabularyTable<ActivationEntry> Table { get; } = new(
        "Activations",
        "activation",
        [.. Classics(), .. Rectifiers(), .. Exponentials(), .. Gates(), .. Sigmoids(), .. Shrinkages(), .. Others()]);

    private static ActivationEntry Entry(
        string name, string type, string formula, string documentation, (string? Torch, string? Keras, string? Jax) libraries,
        params ParameterEntry[] parameters) =>
        new(name, EquatableArray<string>.Empty, new(parameters), type, formula, documentation) { Libraries = Named(libraries) };

    /// <summary>A number of any size.</summary>
    private static ParameterEntry Number(string name, string? standard, string documentation) =>
        new(name, standard, double.NegativeInfinity, documentation);

    /// <summary>A number that is not negative.</summary>
    private static ParameterEntry NotNegative(string name, string standard, string documentation) => new(name, standard, 0, documentation);

    /// <summary>A number above 0.</summary>
    private static ParameterEntry Positive(string name, string standard, string documentation) =>
        new(name, standard, 0, documentation) { ExcludesMinimum = true };

    private static ActivationEntry Also(this ActivationEntry entry, params string[] aliases) => entry with { Aliases = new(aliases) };

    private static EquatableArray<LibraryName> Named((string? Torch, string? Keras, string? Jax) names)
    {
        (string Library, string? Name)[] all = [("PyTorch", names.Torch), ("Keras", names.Keras), ("JAX", names.Jax)];
        return all.Where(pair => pair.Name is not null).Select(pair => new LibraryName(pair.Library, pair.Name!)).ToEquatableArray();
    }
}
