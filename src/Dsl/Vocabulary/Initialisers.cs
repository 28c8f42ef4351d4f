using FanIn.Dsl.Text;

namespace FanIn.Dsl.Vocabulary;

/// <summary>The initialisers' part of the table.</summary>
internal static partial class Initialisers
{
    // A constructor runs when the fields of all parts are set.
    static Initialisers() => Table = new(
        "Initialisers",
        "initialiser",
        [.. Distributions(), .. Scaled(), .. Matrices(), .. FromData(), .. FromTheory(), .. Presets()]);

    public static VocabularyTable<InitialiserEntry> Table { get; }

    private static ParameterEntry Number(string name, string standard, string documentation) =>
        new(name, standard, double.NegativeInfinity, documentation);

    private static ParameterEntry AtLeast(double minimum, string name, string standard, string documentation) =>
        new(name, standard, minimum, documentation);

    private static EquatableArray<string> Names(params string[] names) => new(names);

    private static EquatableArray<ParameterEntry> Takes(params ParameterEntry[] parameters) => new(parameters);
}
