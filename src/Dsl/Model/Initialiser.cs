using FanIn.Dsl.Text;

namespace FanIn.Dsl.Model;

/// <summary>A distribution with its numbers.</summary>
/// <param name="Name">Canonical name in the vocabulary: <c>he_normal</c>.</param>
/// <param name="Kind">What the runtime draws.</param>
/// <param name="Written">What the file says, in one line: <c>normal { std: sqrt(2 / fan_in) }</c>.</param>
/// <param name="Arguments">The numbers that <paramref name="Kind"/> takes, all of them, in the order that its documentation gives.</param>
/// <param name="Own">
/// Where the file names the type, for a type of the user's own, which <paramref name="Name"/> is then; otherwise null.
/// </param>
public sealed record Initialiser(
    string Name, InitialiserKind Kind, string Written, EquatableArray<Argument> Arguments, SourcePlace? Own = null)
{
    /// <summary>Its numbers, which can be set without a build.</summary>
    public EquatableArray<Settable> Settings { get; init; } = EquatableArray<Settable>.Empty;

    /// <summary>Its switches, which follow the numbers.</summary>
    public EquatableArray<Switch> Switches { get; init; } = EquatableArray<Switch>.Empty;

    /// <summary>What its spread follows from, with the layer's numbers in: <c>std = sqrt(2 / 100)</c>; empty where there is none.</summary>
    public string Formula { get; init; } = "";

    /// <summary>What happens to the layer when weights and bias are drawn; null for nothing.</summary>
    public Calibration? Calibration { get; init; }

    /// <summary>The activation that its <see cref="TheoryNode"/>s speak of; null where it has none.</summary>
    public Activation? Theory { get; init; }
}

/// <summary>What the runtime can draw.</summary>
public enum InitialiserKind
{
    /// <summary>value: every element; draws nothing.</summary>
    Constant,

    /// <summary>mean, std: std·g (+ mean if it is not 0).</summary>
    Normal,

    /// <summary>min, max: min + (max − min)·u.</summary>
    Uniform,

    /// <summary>mean, std, low, high; rescale: normal between two bounds, by inverse distribution function.</summary>
    TruncatedNormal,

    /// <summary>gain: orthonormal columns, or rows.</summary>
    Orthogonal,

    /// <summary>gain, groups: blocks of the identity; draws nothing.</summary>
    Identity,

    /// <summary>sparsity, std: normal, with zeros.</summary>
    Sparse,

    /// <summary>gain; pairInputs, pairOutputs: mirrored blocks of an orthogonal matrix.</summary>
    LooksLinear,

    /// <summary>A type of the user's own, with its constructor's arguments by name.</summary>
    Own,
}

/// <summary>A named yes or no.</summary>
/// <param name="Name"><c>rescale</c>.</param>
/// <param name="IsOn">Whether it is on.</param>
public sealed record Switch(string Name, bool IsOn);

/// <summary>What is done to a layer with the data before it.</summary>
/// <param name="Method">The method of FanIn.Runtime.Experiments.Experiment: <c>ScaleToUnitVariance</c>.</param>
/// <param name="Arguments">Its numbers.</param>
/// <param name="Switches">Its switches, which follow them.</param>
public sealed record Calibration(string Method, EquatableArray<Argument> Arguments, EquatableArray<Switch> Switches);
