using System.Numerics;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Vocabulary;

/// <summary>A name that a YAML file can use.</summary>
public interface IVocabularyEntry
{
    /// <summary>The canonical name.</summary>
    string Name { get; }

    /// <summary>Other names of the same thing.</summary>
    EquatableArray<string> Aliases { get; }

    /// <summary>One line of documentation.</summary>
    string Documentation { get; }
}


/// <summary>Where random numbers come from.</summary>
/// <param name="Name"><c>numpy-legacy</c>.</param>
/// <param name="RuntimeMember">The member of FanIn.Runtime.Streams.RandomStream: <c>NumpyLegacy</c>.</param>
/// <param name="LargestSeed">The largest number that it takes as a seed.</param>
/// <param name="Forms">The forms of seeds that it takes besides numbers.</param>
/// <param name="Documentation">One line of documentation.</param>
public sealed record StreamEntry(
    string Name, string RuntimeMember, BigInteger LargestSeed, SeedForms Forms, string Documentation) : IVocabularyEntry
{
    /// <summary>The seeds that it takes, in words: <c>0 to 4294967295, lists of 32-bit words</c>.</summary>
    public string Seeds
    {
        get
        {
            string lists = Forms.HasFlag(SeedForms.Words) ? ", lists of 32-bit words" : "";
            string spawned = Forms.HasFlag(SeedForms.Spawned) ? ", spawned seeds" : "";
            return $"0 to {Words.Largest(LargestSeed)}{lists}{spawned}{(Forms.HasFlag(SeedForms.Key) ? ", a key and a counter" : "")}";
        }
    }

    /// <inheritdoc/>
    public EquatableArray<string> Aliases => EquatableArray<string>.Empty;
}

/// <summary>Forms of seeds besides numbers.</summary>
[Flags]
public enum SeedForms
{
    /// <summary>Numbers alone.</summary>
    None = 0,

    /// <summary><c>[1, 2, 3]</c>.</summary>
    Words = 1,

    /// <summary><c>{ entropy: 42, spawn_key: [0] }</c>.</summary>
    Spawned = 2,

    /// <summary><c>{ key: 1, counter: 0 }</c>.</summary>
    Key = 4,
}

/// <summary>The type of tensors and of their arithmetic.</summary>
/// <param name="Name"><c>float64</c>.</param>
/// <param name="RuntimeType">The C# type: <c>double</c>.</param>
/// <param name="Documentation">One line of documentation.</param>
public sealed record DtypeEntry(string Name, string RuntimeType, string Documentation) : IVocabularyEntry
{
    /// <inheritdoc/>
    public EquatableArray<string> Aliases => EquatableArray<string>.Empty;
}

/// <summary>A kind of layer.</summary>
/// <param name="Name"><c>dense</c>: the key whose value says more of the layer.</param>
/// <param name="Parameters">The numbers that the value may give.</param>
/// <param name="RuntimeType">The type in FanIn.Runtime.Layers: <c>DenseLayer</c>.</param>
/// <param name="Formula">What the layer computes, for readers.</param>
/// <param name="Documentation">One line of documentation.</param>
public sealed record LayerEntry(
    string Name, EquatableArray<ParameterEntry> Parameters, string RuntimeType, string Formula, string Documentation) : IVocabularyEntry
{
    /// <inheritdoc/>
    public EquatableArray<string> Aliases => EquatableArray<string>.Empty;
}

/// <summary>A tensor that can be observed.</summary>
/// <param name="Name"><c>activations</c>.</param>
/// <param name="RuntimeMember">The member of FanIn.Runtime.Results.LayerResult: <c>Activations</c>.</param>
/// <param name="Documentation">One line of documentation.</param>
public sealed record ObservableEntry(string Name, string RuntimeMember, string Documentation) : IVocabularyEntry
{
    /// <summary>The tensor that it is observed with, on the same bins; null when <c>observe</c> names it itself.</summary>
    public string? ObservedWith { get; init; }

    /// <summary>
    /// Whether only experiments with <c>backward</c> have it; they observe it even where <c>observe</c> does not name it.
    /// </summary>
    public bool IsGradient { get; init; }

    /// <inheritdoc/>
    public EquatableArray<string> Aliases => EquatableArray<string>.Empty;
}

/// <summary>A kind of figure that is drawn where it is asked for.</summary>
/// <param name="Name"><c>heat_map</c>.</param>
/// <param name="RuntimeMember">The member of FanIn.Runtime.Definitions.FigureKind: <c>HeatMap</c>.</param>
/// <param name="Documentation">One line of documentation.</param>
public sealed record FigureEntry(string Name, string RuntimeMember, string Documentation) : IVocabularyEntry
{
    /// <inheritdoc/>
    public EquatableArray<string> Aliases => EquatableArray<string>.Empty;
}

/// <summary>A group of statistics that <c>observe</c> names, since they cost more than moments.</summary>
/// <param name="Name"><c>spectrum</c>.</param>
/// <param name="RuntimeMember">The member of FanIn.Runtime.Definitions.DiagnosticGroups: <c>Spectrum</c>.</param>
/// <param name="Cost">What it costs, for readers.</param>
/// <param name="Documentation">One line of documentation.</param>
public sealed record DiagnosticEntry(string Name, string RuntimeMember, string Cost, string Documentation) : IVocabularyEntry
{
    /// <summary>Whether there is nothing of it without <c>backward</c>.</summary>
    public bool NeedsBackward { get; init; }

    /// <inheritdoc/>
    public EquatableArray<string> Aliases => EquatableArray<string>.Empty;
}

/// <summary>A statistic of a layer's tensor.</summary>
/// <param name="Name">As the results write it: <c>std</c>.</param>
/// <param name="RuntimeMember">
/// The member of FanIn.Runtime.Results that holds it, from LayerResult or its TensorStatistics: <c>Std</c>, <c>Split.UnitShare</c>.
/// </param>
/// <param name="Of">Whose statistic it is.</param>
/// <param name="Documentation">One line of documentation.</param>
public sealed record StatisticEntry(string Name, string RuntimeMember, StatisticOf Of, string Documentation) : IVocabularyEntry
{
    /// <summary>The diagnostic that <c>observe</c> must name for it; null where none.</summary>
    public string? Diagnostic { get; init; }

    /// <summary>Whether it takes a backward pass.</summary>
    public bool NeedsBackward { get; init; }

    /// <summary>Which layers have it, where it is the layer's own.</summary>
    public LayersWith Layers { get; init; }

    /// <inheritdoc/>
    public EquatableArray<string> Aliases => EquatableArray<string>.Empty;
}

/// <summary>How a step of training changes the weights.</summary>
/// <param name="Name"><c>adam</c>.</param>
/// <param name="Parameters">The numbers that the file may give, besides the learning rate.</param>
/// <param name="RuntimeType">The type in FanIn.Runtime.Training: <c>Adam</c>.</param>
/// <param name="Formula">What becomes of a weight w with the gradient g, for readers.</param>
/// <param name="Documentation">One line of documentation.</param>
public sealed record OptimizerEntry(
    string Name, EquatableArray<ParameterEntry> Parameters, string RuntimeType, string Formula, string Documentation) : IVocabularyEntry
{
    /// <inheritdoc/>
    public EquatableArray<string> Aliases => EquatableArray<string>.Empty;
}

/// <summary>What training minimises.</summary>
/// <param name="Name"><c>mse</c>.</param>
/// <param name="RuntimeMember">The member of FanIn.Runtime.Training.LossFunction: <c>MeanSquaredError</c>.</param>
/// <param name="Formula">The loss of outputs z, for readers.</param>
/// <param name="Documentation">One line of documentation.</param>
public sealed record LossEntry(string Name, string RuntimeMember, string Formula, string Documentation) : IVocabularyEntry
{
    /// <inheritdoc/>
    public EquatableArray<string> Aliases => EquatableArray<string>.Empty;
}

/// <summary>What training learns.</summary>
/// <param name="Name"><c>optical_digits</c>.</param>
/// <param name="Keys">What the file says of it; null for nothing.</param>
/// <param name="Documentation">One line of documentation.</param>
public sealed record DataSetEntry(string Name, KeyTable? Keys, string Documentation) : IVocabularyEntry
{
    /// <inheritdoc/>
    public EquatableArray<string> Aliases { get; init; } = EquatableArray<string>.Empty;
}

/// <summary>Layers that have a statistic of their own.</summary>
public enum LayersWith
{
    /// <summary>Dense ones.</summary>
    Weights,

    /// <summary>Dense ones and activations.</summary>
    PreActivations,

    /// <summary>All.</summary>
    Activations,
}

/// <summary>Whose a statistic is.</summary>
public enum StatisticOf
{
    /// <summary>Each observed tensor has it.</summary>
    AnyTensor,

    /// <summary>The activations alone have it.</summary>
    Activations,

    /// <summary>The layer has it, whatever is observed.</summary>
    Layer,

    /// <summary>The training has it, at its end.</summary>
    Training,
}
