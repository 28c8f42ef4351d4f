using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Text;
using FanIn.Theory.Networks;

namespace FanIn.Dsl.Vocabulary;

/// <summary>Something that theory finds wrong with a network before anything is drawn: the word that <c>allow</c> knows it by.</summary>
/// <param name="Name"><c>vanishing_signal</c>.</param>
/// <param name="Kind">What theory calls it.</param>
/// <param name="Rule">The warning.</param>
/// <param name="Documentation">When it holds, in one line.</param>
public sealed record FindingEntry(string Name, FindingKind Kind, DiagnosticRule Rule, string Documentation) : IVocabularyEntry
{
    /// <summary>The id of its rule.</summary>
    public EquatableArray<string> Aliases => new([Rule.Id]);
}

/// <summary>The findings' part of the table.</summary>
internal static class Findings
{
    public static VocabularyTable<FindingEntry> Table { get; } = new(
        "Warnings",
        "warning",
        Entry("vanishing_signal", FindingKind.VanishingSignal, "rms z of a layer is below 1/20 of the first layer's."),
        Entry("exploding_signal", FindingKind.ExplodingSignal, "rms z of a layer is above 20 times the first layer's."),
        Entry(
            "saturation", FindingKind.Saturation, "More than 25 % of the pre-activations lie where the slope is below 5 % of its largest."),
        Entry("vanishing_gradient", FindingKind.VanishingGradient, "rms dL/da of the first layer is below 1/20 of the last layer's."),
        Entry("exploding_gradient", FindingKind.ExplodingGradient, "rms dL/da of the first layer is above 20 times the last layer's."),
        Entry("indistinguishable_inputs", FindingKind.IndistinguishableInputs, "1 - c is below 0.005, c the correlation of two inputs."),
        Entry("chaotic", FindingKind.Chaotic, "Two inputs next to each other come apart by more than 20."),
        Entry("dead_units", FindingKind.DeadUnits, "More than a third of the units answers no input of the batch."),
        Entry("symmetric_units", FindingKind.SymmetricUnits, "All weights of a layer are one number: its units are equal."));

    private static FindingEntry Entry(string name, FindingKind kind, string documentation) =>
        new(name, kind, DiagnosticCatalog.Advice[(int)kind - 1], documentation);
}
