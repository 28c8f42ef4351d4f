using FanIn.Dsl.Model;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Vocabulary;

/// <summary>How a tensor is drawn.</summary>
/// <param name="Name"><c>he_normal</c>.</param>
/// <param name="Aliases"><c>kaiming_normal</c>.</param>
/// <param name="Parameters">What the file may give.</param>
/// <param name="Plan">What is drawn, for what the file gives and the layer that it stands in.</param>
/// <param name="Documentation">One line of documentation.</param>
public sealed record InitialiserEntry(
    string Name,
    EquatableArray<string> Aliases,
    EquatableArray<ParameterEntry> Parameters,
    Func<InitialiserChoice, InitialiserPlan> Plan,
    string Documentation) : IVocabularyEntry
{
    /// <summary>Where it can stand.</summary>
    public InitialiserPlace Place { get; init; }

    /// <summary>Where its formula comes from: paper and equation; empty for what needs no source.</summary>
    public string Source { get; init; } = "";

    /// <summary>What other libraries call it, and where they differ; empty where they don't have it.</summary>
    public string Elsewhere { get; init; } = "";

    /// <summary>What is drawn in a hidden layer of a deep network when the file gives the name alone.</summary>
    public InitialiserPlan Standard => Plan(InitialiserChoice.Standard(Parameters));

    /// <summary>Whether it needs a layer's fan_in and fan_out.</summary>
    public bool NeedsFans => Place != InitialiserPlace.AnyTensor;

    /// <summary>What it takes from the stream, in which order.</summary>
    public string Draws => Standard.Draws;
}

/// <summary>Where an initialiser can stand.</summary>
public enum InitialiserPlace
{
    /// <summary>Input, weights and bias.</summary>
    AnyTensor,

    /// <summary>Weights and bias, of whose layer it uses the fans.</summary>
    Layer,

    /// <summary>Weights.</summary>
    Weights,
}
